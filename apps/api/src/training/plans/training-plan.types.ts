import type { LeftOutReason } from '#domain';

/** What a plan is asked for. */
export interface PlanQuestion {
  readonly name: string;
  /** `YYYY-MM-DD`: sessions count that lie within. */
  readonly from: string;
  readonly until: string;
  /** Null: no limit; the currency goes with it. */
  readonly budgetCents: number | null;
  readonly currency: string | null;
  readonly minutesPerWorker: number | null;
  /** For whom; null: whatever team, whatever role. */
  readonly teamNo: number | null;
  readonly roleProfileIds: readonly string[] | null;
}

/** Programmes are not all paid in one currency. */
export interface PlanCost {
  readonly currency: string;
  readonly cents: number;
}

interface LeftOutProgramme {
  readonly programmeId: string;
  readonly reason: LeftOutReason;
  readonly workers: number;
  /** A whole number in text: it can be large. */
  readonly wouldGain: string;
}

/** What came out. Numerators are whole numbers in text, over the denominator. */
export interface PlanResult {
  readonly algorithm: string;
  readonly denominator: string;
  readonly gained: string;
  readonly bound: string;
  readonly shortfall: string;
  /** Who was planned for, with a seat or without. */
  readonly workerCount: number;
  readonly seatedCount: number;
  readonly placeCount: number;
  readonly costs: readonly PlanCost[];
  readonly leftOut: readonly LeftOutProgramme[];
  readonly uncovered: readonly { readonly ksaNo: number; readonly workers: number }[];
}

export interface NewPlace {
  readonly workerNo: number;
  readonly place: number;
  readonly sessionId: string;
  readonly gained: string;
}

export type PlanState = 'planning' | 'planned' | 'failed' | 'cancelled';

/** A plan as a list shows it: with its last run, and what its places come to. */
export interface PlanSummary extends Omit<PlanQuestion, 'teamNo' | 'roleProfileIds'> {
  readonly id: string;
  readonly team: { readonly id: string; readonly name: string } | null;
  readonly roleProfiles: readonly { readonly id: string; readonly name: string }[] | null;
  readonly createdAt: Date;
  readonly computedAt: Date | null;
  /** A session has changed since it was computed. */
  readonly stale: boolean;
  readonly jobId: string | null;
  readonly jobState: 'waiting' | 'active' | 'completed' | 'failed' | 'cancelled' | null;
  readonly done: number;
  readonly total: number | null;
  readonly error: string | null;
  readonly result: Omit<PlanResult, 'leftOut' | 'uncovered'> | null;
}

/** A plan with what stayed out. */
export interface PlanDetail extends Omit<PlanSummary, 'result'> {
  readonly result: PlanResult | null;
}

export interface PlacedWorker {
  readonly workerId: string;
  readonly workerName: string;
  readonly place: number;
  readonly gained: string;
  readonly sessionId: string;
  readonly programmeId: string;
  readonly programmeTitle: string;
  readonly firstDay: string;
  readonly lastDay: string;
}
