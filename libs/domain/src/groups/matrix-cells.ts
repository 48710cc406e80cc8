import { isRecord, isWhole } from '../given.ts';
import { highestMaxLevel } from '../scales/proficiency-scale.ts';
import { GroupsError } from './groups.errors.ts';

/** `soon`: the rating that decides ends within the time looked ahead. `expired`: there was one, and it has ended. */
export type CellExpiry = 'none' | 'soon' | 'expired';

/** A worker and a KSA in the skills matrix. */
export interface MatrixCell {
  /** Null: unknown, which is not zero. */
  readonly attained: number | null;
  /** The highest level that a role of the worker asks for; null when none does. */
  readonly requiredLevel: number | null;
  readonly verified: boolean;
  readonly critical: boolean;
  readonly expiry: CellExpiry;
}

/**
 * A matrix as two bytes a cell, column after column (cell = column · rows + row), so that it packs well and is read
 * without objects.
 *
 * `levels`: bits 0-3 attained 0 … 10, 15 unknown; bits 4-7 required 1 … 10, 0 none. `marks`: bit 0 verified, bit 1
 * critical, bits 2-3 expiry (0 none, 1 soon, 2 expired).
 */
export interface MatrixCells {
  readonly levels: Uint8Array;
  readonly marks: Uint8Array;
}

const unknownNibble = 15;
const expiries: readonly CellExpiry[] = ['none', 'soon', 'expired'];

/** 200 MB: far more than a page shows. */
const mostCells = 100_000_000;

/** Throws `groups.invalid-matrix` when there is no room for so many rows. */
export function matrixCells(rowCount: number, columnCount: number): MatrixCells {
  if (!isWhole(rowCount, 0, Math.floor(mostCells / Math.max(1, columnCount))))
    throw new GroupsError(
      'groups.invalid-matrix',
      `There is no matrix of ${rowCount} rows and ${columnCount} columns: ${mostCells} cells at most.`,
      '/rowCount',
    );
  const count = rowCount * columnCount;
  return { levels: new Uint8Array(count).fill(unknownNibble), marks: new Uint8Array(count) };
}

/** Throws `groups.invalid-cell` when a level is no whole number 0 … 10 (required: 1 … 10). */
export function writeMatrixCell(cells: MatrixCells, place: number, cell: MatrixCell): void {
  const { attained, requiredLevel, verified, critical, expiry } = cell;
  for (const [level, least] of [
    [attained, 0],
    [requiredLevel, 1],
  ] as const) {
    if (level !== null && !(Number.isInteger(level) && level >= least && level <= highestMaxLevel))
      throw new GroupsError('groups.invalid-cell', `Cell ${place} cannot hold the level ${level}.`, '/cell');
  }
  cells.levels[place] = (attained ?? unknownNibble) | ((requiredLevel ?? 0) << 4);
  cells.marks[place] = (verified ? 1 : 0) | (critical ? 2 : 0) | (expiries.indexOf(expiry) << 2);
}

/** Throws `groups.invalid-cell` when there is no such cell, or its bytes are no cell's. */
export function readMatrixCell(cells: MatrixCells, place: number): MatrixCell {
  if (!isRecord(cells) || !(cells.levels instanceof Uint8Array) || !(cells.marks instanceof Uint8Array))
    throw new GroupsError('groups.invalid-matrix', 'These are no cells of a matrix.', '/cells');
  const [level, mark] = Number.isInteger(place) ? [cells.levels[place], cells.marks[place]] : [];
  const expiry = expiries[(mark ?? 0) >> 2];
  if (level === undefined || mark === undefined || expiry === undefined) throw noCell(place);
  const attained = level & 15;
  const requiredLevel = level >> 4;
  if ((attained > highestMaxLevel && attained !== unknownNibble) || requiredLevel > highestMaxLevel)
    throw noCell(place);
  return {
    attained: attained === unknownNibble ? null : attained,
    requiredLevel: requiredLevel === 0 ? null : requiredLevel,
    verified: (mark & 1) !== 0,
    critical: (mark & 2) !== 0,
    expiry,
  };
}

function noCell(place: number): GroupsError {
  return new GroupsError('groups.invalid-cell', `There is no cell ${place} in the matrix.`, '/place');
}
