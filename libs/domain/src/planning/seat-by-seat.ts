import { copyOf, release, seat, type Assignment } from './assignment.ts';
import type { PlanningProblem } from './planning-problem.ts';
import { workerHeap } from './worker-heap.ts';

/** A plan made seat by seat, and what its last seats say of what seats and money are worth. */
export interface SeatedPlan {
  readonly assignment: Assignment;
  /** By session: points that the last seat brought; 0 where seats are left. */
  readonly lastSeat: Float64Array;
  /** Points a cent that the last step brought that cost anything; 0 where the budget was no limit. */
  readonly perCent: number;
}

const movesAStep = 64;

/**
 * Gives seat after seat, beyond those of `from`, to whom it brings most at once: in points, or in points a cent. Ties
 * by worker, then programme, then session. What a session brings only falls as a worker takes others, so a worker is
 * looked at again only when their turn comes. Nobody is seated for what only opens the way. Yields now and then.
 */
export function* seatBySeat(
  problem: PlanningProblem,
  by: 'points' | 'points-per-cent',
  from: Assignment,
): Generator<undefined, SeatedPlan> {
  const { workers, entryStart, entryProgramme, entryGain, effectStart, effectElement, effectPoints } =
    problem;
  const { clauseStart, clauseEntries, sessionsOfProgramme, firstDay, lastDay } = problem;
  const { programmeCents, programmeMinutes, minutesPerWorker, budgetCents } = problem;
  const assignment = copyOf(from);
  const lastSeat = new Float64Array(problem.sessionIds.length);
  let perCent = 0;
  // By entry: the session it is taken in, −1: not taken.
  const takenIn = new Int32Array(entryProgramme.length).fill(-1);
  const minutes = new Float64Array(workers.length);
  const moveEntry = new Int32Array(workers.length);
  const moveSession = new Int32Array(workers.length);
  const moveGain = new Float64Array(workers.length);
  const reached = new Float64Array(effectElement.reduce((most, element) => Math.max(most, element + 1), 0));

  /** The seats that a worker has from the beginning. */
  function readSeats(worker: number): void {
    for (const session of assignment.sessionsOf[worker] as Int32Array) {
      const programme = problem.sessionProgramme[session] as number;
      minutes[worker] = (minutes[worker] as number) + (programmeMinutes[programme] as number);
      for (let entry = entryStart[worker] as number; entry < (entryStart[worker + 1] as number); entry += 1) {
        if (entryProgramme[entry] === programme) takenIn[entry] = session;
      }
    }
  }

  function added(entry: number): number {
    let sum = 0;
    for (let at = effectStart[entry] as number; at < (effectStart[entry + 1] as number); at += 1) {
      sum += Math.max(0, (effectPoints[at] as number) - (reached[effectElement[at] as number] as number));
    }
    return sum;
  }

  function isFree(worker: number, session: number): boolean {
    return (assignment.sessionsOf[worker] as Int32Array).every(
      (other) =>
        (lastDay[other] as number) < (firstDay[session] as number) ||
        (lastDay[session] as number) < (firstDay[other] as number),
    );
  }

  function isEnterable(entry: number, session: number): boolean {
    for (
      let clause = clauseStart[entry] as number;
      clause < (clauseStart[entry + 1] as number);
      clause += 1
    ) {
      const end = clauseEntries.start[clause + 1] as number;
      let fulfilled = false;
      for (let at = clauseEntries.start[clause] as number; at < end && !fulfilled; at += 1) {
        const before = takenIn[clauseEntries.items[at] as number] as number;
        fulfilled = before >= 0 && (lastDay[before] as number) < (firstDay[session] as number);
      }
      if (!fulfilled) return false;
    }
    return true;
  }

  /** Finds a worker's next move, and how much it counts; 0: there is none. */
  function find(worker: number): number {
    const start = entryStart[worker] as number;
    const to = entryStart[worker + 1] as number;
    for (let entry = start; entry < to; entry += 1) {
      if (takenIn[entry] === -1) continue;
      for (let at = effectStart[entry] as number; at < (effectStart[entry + 1] as number); at += 1) {
        const element = effectElement[at] as number;
        reached[element] = Math.max(reached[element] as number, effectPoints[at] as number);
      }
    }
    let best = 0;
    for (let entry = start; entry < to; entry += 1) {
      if (takenIn[entry] !== -1 || entryGain[entry] === 0) continue;
      const programme = entryProgramme[entry] as number;
      const cents = programmeCents[programme] as number;
      if (cents > assignment.centsLeft) continue;
      if ((minutes[worker] as number) + (programmeMinutes[programme] as number) > minutesPerWorker) continue;
      const gain = added(entry);
      const counts = by === 'points' ? gain : gain / (cents + 1);
      if (counts <= best) continue;
      const end = sessionsOfProgramme.start[programme + 1] as number;
      for (let at = sessionsOfProgramme.start[programme] as number; at < end; at += 1) {
        const session = sessionsOfProgramme.items[at] as number;
        if (assignment.open[session] === 0 || !isFree(worker, session) || !isEnterable(entry, session))
          continue;
        best = counts;
        moveEntry[worker] = entry;
        moveSession[worker] = session;
        moveGain[worker] = gain;
        break;
      }
    }
    reached.fill(0);
    return best;
  }

  function move(worker: number): void {
    const entry = moveEntry[worker] as number;
    const session = moveSession[worker] as number;
    const gain = moveGain[worker] as number;
    const programme = entryProgramme[entry] as number;
    const cents = programmeCents[programme] as number;
    const sessions = Int32Array.of(...(assignment.sessionsOf[worker] as Int32Array), session).sort();
    const gained = (assignment.gainedBy[worker] as number) + gain;
    const spent = (assignment.centsOf[worker] as number) + cents;
    release(assignment, worker);
    seat(assignment, worker, sessions, gained, spent);
    takenIn[entry] = session;
    minutes[worker] = (minutes[worker] as number) + (programmeMinutes[programme] as number);
    if (assignment.open[session] === 0) lastSeat[session] = gain;
    if (cents > 0) perCent = gain / cents;
  }

  const heap = workerHeap(workers.length);
  for (let worker = 0; worker < workers.length; worker += 1) {
    readSeats(worker);
    heap.push(worker, find(worker));
    if (worker % movesAStep === 0) yield;
  }
  let moves = 0;
  for (let worker = heap.first(); worker >= 0; worker = heap.first()) {
    const programme = entryProgramme[moveEntry[worker] as number] as number;
    const isPossible =
      assignment.open[moveSession[worker] as number] === 1 &&
      (programmeCents[programme] as number) <= assignment.centsLeft;
    if (isPossible) move(worker);
    heap.lowerFirst(find(worker));
    moves += 1;
    if (moves % movesAStep === 0) yield;
  }
  const dearest = programmeCents.reduce((most, cents) => Math.max(most, cents), 0);
  const isLimited = budgetCents !== Infinity && assignment.centsLeft < dearest;
  return { assignment, lastSeat, perCent: isLimited ? perCent : 0 };
}
