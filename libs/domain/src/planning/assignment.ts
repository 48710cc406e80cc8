import type { PlanningProblem } from './planning-problem.ts';

/** A plan in the making: who sits where, and what is left. */
export interface Assignment {
  /** Points of all workers together. */
  gained: number;
  /** Of the budget. */
  centsLeft: number;
  readonly seatsLeft: Int32Array;
  /** By session: 0 when it is full. */
  readonly open: Uint8Array;
  /** By worker: sessions in the order of their days. */
  readonly sessionsOf: Int32Array[];
  readonly gainedBy: Float64Array;
  readonly centsOf: Float64Array;
}

const none = new Int32Array(0);

export function emptyAssignment({ workers, seats, budgetCents }: PlanningProblem): Assignment {
  return {
    gained: 0,
    centsLeft: budgetCents,
    seatsLeft: seats.slice(),
    open: Uint8Array.from(seats, (left) => (left > 0 ? 1 : 0)),
    sessionsOf: workers.map(() => none),
    gainedBy: new Float64Array(workers.length),
    centsOf: new Float64Array(workers.length),
  };
}

export function copyOf(assignment: Assignment): Assignment {
  return {
    ...assignment,
    seatsLeft: assignment.seatsLeft.slice(),
    open: assignment.open.slice(),
    sessionsOf: [...assignment.sessionsOf],
    gainedBy: assignment.gainedBy.slice(),
    centsOf: assignment.centsOf.slice(),
  };
}

/** Frees a worker's seats and money. */
export function release(assignment: Assignment, worker: number): void {
  for (const session of assignment.sessionsOf[worker] as Int32Array) {
    assignment.seatsLeft[session] = (assignment.seatsLeft[session] as number) + 1;
    assignment.open[session] = 1;
  }
  assignment.centsLeft += assignment.centsOf[worker] as number;
  assignment.gained -= assignment.gainedBy[worker] as number;
}

/** Seats a worker who has no seat, or whose seats were released. */
export function seat(
  assignment: Assignment,
  worker: number,
  sessions: Int32Array,
  gained: number,
  cents: number,
): void {
  for (const session of sessions) {
    const left = (assignment.seatsLeft[session] as number) - 1;
    assignment.seatsLeft[session] = left;
    if (left === 0) assignment.open[session] = 0;
  }
  assignment.sessionsOf[worker] = sessions;
  assignment.gainedBy[worker] = gained;
  assignment.centsOf[worker] = cents;
  assignment.gained += gained;
  assignment.centsLeft -= cents;
}

/** More gained, then less spent; the first of two alike. */
export function better(first: Assignment, second: Assignment): Assignment {
  const more = second.gained - first.gained || second.centsLeft - first.centsLeft;
  return more > 0 ? second : first;
}
