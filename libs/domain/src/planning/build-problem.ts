import { dayNumber } from './day-number.ts';
import type { PlanningProblem, Ragged } from './planning-problem.ts';
import { pointScale } from './point-scale.ts';
import { sessionsWithin } from './sessions-within.ts';
import type { PlanningInput } from './training-plan.ts';
import { workerEntries } from './worker-entries.ts';
import { trainableKsas, workerGaps } from './worker-gaps.ts';

const workersAStep = 64;

/** Puts the question into arrays; yields after each few workers. */
export function* buildProblem(input: PlanningInput): Generator<undefined, PlanningProblem> {
  const { profiles, costCents, minutesPerWorker } = input;
  const workers = [...input.workers].sort((a, b) => a.workerNo - b.workerNo);
  const scale = pointScale(input);
  const ksas = trainableKsas(input.programmes);

  const sessions = sessionsWithin(input);
  const held = new Set(sessions.map(({ programmeId }) => programmeId));
  const programmes = input.programmes
    .filter(
      (programme) =>
        held.has(programme.id) &&
        programme.minutes <= (minutesPerWorker ?? Infinity) &&
        (costCents === null || (programme.costCents !== null && programme.costCents <= costCents)),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const indexOfProgramme = new Map(programmes.map(({ id }, index) => [id, index]));
  const taken = sessions.filter(({ programmeId }) => indexOfProgramme.has(programmeId));
  const sessionProgramme = Int32Array.from(
    taken,
    ({ programmeId }) => indexOfProgramme.get(programmeId) as number,
  );

  const gaps = workerGaps(profiles, ksas, scale);
  const entries = workerEntries(programmes, ksas, gaps);
  for (const [index, worker] of workers.entries()) {
    entries.add(worker);
    if (index % workersAStep === workersAStep - 1) yield;
  }
  return {
    input,
    scale,
    workers,
    programmes,
    programmeMinutes: Float64Array.from(programmes, ({ minutes }) => minutes),
    programmeCents: Float64Array.from(programmes, ({ costCents: cents }) => cents ?? 0),
    sessionsOfProgramme: grouped(sessionProgramme, programmes.length),
    sessionIds: taken.map(({ id }) => id),
    sessionProgramme,
    firstDay: Int32Array.from(taken, ({ firstDay }) => dayNumber(firstDay)),
    lastDay: Int32Array.from(taken, ({ lastDay }) => dayNumber(lastDay)),
    seats: Int32Array.from(taken, ({ seats }) => Math.min(seats ?? workers.length, workers.length)),
    budgetCents: costCents ?? Infinity,
    minutesPerWorker: minutesPerWorker ?? Infinity,
    ...entries.finish(),
  };
}

/** The places of each value 0 … count − 1, in their order. */
function grouped(values: Int32Array, count: number): Ragged {
  const start = new Int32Array(count + 1);
  for (const value of values) start[value + 1] = (start[value + 1] as number) + 1;
  for (let index = 0; index < count; index += 1)
    start[index + 1] = (start[index + 1] as number) + (start[index] as number);
  const next = start.slice();
  const items = new Int32Array(values.length);
  values.forEach((value, place) => {
    items[next[value] as number] = place;
    next[value] = (next[value] as number) + 1;
  });
  return { start, items };
}
