import type { Recommendation } from '#domain';

export const DEFAULT_BUDGET_HOURS = 80;

/** A recommendation and what it was made from; numerators are over the denominator. */
export interface StoredRecommendation extends Pick<
  Recommendation,
  'algorithm' | 'denominator' | 'gained' | 'bound' | 'optimal' | 'steps' | 'uncovered' | 'assessFirst'
> {
  readonly workerNo: number;
  readonly profileVersionNo: number;
  readonly inputVersion: number;
  readonly policyVersion: number;
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly budgetHours: number;
  readonly computedAt: Date;
}
