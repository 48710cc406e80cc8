import { assertExplained, type RequirementView } from './requirement-view.ts';

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

/**
 * Whether a worker is qualified: no when a critical requirement is short; else not yet known when a critical one is
 * unknown or not verified; else yes. (Domain design, "qualified".)
 */
export function qualification(ranked: readonly RequirementView[]): Qualification {
  assertExplained(ranked);
  const reasons = ranked.flatMap((view) => reasonAgainst(view) ?? []);
  if (reasons.length === 0) return { answer: 'yes', reasons };
  return { answer: reasons.some(({ reason }) => reason === 'short') ? 'no' : 'not-yet-known', reasons };
}

function reasonAgainst(view: RequirementView): QualificationReason | null {
  const { ksaNo, ksaCode, critical, status, verified, gap } = view;
  if (!critical) return null;
  if (status === 'short') return { ksaNo, ksaCode, reason: 'short', levelsShort: gap };
  if (status === 'unknown') return { ksaNo, ksaCode, reason: 'unknown' };
  return verified ? null : { ksaNo, ksaCode, reason: 'not-verified' };
}
