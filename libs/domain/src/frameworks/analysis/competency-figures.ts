import { FrameworksError } from '../frameworks.errors.ts';
import type { ItemKind } from '../release-item.ts';
import { type Asked, countKsas, groupsAsked, ranked } from './asked.ts';
import type { CountingRule } from './counting-rules.ts';
import { type Figure, measure, ofArea, ofItem } from './figure.ts';
import { type OverlapRule, overlaps } from './overlaps.ts';
import { tally } from './tally.ts';

/** The paragraph before Fig. 4 names the sub-competencies with three KSAs or more, all of them. */
const NAMED_FROM = 3;

/** By how many areas need the KSAs of each; a KSA that nobody needs is counted among all alone. */
export function ksasOfGroups(asked: Asked, kind: ItemKind): Figure {
  const groups = groupsAsked(asked, kind);
  const counts = countKsas(asked.release, asked.rule);
  const sum = (ksas: readonly number[], isCounted: (areas: number) => boolean) =>
    ksas.reduce((all, ksa) => {
      const counted = counts[ksa];
      return all + (counted !== undefined && isCounted(counted.areas.length) ? counted.overall : 0);
    }, 0);
  return {
    rows: groups.map(({ item }) => ofItem(item)),
    columns: ['all', 'several-areas', 'one-area'].map(measure),
    values: groups.map(({ ksas }) => [
      sum(ksas, () => true),
      sum(ksas, (areas) => areas > 1),
      sum(ksas, (areas) => areas === 1),
    ]),
  };
}

/** Each is compared with each: more than this is more than anybody reads. */
const MOST_COMPARED = 500;

export function namedSubCompetencies(asked: Asked): Figure {
  const named = groupsAsked(asked, 'sub-competency').filter(({ ksas }) => ksas.length >= NAMED_FROM);
  const { overall } = tally(
    asked.release,
    named.map(({ ksas }) => ksas),
    asked.rule as CountingRule,
  );
  return ranked({
    rows: named.map(({ item }) => ofItem(item)),
    columns: [measure('count')],
    values: named.map((_, place) => [overall[place] as number]),
  });
}

export function selectionsByArea(asked: Asked, kind: ItemKind): Figure {
  const groups = groupsAsked(asked, kind);
  const { areas, byArea, overall } = tally(
    asked.release,
    groups.map(({ ksas }) => ksas),
    asked.rule as CountingRule,
  );
  return {
    rows: groups.map(({ item }) => ofItem(item)),
    columns: [...asked.release.areas.map(ofArea), measure('all')],
    values: groups.map((_, group) => [
      ...byArea.subarray(group * areas, (group + 1) * areas),
      overall[group] as number,
    ]),
  };
}

/** Those that the area selects anything of. */
export function topSubCompetencies(asked: Asked): Figure {
  const { rows, values } = selectionsByArea(asked, 'sub-competency');
  const counts = values.map((cells) => cells[asked.subject] ?? 0);
  const selected = [...rows.keys()].filter((row) => (counts[row] ?? 0) > 0);
  return ranked({
    rows: selected.flatMap((row) => rows[row] ?? []),
    columns: [measure('count')],
    values: selected.map((row) => [counts[row] ?? 0]),
  });
}

export function sharedOccupations(asked: Asked, kind: ItemKind): Figure {
  const groups = groupsAsked(asked, kind);
  if (groups.length > MOST_COMPARED)
    throw new FrameworksError(
      'frameworks.too-many-groups',
      `${groups.length} of them cannot all be compared with each other: ask for those under one item, ${MOST_COMPARED} at most.`,
      '/under',
    );
  const shared = overlaps(
    asked.release,
    groups.map(({ ksas }) => ksas),
    asked.rule as OverlapRule,
  );
  const entries = groups.map(({ item }) => ofItem(item));
  return {
    rows: entries,
    columns: entries,
    values: groups.map((_, row) => [...shared.subarray(row * groups.length, (row + 1) * groups.length)]),
  };
}
