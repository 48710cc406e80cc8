import { isName, isRecord } from '../../given.ts';
import { FrameworksError } from '../frameworks.errors.ts';
import { compareCodes } from '../ksa-code.ts';
import { type ItemKind, itemKinds } from '../release-item.ts';
import { assertRows, type Field, invalidRelease, isNameOrNull, isOneOf, isTally, isText } from '../rows.ts';

/** What of a release is analysed; a release in memory has it as it is. */
export interface AnalysedRelease {
  /** In their order. */
  readonly areas: readonly AnalysedArea[];
  readonly items: readonly AnalysedItem[];
  readonly occupations: readonly AnalysedOccupation[];
  /** A pair of occupation and KSA once. */
  readonly selections: readonly AnalysedSelection[];
}

export interface AnalysedArea {
  readonly code: string;
  readonly name: string;
}

export interface AnalysedItem {
  readonly id: string;
  readonly code: string;
  readonly kind: ItemKind;
  readonly parentId: string | null;
  readonly title: string;
}

export interface AnalysedOccupation {
  readonly id: string;
  readonly title: string;
  /** By its code. */
  readonly technologyArea: string;
  /** How many institutes named it: 1 and up; 0 of an organisation's own, which may stand beside a release. */
  readonly selectedBy: number;
}

export interface AnalysedSelection {
  readonly occupationId: string;
  readonly ksaId: string;
  /** How often the source prints it: 1 and up. */
  readonly count: number;
}

/** A tier, competency or sub-competency with the places of all KSAs under it, in code order. */
export interface ItemGroup {
  readonly item: AnalysedItem;
  readonly ksas: readonly number[];
  /** The ids of the item itself and of all that it stands under. */
  readonly path: ReadonlySet<string>;
}

/** Selections by one of their sides: those of place `p` stand from `starts[p]` up to `starts[p + 1]`. */
export interface SelectionColumns {
  readonly starts: Int32Array;
  /** The place of the other side. */
  readonly others: Int32Array;
  readonly counts: Int32Array;
}

/** A release with its parts known by their places, so that each analysis is one pass over its selections. */
export interface CompiledRelease {
  readonly areas: readonly AnalysedArea[];
  /** In code order. */
  readonly ksas: readonly AnalysedItem[];
  /** In code order. */
  readonly groups: readonly ItemGroup[];
  readonly occupations: readonly AnalysedOccupation[];
  readonly titles: readonly string[];
  /** Of each occupation: its area (-1 when the release has none such), its title, its title within its area. */
  readonly areaOf: Int32Array;
  readonly titleOf: Int32Array;
  readonly titleInAreaOf: Int32Array;
  readonly titlesInAreas: number;
  readonly ofKsas: SelectionColumns;
  readonly ofOccupations: SelectionColumns;
}

/**
 * What a draft has amiss does no harm: a selection of nothing is left out, and a KSA under nothing is under nothing.
 * Throws `frameworks.invalid-release`, naming the place, for what is no release at all.
 */
export function compileRelease(release: AnalysedRelease): CompiledRelease {
  assertAnalysed(release);
  const { areas, items, occupations, selections } = release;
  const inOrder = items.toSorted((a, b) => compareCodes(a.code, b.code));
  const ksas = inOrder.filter(({ kind }) => kind === 'ksa');
  const ksaPlaces = placesOf(ksas.map(({ id }) => id));
  const areaPlaces = placesOf(areas.map(({ code }) => code));
  const titlePlaces = new Map<string, number>();
  const titleInAreaPlaces = new Map<string, number>();
  const occupationPlaces = placesOf(occupations.map(({ id }) => id));
  const titleOf = occupations.map(({ title }) => placeIn(titlePlaces, title));
  const titleInAreaOf = occupations.map(({ title, technologyArea }) =>
    placeIn(titleInAreaPlaces, `${technologyArea} ${title}`),
  );

  const known = selections.flatMap(({ occupationId, ksaId, count }) => {
    const occupation = occupationPlaces.get(occupationId);
    const ksa = ksaPlaces.get(ksaId);
    return occupation === undefined || ksa === undefined ? [] : [{ occupation, ksa, count }];
  });
  return {
    areas,
    ksas,
    groups: groupsOf(inOrder, ksas),
    occupations,
    titles: [...titlePlaces.keys()],
    areaOf: Int32Array.from(occupations, ({ technologyArea }) => areaPlaces.get(technologyArea) ?? -1),
    titleOf: Int32Array.from(titleOf),
    titleInAreaOf: Int32Array.from(titleInAreaOf),
    titlesInAreas: titleInAreaPlaces.size,
    ofKsas: columnsBy(
      known,
      ksas.length,
      ({ ksa }) => ksa,
      ({ occupation }) => occupation,
    ),
    ofOccupations: columnsBy(
      known,
      occupations.length,
      ({ occupation }) => occupation,
      ({ ksa }) => ksa,
    ),
  };
}

