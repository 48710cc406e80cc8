import { isWhole } from '../../given.ts';
import { FrameworksError } from '../frameworks.errors.ts';
import { assertCompiledRelease, at, type CompiledRelease } from './analysed-release.ts';

/**
 * How near an occupation is to a set of KSAs:
 * - `jaccard`: KSAs of both, of those of either: neither a small nor a large occupation is near by its size alone;
 * - `covered`: KSAs of both, of those of the occupation: how much of it the set covers;
 * - `shared`: KSAs of both.
 */
export const nearnessRules = ['jaccard', 'covered', 'shared'] as const;

export type NearnessRule = (typeof nearnessRules)[number];

/** An occupation by its place; the counts are exact, and `nearness` follows from them. */
export interface NearOccupation {
  readonly occupation: number;
  readonly shared: number;
  /** KSAs that the occupation needs. */
  readonly needed: number;
  readonly nearness: number;
}

/**
 * Every occupation that needs any of the KSAs, the nearest first, of as near ones that with more shared, then by title and
 * area. Throws `frameworks.release-not-compiled`, `frameworks.nothing-to-analyse`,
 * `frameworks.rule-of-another-analysis`.
 */
export function nearestOccupations(
  release: CompiledRelease,
  ksas: ReadonlySet<number>,
  rule: NearnessRule,
): NearOccupation[] {
  assertCompiledRelease(release);
  assertKsas(release, ksas);
  if (!nearnessRules.includes(rule))
    throw new FrameworksError(
      'frameworks.rule-of-another-analysis',
      `Occupations are near by ${nearnessRules.join(', ')}, not by ${rule}.`,
      '/rule',
    );
  const shared = new Int32Array(release.occupations.length);
  const { starts, others } = release.ofKsas;
  for (const ksa of ksas) {
    for (let slot = at(starts, ksa); slot < at(starts, ksa + 1); slot += 1) {
      const occupation = at(others, slot);
      shared[occupation] = at(shared, occupation) + 1;
    }
  }
  const sizes = release.ofOccupations.starts;
  return release.occupations
    .flatMap((_, occupation) => {
      const both = at(shared, occupation);
      if (both === 0) return [];
      const needed = at(sizes, occupation + 1) - at(sizes, occupation);
      const nearness = {
        jaccard: both / (needed + ksas.size - both),
        covered: both / needed,
        shared: both,
      }[rule];
      return [{ occupation, shared: both, needed, nearness }];
    })
    .sort(
      (a, b) =>
        b.nearness - a.nearness || b.shared - a.shared || byTitle(release, a.occupation, b.occupation),
    );
}

function assertKsas(release: CompiledRelease, ksas: ReadonlySet<number>): void {
  if (ksas instanceof Set && [...ksas].every((ksa) => isWhole(ksa, 0, release.ksas.length - 1))) return;
  throw new FrameworksError(
    'frameworks.nothing-to-analyse',
    'KSAs come as a set of their places in the release.',
    '/ksas',
  );
}

function byTitle({ occupations, areaOf }: CompiledRelease, a: number, b: number): number {
  const [one, other] = [occupations[a]?.title ?? '', occupations[b]?.title ?? ''];
  if (one !== other) return one < other ? -1 : 1;
  return at(areaOf, a) - at(areaOf, b);
}
