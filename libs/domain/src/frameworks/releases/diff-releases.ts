import { compareCodes } from '../ksa-code.ts';
import { assertBetween, assertReleaseContent } from './assert-release-content.ts';
import { type Fate, fatesOf } from './fates.ts';
import { byOrigin, followSuccessions, type SuccessionsByOrigin } from './follow-successions.ts';
import { ownPartOfCode } from './own-code.ts';
import type {
  AreaContent,
  ItemContent,
  OccupationContent,
  ReleaseContent,
  SelectionContent,
  Succession,
} from './release-content.ts';

/** What may be worded otherwise. */
export type WordedField = 'title' | 'definition' | 'definitionSource' | 'provisional';

export type ItemChange =
  | { readonly kind: 'added'; readonly after: ItemContent }
  | {
      readonly kind: 'reworded';
      readonly before: ItemContent;
      readonly after: ItemContent;
      readonly fields: readonly WordedField[];
    }
  /** Under another parent; its code may have changed with it. */
  | { readonly kind: 'moved'; readonly before: ItemContent; readonly after: ItemContent }
  /** Another code under the same parent. */
  | { readonly kind: 'recoded'; readonly before: ItemContent; readonly after: ItemContent }
  /** Another place among those that it stood with before; `follows` is what it stands behind now, null when it is first. */
  | {
      readonly kind: 'ordered';
      readonly before: ItemContent;
      readonly after: ItemContent;
      readonly follows: ItemContent | null;
    }
  | { readonly kind: 'split'; readonly before: ItemContent; readonly into: readonly ItemContent[] }
  | { readonly kind: 'merged'; readonly from: readonly ItemContent[]; readonly into: ItemContent }
  | { readonly kind: 'retired'; readonly before: ItemContent; readonly replacedBy: readonly ItemContent[] };

export type OccupationChange =
  | { readonly kind: 'added'; readonly after: OccupationContent }
  | { readonly kind: 'changed'; readonly before: OccupationContent; readonly after: OccupationContent }
  | {
      readonly kind: 'retired';
      readonly before: OccupationContent;
      readonly replacedBy: readonly OccupationContent[];
    };

/** Areas are known by their codes: another code is another area. */
export type AreaChange =
  | { readonly kind: 'added'; readonly after: AreaContent }
  | { readonly kind: 'renamed'; readonly before: AreaContent; readonly after: AreaContent }
  | { readonly kind: 'retired'; readonly before: AreaContent };

/** One cell of the matrix of occupations and KSAs that both releases have; 0 is "not selected". */
export interface SelectionChange {
  readonly occupation: OccupationContent;
  readonly ksa: ItemContent;
  readonly before: number;
  readonly after: number;
}

export interface ReleaseDiff {
  /** By code. */
  readonly areas: readonly AreaChange[];
  /** In code order. */
  readonly items: readonly ItemChange[];
  /** By title. */
  readonly occupations: readonly OccupationChange[];
  /**
   * By occupation, then in code order. What a new or retired item or occupation selects is not told again, nor that
   * whoever selected what was split or merged selects what came of it.
   */
  readonly selections: readonly SelectionChange[];
}

const WORDED: readonly WordedField[] = ['title', 'definition', 'definitionSource', 'provisional'];

/**
 * Every difference between two releases, each told once: an item that is a part of a split or the target of a merger is
 * neither added nor reworded, and an item whose code changed only because its parent's did has not changed. An item that
 * was both moved and reworded is told twice. Of siblings in another order the fewest are told that account for it.
 *
 * @param between the successions of each release after `older` up to and with `newer`, the earliest first; none where
 *   one did not come from the other. Throws `frameworks.invalid-release`, naming the place
 */
export function diffReleases(
  older: ReleaseContent,
  newer: ReleaseContent,
  between: readonly (readonly Succession[])[],
): ReleaseDiff {
  assertReleaseContent(older, '/older');
  assertReleaseContent(newer, '/newer');
  assertBetween(between);
  const fates = fatesOf(older.items, newer.items, of('item', between));
  return {
    areas: areaChanges(older.areas, newer.areas),
    items: itemChanges(older.items, newer.items, fates),
    occupations: occupationChanges(older.occupations, newer.occupations, of('occupation', between)),
    selections: selectionChanges(older, newer, fates),
  };
}

