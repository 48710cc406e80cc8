import { gainAt } from './selection.ts';
import type { Candidate, TrainingProblem } from './training-problem.ts';

interface Offer {
  readonly gain: number;
  readonly spend: number;
}

/**
 * More than this cannot be added, whatever subset of `open` is taken within the rest of the budget: the gains at these
 * levels, filled into the budget best ratio first, the last one in part; for each budget, the least of them. It holds
 * because gains are submodular (what two programmes add together is at most what each adds alone), prerequisites
 * only forbid. (Domain design, "certificate".) Whole: gains are whole, so the fraction is dropped.
 */
export function mostToAdd(
  problem: TrainingProblem,
  levels: Uint8Array,
  open: readonly Candidate[],
  minutesLeft: number | null,
  centsLeft: number | null,
): number {
  const offers: { gain: number; candidate: Candidate }[] = [];
  let all = 0;
  for (const candidate of open) {
    const gain = gainAt(problem, levels, candidate);
    if (gain > 0) offers.push({ gain, candidate });
    all += gain;
  }
  const byMinutes =
    minutesLeft === null
      ? all
      : fill(
          offers.map(({ gain, candidate }) => ({ gain, spend: candidate.minutes })),
          minutesLeft,
        );
  const byCost =
    centsLeft === null
      ? all
      : fill(
          offers.map(({ gain, candidate }) => ({ gain, spend: candidate.costCents ?? 0 })),
          centsLeft,
        );
  return Math.min(byMinutes, byCost, mostToClose(problem, levels, open));
}

/** Every followed KSA lifted as high as any one of `open` lifts it, whatever that costs. */
function mostToClose({ ksas }: TrainingProblem, levels: Uint8Array, open: readonly Candidate[]): number {
  const highest = levels.slice();
  for (const { raises } of open) {
    for (const { followed, level } of raises) {
      if ((highest[followed] as number) < level) highest[followed] = level;
    }
  }
  return ksas.reduce((sum, { required, worth }, index) => {
    const lifted = Math.min(required, highest[index] as number) - Math.min(required, levels[index] as number);
    return sum + lifted * worth;
  }, 0);
}

/**
 * The fractional filling of a budget. Every product is exact; the one division can only err upwards past a whole
 * number, never below it, so that the bound stays a bound.
 */
function fill(offers: Offer[], budget: number): number {
  offers.sort((a, b) => b.gain * a.spend - a.gain * b.spend);
  let left = budget;
  let sum = 0;
  for (const { gain, spend } of offers) {
    if (spend > left) return sum + Math.floor((gain * left) / spend);
    left -= spend;
    sum += gain;
  }
  return sum;
}
