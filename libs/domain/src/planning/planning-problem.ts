import type { Programme } from '../training/programme.ts';
import type { PointScale } from './point-scale.ts';
import type { PlannedWorker, PlanningInput } from './training-plan.ts';

/** Lists in a row: those of item i are `items[start[i]]` … `items[start[i + 1] − 1]`. */
export interface Ragged {
  readonly start: Int32Array;
  readonly items: Int32Array;
}

/**
 * The organisation's question in arrays. Programmes that can be taken at all are numbered by id, sessions within the
 * window by first day, last day, id, workers by their number: the orders that ties are broken by.
 *
 * A worker's **entries** are the programmes that the worker may take: those that close something, and those on the way
 * to one. An entry's **effects** are the worker's open KSAs ("elements", numbered from 0 for each worker) that it
 * raises, and how many points of readiness the worker then has of that KSA; several entries that raise the same KSA
 * count once, to the higher. Its **clauses** are what must come first: of each clause one entry at least.
 */
export interface PlanningProblem {
  readonly input: PlanningInput;
  readonly scale: PointScale;
  readonly workers: readonly PlannedWorker[];

  readonly programmes: readonly Programme[];
  readonly programmeMinutes: Float64Array;
  readonly programmeCents: Float64Array;
  readonly sessionsOfProgramme: Ragged;

  readonly sessionIds: readonly string[];
  readonly sessionProgramme: Int32Array;
  /** Days as whole numbers that only compare. */
  readonly firstDay: Int32Array;
  readonly lastDay: Int32Array;
  /** Never more than there are workers. */
  readonly seats: Int32Array;

  /** Infinity: no limit. */
  readonly budgetCents: number;
  readonly minutesPerWorker: number;

  readonly entryStart: Int32Array;
  readonly entryProgramme: Int32Array;
  /** Points of the entry by itself; 0 for one that only opens the way. */
  readonly entryGain: Float64Array;
  readonly effectStart: Int32Array;
  readonly effectElement: Uint16Array;
  readonly effectPoints: Float64Array;
  /** Entry to clauses, clause to the entries that fulfil it. */
  readonly clauseStart: Int32Array;
  readonly clauseEntries: Ragged;
}