const areaFields: readonly Field<AnalysedArea>[] = [
  ['code', isName],
  ['name', isText],
];
const itemFields: readonly Field<AnalysedItem>[] = [
  ['id', isName],
  ['code', isName],
  ['kind', isOneOf(itemKinds)],
  ['parentId', isNameOrNull],
  ['title', isText],
];
const occupationFields: readonly Field<AnalysedOccupation>[] = [
  ['id', isName],
  ['title', isText],
  ['technologyArea', isText],
  ['selectedBy', (value) => value === 0 || isTally(value)],
];
const selectionFields: readonly Field<AnalysedSelection>[] = [
  ['occupationId', isName],
  ['ksaId', isName],
  ['count', isTally],
];

function assertAnalysed(release: AnalysedRelease): void {
  if (!isRecord(release)) throw invalidRelease('There is no release.', '');
  assertRows(release.areas, areaFields, 'technology area', '/areas');
  assertRows(release.items, itemFields, 'item', '/items');
  assertRows(release.occupations, occupationFields, 'occupation', '/occupations');
  assertRows(release.selections, selectionFields, 'selection', '/selections');
}

/** Throws `frameworks.release-not-compiled` unless it is what `compileRelease` makes. */
export function assertCompiledRelease(release: CompiledRelease): void {
  if (!isRecord(release) || !isRecord(release.ofKsas) || !(release.titleOf instanceof Int32Array)) {
    throw new FrameworksError(
      'frameworks.release-not-compiled',
      'Only a compiled release can be analysed.',
      '/release',
    );
  }
}

function placesOf(keys: readonly string[]): ReadonlyMap<string, number> {
  return new Map(keys.map((key, place) => [key, place]));
}

function placeIn(places: Map<string, number>, key: string): number {
  const known = places.get(key);
  if (known !== undefined) return known;
  places.set(key, places.size);
  return places.size - 1;
}

function groupsOf(inOrder: readonly AnalysedItem[], ksas: readonly AnalysedItem[]): ItemGroup[] {
  const items = new Map(inOrder.map((item) => [item.id, item]));
  const under = new Map<string, number[]>(
    inOrder.filter(({ kind }) => kind !== 'ksa').map(({ id }) => [id, []]),
  );
  for (const [place, ksa] of ksas.entries()) for (const id of pathOf(ksa, items)) under.get(id)?.push(place);
  return inOrder.flatMap((item) => {
    const places = under.get(item.id);
    return places === undefined ? [] : [{ item, ksas: places, path: pathOf(item, items) }];
  });
}

function pathOf(item: AnalysedItem, items: ReadonlyMap<string, AnalysedItem>): ReadonlySet<string> {
  const path = new Set<string>();
  // A draft may hold a circle until it is checked.
  for (let at: AnalysedItem | undefined = item; at !== undefined && !path.has(at.id);) {
    path.add(at.id);
    at = parentOf(at, items);
  }
  return path;
}

function parentOf(item: AnalysedItem, items: ReadonlyMap<string, AnalysedItem>): AnalysedItem | undefined {
  return item.parentId === null ? undefined : items.get(item.parentId);
}

interface KnownSelection {
  readonly occupation: number;
  readonly ksa: number;
  readonly count: number;
}

/** A counting sort: by the one side, within it in the order given. */
function columnsBy(
  selections: readonly KnownSelection[],
  places: number,
  sideOf: (selection: KnownSelection) => number,
  otherOf: (selection: KnownSelection) => number,
): SelectionColumns {
  const starts = new Int32Array(places + 1);
  for (const selection of selections) {
    const next = sideOf(selection) + 1;
    starts[next] = at(starts, next) + 1;
  }
  for (let place = 0; place < places; place += 1)
    starts[place + 1] = at(starts, place + 1) + at(starts, place);
  const free = starts.slice();
  const others = new Int32Array(selections.length);
  const counts = new Int32Array(selections.length);
  for (const selection of selections) {
    const side = sideOf(selection);
    const slot = at(free, side);
    free[side] = slot + 1;
    others[slot] = otherOf(selection);
    counts[slot] = selection.count;
  }
  return { starts, others, counts };
}

/** A place that is there. */
export function at(column: Int32Array, place: number): number {
  return column[place] as number;
}
