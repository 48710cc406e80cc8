import type { Instant } from '../ratings/instant.ts';
import { columnsOfRatings } from '../ratings/rating-columns.ts';
import type { RatingPolicy } from '../ratings/rating-policy.ts';
import type { Rating } from '../ratings/rating.ts';
import { assertDistinctSeqs } from '../ratings/resolve-ratings.ts';
import { requirementResolver } from './resolve-requirements.ts';
import { assertCompiled, type CompiledRoleProfile } from './role-profile.ts';
import { scoreRequirements, type RequirementTotals } from './score-requirements.ts';

/** The formula's name and version, kept with every score. */
export const gapScoreAlgorithm = 'gap-score/1';

/**
 * One worker's score, in the shape that is stored: sums, and one entry a requirement in the profile's order. With the
 * profile version it suffices for the whole explanation.
 */
export interface GapScore extends RequirementTotals {
  readonly algorithm: string;
  readonly policyVersion: number;
  readonly asOf: Instant;
  /** A level, or −1 for unknown. */
  readonly attained: readonly number[];
  /** The seq of the rating that decided, −1 when there is none. */
  readonly used: readonly number[];
  /** Met by the sources that the requirement asks for alone. */
  readonly verified: readonly boolean[];
}

/**
 * Resolves one worker's ratings, in any order, by the policy and scores them against the profile. The same inputs give
 * the same score, to the bit. Throws a typed error that names the rating when one is out of range.
 */
export function scoreWorker(
  profile: CompiledRoleProfile,
  policy: RatingPolicy,
  ratings: readonly Rating[],
  asOf: Instant,
): GapScore {
  assertCompiled(profile);
  const columns = columnsOfRatings(ratings, profile.maxLevel);
  assertDistinctSeqs(ratings);
  const resolved = {
    attained: new Int16Array(profile.slotCount),
    used: new Int32Array(profile.slotCount),
    verified: new Uint8Array(profile.slotCount),
  };
  requirementResolver(profile, policy)(columns, 0, ratings.length, asOf, resolved, 0);
  return {
    ...scoreRequirements(profile, resolved.attained, resolved.verified),
    algorithm: gapScoreAlgorithm,
    policyVersion: policy.version,
    asOf,
    attained: [...resolved.attained],
    used: [...resolved.used],
    verified: Array.from(resolved.verified, (flag) => flag === 1),
  };
}
