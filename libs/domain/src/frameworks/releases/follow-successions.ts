import type { Succession } from './release-content.ts';

/** What an item or occupation has become, some releases later. */
export interface Successors {
  readonly kind: Succession['kind'];
  /** Each once; nothing for what was retired without replacement. */
  readonly into: readonly string[];
}

/** The successions of one release by what they begin from. */
export type SuccessionsByOrigin = ReadonlyMap<string, readonly Succession[]>;

export function byOrigin(successions: readonly Succession[]): SuccessionsByOrigin {
  return Map.groupBy(successions, ({ from }) => from);
}

/**
 * Follows an item or occupation through the successions of one release after the other, the earliest first. Null when
 * nothing has happened to it. What was retired on the way counts as retired, whatever became of its replacement.
 */
export function followSuccessions(
  lineage: string,
  releases: readonly SuccessionsByOrigin[],
): Successors | null {
  let current: readonly string[] = [lineage];
  let kind: Succession['kind'] | null = null;
  for (const successions of releases) {
    const next = new Set<string>();
    for (const each of current) {
      const ways = successions.get(each) ?? [];
      if (ways.length === 0) next.add(each);
      for (const { kind: way, to } of ways) {
        kind = kind === 'retired' || way === 'retired' ? 'retired' : (kind ?? way);
        if (to !== null) next.add(to);
      }
    }
    current = [...next];
  }
  return kind === null ? null : { kind, into: current };
}
