import { assertProfileTotals } from './assert-totals.ts';
import { type Fraction, meanOfFractions } from './fraction.ts';
import { type ProfileTotals, tenthCount } from './group-totals.ts';

/** How ready a group is: the distribution of its members' scores; who has two roles counts with each. */
export interface GroupReadiness {
  readonly scores: number;
  /** Null when nobody is scored. */
  readonly mean: { readonly low: Fraction; readonly high: Fraction } | null;
  readonly qualified: number;
  readonly notQualified: number;
  readonly notYetKnown: number;
  /** Entry t: how many scores have t/10 ≤ readiness < (t + 1)/10; entry 10: those of 1. */
  readonly lowTenths: readonly number[];
  readonly highTenths: readonly number[];
}

/**
 * A group's readiness from its sums: mean of low = (Σ over profiles of Σ low / denominator) / scores, likewise high.
 * (Domain design, "Team, site and organisation".) Throws `groups.invalid-totals`.
 */
export function groupReadiness(profiles: readonly ProfileTotals[]): GroupReadiness {
  assertProfileTotals(profiles);
  const sum = (of: (totals: ProfileTotals) => number): number =>
    profiles.reduce((total, profile) => total + of(profile), 0);
  const tenths = (of: (totals: ProfileTotals) => readonly number[]): number[] =>
    Array.from({ length: tenthCount }, (_, tenth) => sum((profile) => of(profile)[tenth] ?? 0));
  const scores = sum((profile) => profile.scores);
  const mean = (of: (totals: ProfileTotals) => number): Fraction =>
    meanOfFractions(
      profiles.map((profile) => ({ numerator: of(profile), denominator: profile.denominator })),
      scores,
    );
  return {
    scores,
    mean: scores === 0 ? null : { low: mean(({ low }) => low), high: mean(({ high }) => high) },
    qualified: sum(({ qualified }) => qualified),
    notQualified: sum(({ notQualified }) => notQualified),
    notYetKnown: sum(({ notYetKnown }) => notYetKnown),
    lowTenths: tenths(({ lowTenths }) => lowTenths),
    highTenths: tenths(({ highTenths }) => highTenths),
  };
}