function of(
  subject: Succession['subject'],
  between: readonly (readonly Succession[])[],
): readonly SuccessionsByOrigin[] {
  return between.map((successions) => byOrigin(successions.filter((each) => each.subject === subject)));
}

function itemChanges(
  older: readonly ItemContent[],
  newer: readonly ItemContent[],
  fates: ReadonlyMap<string, Fate>,
): ItemChange[] {
  const before = byLineage(older);
  const after = byLineage(newer);
  const changes: ItemChange[] = [];
  const told = new Set<string>();
  const mergers = new Map<string, ItemContent[]>();
  for (const [lineage, { kind, into }] of fates) {
    const item = before.get(lineage) as ItemContent;
    const items = into.map((each) => after.get(each) as ItemContent).sort(byCode);
    if (kind === 'retired') changes.push({ kind, before: item, replacedBy: items });
    else if (kind === 'split') changes.push({ kind, before: item, into: items });
    else for (const target of into) mergers.set(target, [...(mergers.get(target) ?? []), item]);
    if (kind !== 'retired') into.forEach((each) => told.add(each));
  }
  for (const [target, from] of mergers)
    changes.push({ kind: 'merged', from: from.toSorted(byCode), into: after.get(target) as ItemContent });
  for (const item of newer) {
    const former = before.get(item.lineage);
    if (told.has(item.lineage)) {
      // What it is called is told with what it is a part or the target of; where it stands is not.
      if (former !== undefined && former.parent !== item.parent)
        changes.push({ kind: 'moved', before: former, after: item });
      continue;
    }
    if (former === undefined) changes.push({ kind: 'added', after: item });
    else changes.push(...changesOf(former, item, before, after));
  }
  changes.push(...orderChanges(older, newer));
  return changes.sort(
    (left, right) =>
      byCode(itemOf(left), itemOf(right)) ||
      compareText(left.kind, right.kind) ||
      compareText(itemOf(left).lineage, itemOf(right).lineage),
  );
}

function changesOf(
  before: ItemContent,
  after: ItemContent,
  older: ReadonlyMap<string, ItemContent>,
  newer: ReadonlyMap<string, ItemContent>,
): ItemChange[] {
  const changes: ItemChange[] = [];
  const fields = WORDED.filter((field) => before[field] !== after[field]);
  if (fields.length > 0) changes.push({ kind: 'reworded', before, after, fields });
  if (before.parent !== after.parent) changes.push({ kind: 'moved', before, after });
  else if (ownPart(before, older) !== ownPart(after, newer)) changes.push({ kind: 'recoded', before, after });
  return changes;
}

function orderChanges(older: readonly ItemContent[], newer: readonly ItemContent[]): ItemChange[] {
  const before = byLineage(older);
  const places = new Map(older.map(({ lineage }, place) => [lineage, place]));
  return [...Map.groupBy(newer, ({ parent }) => parent).values()].flatMap((siblings) => {
    const stayed = siblings.flatMap((after, at) => {
      const former = before.get(after.lineage);
      return former?.parent === after.parent
        ? [{ before: former, after, follows: siblings[at - 1] ?? null }]
        : [];
    });
    const inOrder = longestRise(stayed.map(({ after }) => places.get(after.lineage) as number));
    return stayed
      .filter((_, place) => !inOrder.has(place))
      .map((change) => ({ kind: 'ordered' as const, ...change }));
  });
}

/** The places of a longest rising subsequence of distinct numbers, by patience sorting. */
function longestRise(numbers: readonly number[]): ReadonlySet<number> {
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [place, number] of numbers.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] as number] as number) < number) low = middle + 1;
      else high = middle;
    }
    previous.push(ends[low - 1]);
    ends[low] = place;
  }
  const rise = new Set<number>();
  for (let place = ends.at(-1); place !== undefined; place = previous[place]) rise.add(place);
  return rise;
}

function ownPart({ code, parent }: ItemContent, items: ReadonlyMap<string, ItemContent>): string {
  return ownPartOfCode(code, parent === null ? null : (items.get(parent)?.code ?? null));
}

