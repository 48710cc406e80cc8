import type { Release, ReleaseDiffCounts } from '../providers/records.ts';
import type { Text } from '../providers/useText.ts';

export const ITEM_CHANGES = [
  'added',
  'reworded',
  'moved',
  'recoded',
  'ordered',
  'split',
  'merged',
  'retired',
] as const satisfies readonly (keyof ReleaseDiffCounts['items'])[];

/** "3 added, 2 reworded": the kinds that occur, in their order; none: that nothing differs. */
export function countsInWords(
  text: Text,
  { items, areas, occupations, selections }: ReleaseDiffCounts,
): string {
  const renamed = areas.added + areas.renamed + areas.retired;
  const occupied = occupations.added + occupations.changed + occupations.retired;
  const words = [
    ...ITEM_CHANGES.filter((kind) => items[kind] > 0).map((kind) =>
      text(`releases.counts.${kind}`, { smart_count: items[kind] }),
    ),
    ...(renamed > 0 ? [text('releases.counts.areas', { smart_count: renamed })] : []),
    ...(occupied > 0 ? [text('releases.counts.occupations', { smart_count: occupied })] : []),
    ...(selections > 0 ? [text('releases.counts.selections', { smart_count: selections })] : []),
  ];
  return words.length === 0 ? text('releases.counts.none') : words.join(', ');
}

/** By framework, the one that role profiles begin from first; within one the newest first, as the API lists them. */
export function byFramework(releases: readonly Release[]): (readonly [Release, ...Release[]])[] {
  const groups = [...Map.groupBy(releases, ({ frameworkId }) => frameworkId).values()] as [
    Release,
    ...Release[],
  ][];
  const weight = (group: readonly Release[]) => (group.some(({ isCurrent }) => isCurrent) ? 0 : 1);
  return groups.sort(
    (left, right) => weight(left) - weight(right) || left[0].framework.localeCompare(right[0].framework),
  );
}

/** What a release is compared with when it opens: what it began from, else the newest other of its framework. */
export function comparedWith(release: Release, releases: readonly Release[]): string | null {
  if (release.basedOn !== null && releases.some(({ id }) => id === release.basedOn)) return release.basedOn;
  return (
    releases.find(({ id, frameworkId }) => frameworkId === release.frameworkId && id !== release.id)?.id ??
    null
  );
}

export const tagOf = (state: Release['state']): string =>
  ({
    draft: 'tag tag-expiry',
    'in-review': 'tag tag-expiry',
    published: 'tag',
    retired: 'tag tag-muted',
    discarded: 'tag tag-muted',
  })[state];
