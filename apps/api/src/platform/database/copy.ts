import { setImmediate as nextTurn } from 'node:timers/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

/** Requests are answered by the same process: whoever reads in bulk gives way this often. */
const LONGEST_TURN_MS = 4;

export type CopyParameter = string | number | null;

/** The rows of a query in COPY's binary format, piece by piece; `take` is done with one before the next. */
export async function copyOut(
  client: pg.ClientBase,
  query: string,
  parameters: readonly CopyParameter[],
  take: (piece: Buffer) => void,
): Promise<void> {
  const copy = copyTo(`copy (${withLiterals(query, parameters)}) to stdout (format binary)`);
  const pieces = client.query(copy) as AsyncIterable<Buffer>;
  const failures: unknown[] = [];
  let turnBegan = performance.now();
  for await (const piece of pieces) {
    // What the server has begun to send must be read to its end, or the connection is of no more use.
    if (failures.length > 0) continue;
    try {
      take(piece);
    } catch (error) {
      failures.push(error);
    }
    if (performance.now() - turnBegan < LONGEST_TURN_MS) continue;
    await nextTurn();
    turnBegan = performance.now();
  }
  for (const failure of failures) throw failure as Error;
}

/** @param rows as `CopyWriter` makes them, header and trailer included; not to be changed before this is over */
export async function copyIn(client: pg.ClientBase, into: string, rows: Buffer): Promise<void> {
  const stream = client.query(copyFrom(`copy ${into} from stdin (format binary)`));
  await new Promise<void>((settle, fail) => {
    stream.once('finish', settle).once('error', fail);
    stream.end(rows);
  });
}

/** COPY knows no parameters: text, whole numbers and null stand in the query itself. */
function withLiterals(query: string, parameters: readonly CopyParameter[]): string {
  return query.replaceAll(/\$(\d+)/g, (_, place: string) => literal(parameters[Number(place) - 1]));
}

function literal(value: CopyParameter | undefined): string {
  if (value === undefined) throw new Error('A COPY names a parameter that it was not given.');
  if (value === null) return 'null';
  if (typeof value === 'string') return pg.escapeLiteral(value);
  if (!Number.isSafeInteger(value)) throw new Error(`A COPY is given whole numbers, not ${value}.`);
  return String(value);
}
