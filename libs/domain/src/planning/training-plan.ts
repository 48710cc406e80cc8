import type { CompiledRoleProfile } from '../gaps/role-profile.ts';
import type { Programme } from '../training/programme.ts';

/** One holding of a programme: who sits in it completes the programme on its last day. */
export interface ProgrammeSession {
  readonly id: string;
  readonly programmeId: string;
  /** `YYYY-MM-DD`; all its days are taken, from the first to the last. */
  readonly firstDay: string;
  readonly lastDay: string;
  /** Whole number, 0 and up; `null`: as many as want to. */
  readonly seats: number | null;
}

/** A worker against one of their role profiles. */
export interface PlannedRole {
  /** Index into the input's `profiles`. */
  readonly profile: number;
  /** A level, or −1 for unknown, for each requirement of the profile, in its order. */
  readonly attained: ArrayLike<number>;
}

export interface PlannedWorker {
  /** Whole number, each once. */
  readonly workerNo: number;
  /** None: the worker is asked for nothing, and gains nothing. */
  readonly roles: readonly PlannedRole[];
  /** Attained levels by KSA number beyond what the roles ask for: a programme may ask for them on entry. */
  readonly beyond?: ReadonlyMap<number, number>;
  /** Ids of programmes that the worker has completed: they open others, and are not taken again. */
  readonly completed?: readonly string[];
}

/** Whom to train in what, when: the whole organisation's question. */
export interface PlanningInput {
  /** All on one scale. */
  readonly profiles: readonly CompiledRoleProfile[];
  readonly workers: readonly PlannedWorker[];
  /** The catalogue: what is in no session cannot be taken, but is named among what stayed out. */
  readonly programmes: readonly Programme[];
  readonly sessions: readonly ProgrammeSession[];
  /** Sessions count that begin on or after `from` and end on or before `until`, `YYYY-MM-DD`. */
  readonly from: string;
  readonly until: string;
  /**
   * What the organisation may spend, in whole cents; `null` is no limit. With a limit, programmes of unknown cost are
   * not chosen.
   */
  readonly costCents: number | null;
  /** What each worker may spend in sessions, in whole minutes; `null` is no limit. */
  readonly minutesPerWorker: number | null;
}

export interface PlanningEffort {
  /** How many nodes the exact search of a small organisation's plans may visit; default 200,000. */
  readonly exactNodes?: number;
}

/** A worker's seat in a session. */
export interface PlannedPlace {
  readonly workerNo: number;
  readonly sessionId: string;
  readonly programmeId: string;
  /** 1, 2, 3 … in the order of the worker's days. */
  readonly order: number;
  /** What it adds to the places before it: numerator. 0 for one that only opens the way to a later one. */
  readonly gained: bigint;
}

export interface PlannedSession {
  readonly sessionId: string;
  readonly taken: number;
  /** `null`: without limit. */
  readonly seatsLeft: number | null;
}

/**
 * Why a worker does not take a programme that would still close something. The first that applies:
 * `no-session`: it is not held within the window. `cost-unknown`: the provider does not say, and there is a budget.
 * `prerequisites`: the worker can enter none of its sessions. `no-time`: each overlaps what the worker takes, or the
 * worker's minutes are used up. `no-seats`: all that are left are full. `no-budget`: the rest of the budget does not
 * pay for it.
 */
export const leftOutReasons = [
  'no-session',
  'cost-unknown',
  'prerequisites',
  'no-time',
  'no-seats',
  'no-budget',
] as const;

export type LeftOutReason = (typeof leftOutReasons)[number];

/** A programme that would have closed something, of how many workers, and why they do not take it. */
export interface LeftOut {
  readonly programmeId: string;
  readonly reason: LeftOutReason;
  readonly workers: number;
  /** What it alone would add to the plan, over these workers: numerator. Two programmes may close the same. */
  readonly wouldGain: bigint;
}

/** A KSA that is short of what a role asks for, and that no programme of the catalogue raises above. */
export interface UncoveredKsa {
  readonly ksaNo: number;
  readonly ksaCode: string;
  readonly workers: number;
}

/**
 * Every numerator is over `denominator`, the least common multiple of the denominators of the profiles: a readiness of
 * 1 of one worker in one role profile counts `denominator`, whatever the profile. The organisation's readiness is the
 * sum over all scores, so each score counts the same.
 */
export interface TrainingPlan {
  readonly algorithm: string;
  readonly denominator: bigint;
  /** Readiness gained by all places together. */
  readonly gained: bigint;
  /** Certificate: no plan within seats, days and budget gains more. Never below the optimum. */
  readonly bound: bigint;
  /** `gained` and `bound` meet: there is no better plan. */
  readonly optimal: boolean;
  /** All that is known to be short before the plan, whether it can be closed or not. */
  readonly shortfall: bigint;
  readonly costCents: number;
  /** By worker number, then in the order of the days. */
  readonly places: readonly PlannedPlace[];
  /** Those within the window, by first day, last day, id. */
  readonly sessions: readonly PlannedSession[];
  /** By what it would gain, the most first; then programme, then reason in their order. */
  readonly leftOut: readonly LeftOut[];
  /** By KSA number. */
  readonly uncovered: readonly UncoveredKsa[];
}

/** How far a plan's making has come: `done` of `total` units of work, each less than a few milliseconds. */
export interface PlanningProgress {
  readonly done: number;
  readonly total: number;
}
