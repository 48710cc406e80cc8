import { isList, isMap, isName } from '../../given.ts';
import { assertRows, invalidRelease } from '../rows.ts';
import { successionFields } from './assert-release-content.ts';
import type { Succession } from './release-content.ts';

/** What an item or occupation has become, some releases later. */
export interface Successors {
  readonly kind: Succession['kind'];
  /** Each once; nothing for what was retired without replacement. */
  readonly into: readonly string[];
}

/** The successions of one release by what they begin from. */
export type SuccessionsByOrigin = ReadonlyMap<string, readonly Succession[]>;

/** Throws `frameworks.invalid-release`, naming the place. */
export function byOrigin(successions: readonly Succession[]): SuccessionsByOrigin {
  assertRows(successions, successionFields, 'succession', '/successions');
  return Map.groupBy(successions, ({ from }) => from);
}

/**
 * Follows an item or occupation through the successions of one release after the other, the earliest first. Null when
 * nothing has happened to it. What was retired on the way counts as retired, whatever became of its replacement. Throws
 * `frameworks.invalid-release`, naming the place.
 */
export function followSuccessions(
  lineage: string,
  releases: readonly SuccessionsByOrigin[],
): Successors | null {
  if (!isName(lineage)) throw invalidRelease(`${lineage} is no lineage.`, '/lineage');
  if (!isList(releases) || !releases.every(isMap))
    throw invalidRelease('Successions come by what they begin from, release by release.', '/releases');
  let current: readonly string[] = [lineage];
  let kind: Succession['kind'] | null = null;
  for (const [place, successions] of releases.entries()) {
    const next = new Set<string>();
    for (const each of current) {
      const ways = successions.has(each) ? (successions.get(each) as readonly Succession[]) : [];
      assertRows(ways, successionFields, 'succession', `/releases/${place}/${each}`);
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
