import { isList, isName, isRecord } from '../../given.ts';
import { itemKinds } from '../release-item.ts';
import {
  assertListOf,
  assertRow,
  assertRows,
  type Field,
  invalidRelease,
  isFlag,
  isNameOrNull,
  isOneOf,
  isTally,
  isText,
  isTextOrNull,
} from '../rows.ts';
import type {
  AreaContent,
  ItemContent,
  OccupationContent,
  ReleaseContent,
  SelectionContent,
  Succession,
} from './release-content.ts';

export const areaFields: readonly Field<AreaContent>[] = [
  ['code', isName],
  ['name', isText],
];

/** Of an item whatever it is known by and stands under. */
export const wordedFields: readonly Field<Omit<ItemContent, 'lineage' | 'parent'>>[] = [
  ['code', isName],
  ['kind', isOneOf(itemKinds)],
  ['title', isText],
  ['definition', isTextOrNull],
  ['definitionSource', isTextOrNull],
  ['provisional', isFlag],
];

export const itemFields: readonly Field<ItemContent>[] = [
  ['lineage', isName],
  ['parent', isNameOrNull],
  ...wordedFields,
];

/** Of an occupation whatever it is known by. */
export const titledFields: readonly Field<Omit<OccupationContent, 'lineage'>>[] = [
  ['title', isText],
  ['technologyArea', isText],
  ['definition', isTextOrNull],
  ['selectedBy', isTally],
  ['roleFamily', isTextOrNull],
];

export const occupationFields: readonly Field<OccupationContent>[] = [['lineage', isName], ...titledFields];

export const selectionFields: readonly Field<SelectionContent>[] = [
  ['occupation', isName],
  ['ksa', isName],
  ['count', isTally],
];

export const successionFields: readonly Field<Succession>[] = [
  ['subject', isOneOf(['item', 'occupation'])],
  ['kind', isOneOf(['split', 'merged', 'retired'])],
  ['from', isName],
  ['to', isNameOrNull],
];

/** Throws `frameworks.invalid-release`, naming the field, unless it is a release's content, whatever its faults. */
export function assertReleaseContent(content: ReleaseContent, pointer = ''): void {
  const checks = releaseContentChecks(content, pointer);
  while (checks.next().done !== true);
}

/** How many rows are looked at in a turn. */
const rowsPerTurn = 2000;

/** The same, for who must not hold up others: yields after each turn's work. */
export function* releaseContentChecks(content: ReleaseContent, pointer = ''): Generator<void> {
  if (!isRecord(content)) throw invalidRelease('There is no content of a release.', pointer);
  yield* rowChecks(content.areas, areaFields, 'technology area', `${pointer}/areas`);
  yield* rowChecks(content.items, itemFields, 'item', `${pointer}/items`);
  yield* rowChecks(content.occupations, occupationFields, 'occupation', `${pointer}/occupations`);
  yield* rowChecks(content.selections, selectionFields, 'selection', `${pointer}/selections`);
  yield* rowChecks(content.successions, successionFields, 'succession', `${pointer}/successions`);
}

function* rowChecks<Row extends object>(
  rows: readonly Row[],
  fields: readonly Field<Row>[],
  what: string,
  pointer: string,
): Generator<void> {
  assertListOf(rows, what, pointer);
  for (const [place, row] of rows.entries()) {
    assertRow(row, fields, what, `${pointer}/${place}`);
    if (place % rowsPerTurn === rowsPerTurn - 1) yield;
  }
}

/** The same of a release's items alone. */
export function assertItems(release: Pick<ReleaseContent, 'items'>, pointer: string): void {
  if (!isRecord(release)) throw invalidRelease('There is no release.', pointer);
  assertRows(release.items, itemFields, 'item', `${pointer}/items`);
}

/** The same of the successions of several releases. */
export function assertBetween(between: readonly (readonly Succession[])[], pointer = '/between'): void {
  if (!isList(between)) throw invalidRelease('Successions come as a list, release by release.', pointer);
  for (const [place, successions] of between.entries())
    assertRows(successions, successionFields, 'succession', `${pointer}/${place}`);
}
