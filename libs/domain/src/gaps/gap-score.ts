import type { Rating } from '../ratings/rating.ts';
import type { RatingPolicy } from '../ratings/rating-policy.ts';
import type { Instant } from '../ratings/instant.ts';
import type { CompiledRoleProfile } from './role-profile.ts';
import type { RequirementTotals } from './score-requirements.ts';

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

/** Resolves a worker's ratings by the policy and scores them against the profile. */
export function scoreWorker(
  profile: CompiledRoleProfile,
  policy: RatingPolicy,
  ratings: readonly Rating[],
  asOf: Instant,
): GapScore {
  throw new Error('still to be written');
}
