import { isRecord } from '../../../given.ts';
import { itemKinds } from '../../release-item.ts';
import { type ReleaseState, releaseStates } from '../../release-state.ts';
import { assertRow, type Field, invalidRelease, isNameOrNull, isOneOf, isText } from '../../rows.ts';
import { assertItems, releaseContentChecks } from '../assert-release-content.ts';
import type {
  ItemContent,
  OccupationContent,
  ReleaseContent,
  SelectionContent,
  Succession,
} from '../release-content.ts';

/** Named in every file, so that a later form of it can be told from this one. */
export const releaseDocumentSchema = 'manufacturing-skills/release/1';

/** A whole release as it is carried from one installation to another. */
export interface ReleaseDocument {
  readonly framework: FrameworkHead;
  readonly release: ReleaseHead;
  readonly content: ReleaseContent;
}

export interface FrameworkHead {
  readonly uri: string;
  readonly name: string;
  readonly publisher: string;
  readonly licence: string;
}

export interface ReleaseHead {
  /** Null until it is published. */
  readonly uri: string | null;
  readonly label: string;
  readonly state: ReleaseState;
  /** A day; null until it is published. */
  readonly publishedOn: string | null;
  /** The label of the release that it began from, which its successions tell about; null: it began empty. */
  readonly basedOn: string | null;
  readonly attribution: string;
}

/** A turn is this many steps: whoever drives one of the generators here may give way after each. */
export const stepsPerTurn = 500;

/**
 * The same content in the one order that its files have: areas in theirs; items parents first, siblings in theirs;
 * occupations by area, then by title; selections by occupation, then by item; successions by what they begin from. What
 * stands under nothing that is there comes last. Yields after each turn's work. Throws `frameworks.invalid-release`,
 * naming the place.
 */
export function* canonicalRelease(content: ReleaseContent): Generator<void, ReleaseContent> {
  yield* releaseContentChecks(content);
  const items = yield* inTreeOrder(content.items);
  const areaOf = placesOf(content.areas, ({ code }) => code);
  const last = content.areas.length;
  const occupations = content.occupations.toSorted(
    (left, right) =>
      (areaOf.get(left.technologyArea) ?? last) - (areaOf.get(right.technologyArea) ?? last) ||
      compareText(left.title, right.title) ||
      compareText(left.lineage, right.lineage),
  );
  yield;
  return {
    areas: content.areas,
    items,
    occupations,
    selections: yield* inOrder(content.selections, occupations, items),
    successions: content.successions.toSorted(bySubjectAndOrigin),
  };
}

function* inTreeOrder(items: readonly ItemContent[]): Generator<void, readonly ItemContent[]> {
  const childrenOf = Map.groupBy(items, ({ parent }) => parent);
  yield;
  const ordered: ItemContent[] = [];
  const placed = new Set<string>();
  // By hand and not by recursion: a circle, or a long chain, must not be the end of it.
  const waiting = (childrenOf.get(null) ?? []).toReversed();
  for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
    if (placed.has(item.lineage)) continue;
    placed.add(item.lineage);
    ordered.push(item);
    const children = childrenOf.get(item.lineage) ?? [];
    for (let place = children.length - 1; place >= 0; place -= 1)
      waiting.push(children[place] as ItemContent);
    if (ordered.length % stepsPerTurn === 0) yield;
  }
  if (ordered.length === items.length) return ordered;
  return [...ordered, ...items.filter(({ lineage }) => !placed.has(lineage))];
}

/** Each occupation's few are sorted by themselves: all at once would be one long turn. */
function* inOrder(
  selections: readonly SelectionContent[],
  occupations: readonly OccupationContent[],
  items: readonly ItemContent[],
): Generator<void, readonly SelectionContent[]> {
  const placeOf = placesOf(items, ({ lineage }) => lineage);
  yield;
  const byOccupation = Map.groupBy(selections, ({ occupation }) => occupation);
  yield;
  const ordered: SelectionContent[] = [];
  let turn = 0;
  for (const { lineage } of occupations) {
    const those = byOccupation.get(lineage) ?? [];
    those.sort((left, right) => (placeOf.get(left.ksa) ?? 0) - (placeOf.get(right.ksa) ?? 0));
    for (const selection of those) ordered.push(selection);
    byOccupation.delete(lineage);
    turn += those.length + 1;
    if (turn < stepsPerTurn) continue;
    turn = 0;
    yield;
  }
  return [...ordered, ...[...byOccupation.values()].flat()];
}

function bySubjectAndOrigin(left: Succession, right: Succession): number {
  return (
    compareText(left.subject, right.subject) ||
    compareText(left.from, right.from) ||
    compareText(left.to ?? '', right.to ?? '') ||
    compareText(left.kind, right.kind)
  );
}

function placesOf<Each>(all: readonly Each[], key: (each: Each) => string): ReadonlyMap<string, number> {
  return new Map(all.map((each, place) => [key(each), place]));
}

const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/**
 * The items of a document so that each stands after its parent, whatever order they came in. Throws
 * `frameworks.invalid-release`, naming the place.
 */
export function parentsFirst(items: readonly ItemContent[]): readonly ItemContent[] {
  assertItems({ items }, '');
  const byKind = Map.groupBy(items, ({ kind }) => kind);
  return itemKinds.flatMap((kind) => byKind.get(kind) ?? []);
}

const frameworkFields: readonly Field<FrameworkHead>[] = [
  ['uri', isText],
  ['name', isText],
  ['publisher', isText],
  ['licence', isText],
];
const releaseFields: readonly Field<ReleaseHead>[] = [
  ['uri', isNameOrNull],
  ['label', isText],
  ['state', isOneOf(releaseStates)],
  ['publishedOn', isNameOrNull],
  ['basedOn', isNameOrNull],
  ['attribution', isText],
];

/** Throws `frameworks.invalid-release`, naming the place, unless it has heads and content; rows are for who writes them. */
export function assertHeads(document: ReleaseDocument): void {
  if (!isRecord(document)) throw invalidRelease('There is no document.', '');
  assertRow(document.framework, frameworkFields, 'framework', '/framework');
  assertRow(document.release, releaseFields, 'release', '/release');
  if (!isRecord(document.content)) throw invalidRelease('The document has no content.', '/content');
}
