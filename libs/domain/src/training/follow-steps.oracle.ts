import { scoreRequirements } from '../gaps/score-requirements.ts';
import type { Programme } from './programme.ts';
import type { RandomTraining } from './random-training.arbitrary.ts';
import type { Recommendation } from './recommendation.ts';

/** What a recommendation comes to when its steps are really taken, one after the other. */
export interface Followed {
  /** What is wrong with the steps: not there, taken twice or completed before, not open yet, over the budget. */
  readonly faults: readonly string[];
  /** What low readiness rises by, as the scoring core has it: numerator. */
  readonly gained: number;
  readonly minutes: number;
  readonly levels: ReadonlyMap<number, number>;
}

export function followSteps(training: RandomTraining, { steps }: Recommendation): Followed {
  const { profile, budget, completed = [] } = training;
  const programmes = new Map(training.programmes.map((programme) => [programme.id, programme]));
  const levels = new Map(training.attained);
  const done = new Set(completed);
  const faults: string[] = [];
  let minutes = 0;
  let cents = 0;
  for (const { programmeId } of steps) {
    const programme = programmes.get(programmeId);
    if (programme === undefined || done.has(programmeId)) {
      faults.push(`${programmeId} is not there to be taken`);
      continue;
    }
    if (!isOpen(programme, done, levels)) faults.push(`${programmeId} cannot be entered yet`);
    done.add(programmeId);
    minutes += programme.minutes;
    cents += programme.costCents ?? (budget.costCents === null ? 0 : Number.POSITIVE_INFINITY);
    for (const { ksaNo, level } of programme.outcomes)
      levels.set(ksaNo, Math.max(level, levels.get(ksaNo) ?? 0));
  }
  if (budget.minutes !== null && minutes > budget.minutes) faults.push('too many minutes');
  if (budget.costCents !== null && cents > budget.costCents) faults.push('too many cents');

  const first = training.unknowns === 'as-zero' ? 0 : -1;
  const start = profile.requirements.map(({ ksaNo }) => training.attained.get(ksaNo) ?? first);
  // An unknown stays unknown whatever is trained, unless it counts as 0.
  const end = profile.requirements.map(({ ksaNo }, slot) =>
    (start[slot] as number) < 0 ? -1 : (levels.get(ksaNo) ?? 0),
  );
  const nothing = new Uint8Array(start.length);
  const gained =
    scoreRequirements(profile, end, nothing).low - scoreRequirements(profile, start, nothing).low;
  return { faults, gained, minutes, levels };
}

function isOpen(
  { requiresProgrammes, requiresLevels }: Programme,
  done: ReadonlySet<string>,
  levels: ReadonlyMap<number, number>,
): boolean {
  return (
    requiresProgrammes.every((id) => done.has(id)) &&
    requiresLevels.every(({ ksaNo, level }) => (levels.get(ksaNo) ?? 0) >= level)
  );
}
