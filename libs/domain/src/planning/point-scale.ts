import type { CompiledRoleProfile } from '../gaps/role-profile.ts';
import type { PlanningInput } from './training-plan.ts';

/**
 * How readiness of different profiles is put on one scale. Exactly: over `denominator`. For the search: in points,
 * whole numbers of which a readiness of 1 has `pointsOfOne`, rounded up where the profile's denominator does not divide
 * them, so that a bound in points is never below the truth.
 */
export interface PointScale {
  readonly denominator: bigint;
  /** By profile: what a numerator of the profile is to be multiplied with. */
  readonly factor: readonly bigint[];
  readonly pointsOfOne: number;
  /** Nothing is rounded: points are numerators, times a whole number. */
  readonly exact: boolean;
}

const mostPoints = 2 ** 52;
const mostPointsOfOne = 2 ** 30;

/** Points of all scores together stay below 2^52, so that sums of them are exact. */
export function pointScale({ profiles, workers }: PlanningInput): PointScale {
  const used = new Set<number>();
  let scores = 1;
  for (const { roles } of workers) {
    scores += roles.length;
    for (const { profile } of roles) used.add(profile);
  }
  let denominator = 1n;
  for (const profile of used) {
    denominator = leastCommonMultiple(
      denominator,
      BigInt((profiles[profile] as CompiledRoleProfile).denominator),
    );
  }
  const most = Math.min(mostPointsOfOne, 2 ** Math.floor(Math.log2(mostPoints / scores)));
  const exact = denominator <= BigInt(most);
  return {
    denominator,
    factor: profiles.map((profile, index) =>
      used.has(index) ? denominator / BigInt(profile.denominator) : 0n,
    ),
    pointsOfOne: exact ? Number(denominator) * Math.floor(most / Number(denominator)) : most,
    exact,
  };
}

/** By slot and number of levels attained beyond: `[slot · (maxLevel + 1) + levels]`. */
export function pointsOfLevels(profile: CompiledRoleProfile, { pointsOfOne }: PointScale): Float64Array {
  const { maxLevel, worthOfLevel, denominator, requirements } = profile;
  const points = new Float64Array(requirements.length * (maxLevel + 1));
  requirements.forEach((_, slot) => {
    for (let levels = 1; levels <= maxLevel; levels += 1) {
      // Below 2^53: a weight of 100 times 2520 times 2^30 is 2^48.
      points[slot * (maxLevel + 1) + levels] = quotientUp(
        levels * (worthOfLevel[slot] as number) * pointsOfOne,
        denominator,
      );
    }
  });
  return points;
}

/** The whole number of readiness over `denominator` that is certainly not exceeded by so many points. */
export function numeratorOfPoints(points: number, { denominator, pointsOfOne }: PointScale): bigint {
  return (BigInt(points) * denominator) / BigInt(pointsOfOne);
}

function quotientUp(dividend: number, divisor: number): number {
  // The floating-point quotient may be off by one past 2^53 of precision; the remainder is exact.
  let quotient = Math.floor(dividend / divisor);
  while (quotient * divisor > dividend) quotient -= 1;
  while (quotient * divisor < dividend) quotient += 1;
  return quotient;
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y > 0n) [x, y] = [y, x % y];
  return (a / x) * b;
}
