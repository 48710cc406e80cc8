/**
 * Rows of pairs (item, level), one after the other in flat arrays: row r has the places `start[r]` to
 * `start[r + 1]` − 1. What the items are, and their order within a row, the owner says.
 */
export interface LevelRows {
  readonly start: Int32Array;
  readonly item: Int32Array;
  readonly level: Uint8Array;
}

export type LevelPair = readonly [item: number, level: number];

export function levelRows(rows: readonly (readonly LevelPair[])[]): LevelRows {
  const start = new Int32Array(rows.length + 1);
  rows.forEach((row, index) => (start[index + 1] = (start[index] as number) + row.length));
  const size = start[rows.length] as number;
  const item = new Int32Array(size);
  const level = new Uint8Array(size);
  let place = 0;
  for (const row of rows) {
    for (const pair of row) {
      item[place] = pair[0];
      level[place] = pair[1];
      place += 1;
    }
  }
  return { start, item, level };
}
