import type { CompiledRoleProfile, Requirement } from './role-profile.ts';

export type RequirementStatus = 'met' | 'short' | 'unknown';

/** One requirement of a worker explained. `share`, `part` and `shortfall` are numerators over the denominator. */
export interface RequirementView extends Requirement {
  readonly attained: number | null;
  readonly status: RequirementStatus;
  readonly verified: boolean;
  /** Levels short: max(0, R − A); 0 when unknown. */
  readonly gap: number;
  /** Levels above: max(0, A − R); 0 when unknown. */
  readonly surplus: number;
  /** s: the most that this requirement can add to readiness. */
  readonly share: number;
  /** s·a: what it adds now; 0 when unknown. */
  readonly part: number;
  /** s·(1 − a): what closing the gap adds; 0 when unknown (what an unknown can hide is its share). */
  readonly shortfall: number;
  /** The seq of the rating that decided; `null` when there is none. */
  readonly usedSeq: number | null;
}

export interface Coverage {
  readonly met: number;
  readonly short: number;
  readonly unknown: number;
  readonly total: number;
}

export type NotQualifiedReason = 'short' | 'unknown' | 'not-verified';

export interface QualificationReason {
  readonly ksaNo: number;
  readonly ksaCode: string;
  readonly reason: NotQualifiedReason;
  /** Levels short, when that is the reason. */
  readonly levelsShort?: number;
}

export interface Qualification {
  readonly answer: 'yes' | 'no' | 'not-yet-known';
  /** Critical requirements that stand in the way, in the order of the ranking. */
  readonly reasons: readonly QualificationReason[];
}

/** The unknown whose answer can narrow the range most. `share`: numerator that it narrows the range by. */
export interface NextBestQuestion {
  readonly ksaNo: number;
  readonly ksaCode: string;
  readonly share: number;
}

/** A gap score explained: the domain's part of the gap view. */
export interface GapView {
  readonly denominator: number;
  readonly low: number;
  readonly high: number;
  readonly coverage: Coverage;
  readonly qualified: Qualification;
  readonly nextBestQuestion: NextBestQuestion | null;
  /** Ranked: what is open first (critical first), then what is met, by code. */
  readonly requirements: readonly RequirementView[];
}

/** What of a score is needed to explain it; a stored row has it. */
export interface ExplainableScore {
  readonly attained: ArrayLike<number>;
  readonly used: ArrayLike<number>;
  readonly verified: ArrayLike<boolean | number>;
}

/** Explains a score against the profile version that it was made with; the same sums, requirement by requirement. */
export function gapView(profile: CompiledRoleProfile, score: ExplainableScore): GapView {
  throw new Error('still to be written');
}