function areaChanges(older: readonly AreaContent[], newer: readonly AreaContent[]): AreaChange[] {
  const before = new Map(older.map((area) => [area.code, area]));
  const after = new Map(newer.map((area) => [area.code, area]));
  return [...new Set([...before.keys(), ...after.keys()])].sort(compareText).flatMap((code): AreaChange[] => {
    const [was, is] = [before.get(code), after.get(code)];
    if (was === undefined) return is === undefined ? [] : [{ kind: 'added', after: is }];
    if (is === undefined) return [{ kind: 'retired', before: was }];
    return was.name === is.name ? [] : [{ kind: 'renamed', before: was, after: is }];
  });
}

function occupationChanges(
  older: readonly OccupationContent[],
  newer: readonly OccupationContent[],
  between: readonly SuccessionsByOrigin[],
): OccupationChange[] {
  const before = byLineage(older);
  const after = byLineage(newer);
  const changes: OccupationChange[] = [];
  for (const occupation of older) {
    const now = after.get(occupation.lineage);
    if (now === undefined) {
      const into = followSuccessions(occupation.lineage, between)?.into ?? [];
      const replacedBy = into.flatMap((lineage) => after.get(lineage) ?? []).sort(byTitle);
      changes.push({ kind: 'retired', before: occupation, replacedBy });
    } else if (!sameOccupation(occupation, now)) {
      changes.push({ kind: 'changed', before: occupation, after: now });
    }
  }
  for (const occupation of newer)
    if (!before.has(occupation.lineage)) changes.push({ kind: 'added', after: occupation });
  const occupationOf = (change: OccupationChange) => (change.kind === 'added' ? change.after : change.before);
  return changes.sort((left, right) => byTitle(occupationOf(left), occupationOf(right)));
}

function sameOccupation(before: OccupationContent, after: OccupationContent): boolean {
  return (
    before.title === after.title &&
    before.technologyArea === after.technologyArea &&
    before.definition === after.definition &&
    before.selectedBy === after.selectedBy &&
    before.roleFamily === after.roleFamily
  );
}

function selectionChanges(
  older: ReleaseContent,
  newer: ReleaseContent,
  fates: ReadonlyMap<string, Fate>,
): SelectionChange[] {
  const origins = new Map<string, string[]>();
  for (const [lineage, { kind, into }] of fates)
    if (kind !== 'retired')
      for (const each of into) origins.set(each, [...(origins.get(each) ?? []), lineage]);
  const before = countsOf(older.selections);
  const after = countsOf(newer.selections);
  const occupations = byLineage(newer.occupations);
  const ksas = byLineage(newer.items);
  const wereOccupations = byLineage(older.occupations);
  const wereKsas = byLineage(older.items);
  const changes: SelectionChange[] = [];
  for (const cell of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(cell) ?? 0, after.get(cell) ?? 0];
    if (was === is) continue;
    const [occupationLineage = '', ksaLineage = ''] = cell.split(' ');
    const occupation = occupations.get(occupationLineage);
    const ksa = ksas.get(ksaLineage);
    if (occupation === undefined || ksa === undefined) continue;
    if (!wereOccupations.has(occupationLineage) || !wereKsas.has(ksaLineage)) continue;
    const given = origins.get(ksaLineage)?.map((from) => before.get(`${occupationLineage} ${from}`) ?? 0);
    if (given !== undefined && is === Math.max(was, ...given)) continue;
    changes.push({ occupation, ksa, before: was, after: is });
  }
  return changes.sort(
    (left, right) => byTitle(left.occupation, right.occupation) || byCode(left.ksa, right.ksa),
  );
}

const countsOf = (selections: readonly SelectionContent[]): ReadonlyMap<string, number> =>
  new Map(selections.map(({ occupation, ksa, count }) => [`${occupation} ${ksa}`, count]));

function byLineage<Each extends { readonly lineage: string }>(
  all: readonly Each[],
): ReadonlyMap<string, Each> {
  return new Map(all.map((each) => [each.lineage, each]));
}

function itemOf(change: ItemChange): ItemContent {
  if (change.kind === 'added') return change.after;
  return change.kind === 'merged' ? change.into : change.before;
}

const byCode = (left: ItemContent, right: ItemContent): number => compareCodes(left.code, right.code);

const byTitle = (left: OccupationContent, right: OccupationContent): number =>
  compareText(left.title, right.title) ||
  compareText(left.technologyArea, right.technologyArea) ||
  compareText(left.lineage, right.lineage);

const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
