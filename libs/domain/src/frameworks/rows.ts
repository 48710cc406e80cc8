import { isList, isName, isRecord, isWhole } from '../given.ts';
import { FrameworksError } from './frameworks.errors.ts';

/** What a field of a row must be. */
export type Field<Row> = readonly [name: keyof Row & string, isSound: (value: unknown) => boolean];

export const isText = (value: unknown): boolean => typeof value === 'string';
export const isTextOrNull = (value: unknown): boolean => value === null || typeof value === 'string';
export const isNameOrNull = (value: unknown): boolean => value === null || isName(value);
export const isFlag = (value: unknown): boolean => typeof value === 'boolean';
export const isOneOf =
  (words: readonly string[]) =>
  (value: unknown): boolean =>
    typeof value === 'string' && words.includes(value);
/** A count from 1 on, as columns hold it. */
export const isTally = (value: unknown): boolean => isWhole(value, 1, 2_147_483_647);

/** Throws `frameworks.invalid-release`, naming the field, unless each field of a row is what it must be. */
export function assertRow<Row extends object>(
  row: Row,
  fields: readonly Field<Row>[],
  what: string,
  pointer: string,
): void {
  if (!isRecord(row)) throw invalidRelease(`There is no ${what} at ${pointer}.`, pointer);
  for (const [name, isSound] of fields) {
    if (isSound(row[name])) continue;
    throw invalidRelease(
      `The ${name} of ${/^[aeiou]/.test(what) ? 'an' : 'a'} ${what} cannot be ${inWords(row[name])}.`,
      `${pointer}/${name}`,
    );
  }
}

/** What it is, when it can be said in a word or a number. */
function inWords(value: unknown): string {
  return typeof value === 'object' && value !== null ? 'an object' : String(value).slice(0, 50);
}

/** The same of each row of a list. */
export function assertRows<Row extends object>(
  rows: readonly Row[],
  fields: readonly Field<Row>[],
  what: string,
  pointer: string,
): void {
  assertListOf(rows, what, pointer);
  for (const [place, row] of rows.entries()) assertRow(row, fields, what, `${pointer}/${place}`);
}

/** Throws `frameworks.invalid-release` unless it is a list; its rows are for `assertRow`. */
export function assertListOf(rows: readonly unknown[], what: string, pointer: string): void {
  if (!isList(rows)) throw invalidRelease(`Each ${what} stands in a list.`, pointer);
}

export function invalidRelease(message: string, pointer: string): FrameworksError {
  return new FrameworksError('frameworks.invalid-release', message, pointer);
}
