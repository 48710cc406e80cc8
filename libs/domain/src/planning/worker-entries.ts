import type { Programme } from '../training/programme.ts';
import type { PlanningProblem } from './planning-problem.ts';
import type { PlannedWorker } from './training-plan.ts';
import type { TrainableKsas, WorkerGaps } from './worker-gaps.ts';

type Entries = Pick<
  PlanningProblem,
  | 'entryStart'
  | 'entryProgramme'
  | 'entryGain'
  | 'effectStart'
  | 'effectElement'
  | 'effectPoints'
  | 'clauseStart'
  | 'clauseEntries'
>;

interface LevelOf {
  readonly ksa: number;
  readonly level: number;
}

/** Collects the workers' entries, worker by worker in their order. */
export function workerEntries(
  programmes: readonly Programme[],
  ksas: TrainableKsas,
  gaps: WorkerGaps,
): { add(worker: PlannedWorker): void; finish(): Entries } {
  const indexOfId = new Map(programmes.map(({ id }, index) => [id, index]));
  const outcomes = programmes.map((programme): LevelOf[] =>
    programme.outcomes.map(({ ksaNo, level }) => ({ ksa: ksas.indexOf(ksaNo), level })),
  );
  const requiredLevels = programmes.map((programme): LevelOf[] =>
    programme.requiresLevels.map(({ ksaNo, level }) => ({ ksa: ksas.indexOf(ksaNo), level })),
  );
  const raisers = Array.from({ length: ksas.count }, (): { programme: number; level: number }[] => []);
  outcomes.forEach((raised, programme) => {
    for (const { ksa, level } of raised) raisers[ksa]?.push({ programme, level });
  });

  const entryStart = [0];
  const entryProgramme: number[] = [];
  const entryGain: number[] = [];
  const effectStart = [0];
  const effectElement: number[] = [];
  const effectPoints: number[] = [];
  const clauseStart = [0];
  const clauseEntryStart = [0];
  const clauseEntries: number[] = [];

  /** What must come first of what the worker has not: each clause the programmes of which one fulfils it. */
  function clausesOf(programme: number, completed: ReadonlySet<string>): number[][] {
    const clauses: number[][] = [];
    for (const id of programmes[programme]?.requiresProgrammes ?? []) {
      if (completed.has(id)) continue;
      const required = indexOfId.get(id);
      clauses.push(required === undefined ? [] : [required]);
    }
    for (const { ksa, level } of requiredLevels[programme] as LevelOf[]) {
      if (gaps.standing(ksa) >= level) continue;
      // Nobody enters a programme by what it teaches.
      const fulfil = (raisers[ksa] ?? []).filter(
        (raiser) => raiser.level >= level && raiser.programme !== programme,
      );
      clauses.push(fulfil.map((raiser) => raiser.programme));
    }
    return clauses;
  }

  return {
    add(worker): void {
      gaps.read(worker);
      const done = new Set(worker.completed ?? []);
      const clauses = new Map<number, number[][]>();
      const waiting: number[] = [];
      const want = (programme: number): void => {
        if (clauses.has(programme) || done.has(programmes[programme]?.id ?? '')) return;
        clauses.set(programme, clausesOf(programme, done));
        waiting.push(programme);
      };
      for (const ksa of gaps.open) {
        for (const { programme, level } of raisers[ksa] ?? []) {
          if (gaps.pointsAt(ksa, level) > 0) want(programme);
        }
      }
      for (let place = 0; place < waiting.length; place += 1) {
        for (const clause of clauses.get(waiting[place] as number) ?? []) clause.forEach(want);
      }

      const kept = enterable(clauses);
      const entryOf = new Map(kept.map((programme, index) => [programme, entryProgramme.length + index]));
      for (const programme of kept) {
        entryProgramme.push(programme);
        let gain = 0;
        for (const { ksa, level } of outcomes[programme] as LevelOf[]) {
          const points = gaps.pointsAt(ksa, level);
          if (points === 0) continue;
          gain += points;
          effectElement.push(gaps.open.indexOf(ksa));
          effectPoints.push(points);
        }
        entryGain.push(gain);
        effectStart.push(effectElement.length);
        for (const clause of clauses.get(programme) ?? []) {
          for (const other of clause) {
            const entry = entryOf.get(other);
            if (entry !== undefined) clauseEntries.push(entry);
          }
          clauseEntryStart.push(clauseEntries.length);
        }
        clauseStart.push(clauseEntryStart.length - 1);
      }
      entryStart.push(entryProgramme.length);
    },
    finish: () => ({
      entryStart: Int32Array.from(entryStart),
      entryProgramme: Int32Array.from(entryProgramme),
      entryGain: Float64Array.from(entryGain),
      effectStart: Int32Array.from(effectStart),
      effectElement: Uint16Array.from(effectElement),
      effectPoints: Float64Array.from(effectPoints),
      clauseStart: Int32Array.from(clauseStart),
      clauseEntries: { start: Int32Array.from(clauseEntryStart), items: Int32Array.from(clauseEntries) },
    }),
  };
}

/** The programmes that can be entered when all that can be entered are taken, in their order. */
function enterable(clauses: ReadonlyMap<number, readonly (readonly number[])[]>): number[] {
  const entered = new Set<number>();
  for (let before = -1; before < entered.size;) {
    before = entered.size;
    for (const [programme, needed] of clauses) {
      if (needed.every((clause) => clause.some((other) => entered.has(other)))) entered.add(programme);
    }
  }
  return [...entered].sort((a, b) => a - b);
}
