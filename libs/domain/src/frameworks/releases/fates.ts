import type { Succession } from './release-content.ts';
import { followSuccessions, type SuccessionsByOrigin } from './follow-successions.ts';

/** What became of an item that did not simply go on. */
export interface Fate {
  readonly kind: Succession['kind'];
  /** What of it is in the newer release, each once; of what is split or merged at least one. */
  readonly into: readonly string[];
}

/**
 * What became of the items of an older release in a newer one; none of what goes on as it was, whatever it is called and
 * wherever it stands. An item that several have come from it is split, also when it was merged with others before; one
 * that goes on as itself is merged only when another came to it; what left nothing behind is retired.
 */
export function fatesOf(
  older: readonly { readonly lineage: string }[],
  newer: readonly { readonly lineage: string }[],
  between: readonly SuccessionsByOrigin[],
): ReadonlyMap<string, Fate> {
  const there = new Set(newer.map(({ lineage }) => lineage));
  const touched = new Set(between.flatMap((successions) => [...successions.keys()]));
  const fates = new Map<string, Fate>();
  const targets = new Set<string>();
  const itself: string[] = [];
  for (const { lineage } of older) {
    const followed = touched.has(lineage) ? followSuccessions(lineage, between) : null;
    if (followed === null) {
      if (!there.has(lineage)) fates.set(lineage, { kind: 'retired', into: [] });
      continue;
    }
    const into = followed.into.filter((each) => there.has(each));
    if (followed.kind === 'retired' || into.length === 0) fates.set(lineage, { kind: 'retired', into });
    else if (into.length > 1) fates.set(lineage, { kind: 'split', into });
    else if (into[0] === lineage) itself.push(lineage);
    else {
      fates.set(lineage, { kind: followed.kind, into });
      if (followed.kind === 'merged') targets.add(into[0] as string);
    }
  }
  for (const lineage of itself)
    if (targets.has(lineage)) fates.set(lineage, { kind: 'merged', into: [lineage] });
  return fates;
}
