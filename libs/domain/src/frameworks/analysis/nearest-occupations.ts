import { isRecord, isWhole } from '../../given.ts';
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
  assertRule(rule);
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
      const nearness = nearnessOf(rule, { shared: both, needed, had: ksas.size });
      return [{ occupation, shared: both, needed, nearness }];
    })
    .sort(
      (a, b) =>
        b.nearness - a.nearness || b.shared - a.shared || byTitle(release, a.occupation, b.occupation),
    );
}

/** How many KSAs an occupation shares with a set of them; how many it needs, 1 and up; how many the set has, 1 and up. */
export interface SharedKsas {
  readonly shared: number;
  readonly needed: number;
  readonly had: number;
}

/**
 * How near an occupation is that shares some KSAs with a set: 0 to 1, by `shared` their number. Throws
 * `frameworks.rule-of-another-analysis`, and `frameworks.nothing-to-analyse` for what are no such numbers.
 */
export function nearnessOf(rule: NearnessRule, counts: SharedKsas): number {
  assertRule(rule);
  const { shared, needed, had } = isRecord(counts) ? counts : NO_KSAS;
  if (!isWhole(needed, 1, MOST) || !isWhole(had, 1, MOST) || !isWhole(shared, 0, Math.min(needed, had)))
    throw new FrameworksError(
      'frameworks.nothing-to-analyse',
      'Of what is needed and had, each at least one, no more can be shared.',
      '/counts',
    );
  return { jaccard: shared / (needed + had - shared), covered: shared / needed, shared }[rule];
}

const MOST = Number.MAX_SAFE_INTEGER;
const NO_KSAS: SharedKsas = { shared: 0, needed: 0, had: 0 };

function assertRule(rule: NearnessRule): void {
  if (nearnessRules.includes(rule)) return;
  throw new FrameworksError(
    'frameworks.rule-of-another-analysis',
    `Occupations are near by ${nearnessRules.join(', ')}, not by ${rule}.`,
    '/rule',
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
