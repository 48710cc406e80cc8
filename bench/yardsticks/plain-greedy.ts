import type { Programme, TrainingBudget } from '#domain';
import type { TrainedWorker } from '../data/training-offer.ts';

/**
 * What is written where nobody thinks twice: as long as the budget lasts, the programme that closes most for what it
 * spends of all that can be entered, looked for in the whole catalogue each time. Gives the readiness gained: numerator.
 */
export function plainGreedy(
  { profile, attained }: TrainedWorker,
  catalogue: readonly Programme[],
  budget: TrainingBudget,
): number {
  const levels = new Map(attained);
  const required = new Map(
    profile.requirements.map(({ ksaNo, requiredLevel }, slot) => [
      ksaNo,
      { requiredLevel, worth: profile.worthOfLevel[slot] as number },
    ]),
  );
  const taken = new Set<string>();
  let minutesLeft = budget.minutes ?? Infinity;
  let centsLeft = budget.costCents ?? Infinity;
  let gained = 0;
  for (;;) {
    let best: Programme | null = null;
    let bestRatio = 0;
    let bestGain = 0;
    for (const programme of catalogue) {
      const { id, minutes, costCents, outcomes, requiresProgrammes, requiresLevels } = programme;
      if (taken.has(id) || minutes > minutesLeft || (costCents ?? 0) > centsLeft) continue;
      let gain = 0;
      for (const { ksaNo, level } of outcomes) {
        const asked = required.get(ksaNo);
        if (asked === undefined) continue;
        gain +=
          Math.max(0, Math.min(level, asked.requiredLevel) - (levels.get(ksaNo) as number)) * asked.worth;
      }
      const spend = spentBy(programme, budget);
      if (gain === 0 || gain / spend <= bestRatio) continue;
      const isOpen =
        requiresProgrammes.every((each) => taken.has(each)) &&
        requiresLevels.every(({ ksaNo, level }) => (levels.get(ksaNo) ?? 0) >= level);
      if (!isOpen) continue;
      [best, bestRatio, bestGain] = [programme, gain / spend, gain];
    }
    if (best === null) return gained;
    taken.add(best.id);
    gained += bestGain;
    minutesLeft -= best.minutes;
    centsLeft -= best.costCents ?? 0;
    for (const { ksaNo, level } of best.outcomes) levels.set(ksaNo, Math.max(level, levels.get(ksaNo) ?? 0));
  }
}

/** In parts of what is limited, added up; in minutes when nothing is. */
function spentBy({ minutes, costCents }: Programme, budget: TrainingBudget): number {
  if (budget.minutes === null && budget.costCents === null) return minutes;
  return (
    (budget.minutes === null ? 0 : minutes / budget.minutes) +
    (budget.costCents === null ? 0 : (costCents ?? 0) / budget.costCents)
  );
}
