import type { Source } from './sources.ts';

/** Whole days, 1 and up, for which a source's ratings count; a source not named counts until its own expiry. */
export type ValidityDays = Readonly<Partial<Record<Source, number>>>;

interface PolicyIdentity {
  readonly name: string;
  /** Whole number, 1 and up; every change of a policy is a new version, kept with the scores it made. */
  readonly version: number;
  readonly validityDays: ValidityDays;
}

/**
 * The most trusted source wins, the newest within a rank; of two at the same second the one recorded later.
 * `ranks` lists every source once, most trusted first; sources in one inner list share a rank.
 */
export interface MostTrustedPolicy extends PolicyIdentity {
  readonly kind: 'most-trusted';
  readonly ranks: readonly (readonly Source[])[];
}

/**
 * The newest live rating of each source, weighted by the source's weight and its age; the attained level is the
 * weighted lower median: the highest level that more than half of the weight reaches.
 */
export interface ConsensusPolicy extends PolicyIdentity {
  readonly kind: 'consensus';
  /** Whole numbers 0 … 1000; 0: the source has no say. */
  readonly weights: Readonly<Record<Source, number>>;
  /** Whole days, 1 and up; what `decay` was made from. */
  readonly halfLifeDays: number;
  /**
   * `decay[d]` = round(2^20 · 2^(−d / halfLifeDays)) for a rating d whole days old; 0 beyond its end. Made once by
   * `decayTable` and stored with the version: no power is ever computed twice.
   */
  readonly decay: readonly number[];
}

export type RatingPolicy = MostTrustedPolicy | ConsensusPolicy;

/** The policy that an organisation begins with. (Domain design, "Attained level".) */
export const defaultRatingPolicy: MostTrustedPolicy = {
  kind: 'most-trusted',
  name: 'most-trusted',
  version: 1,
  ranks: [['test', 'credential'], ['assessor'], ['manager'], ['training'], ['self']],
  validityDays: {},
};
