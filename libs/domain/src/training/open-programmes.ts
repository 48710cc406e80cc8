import type { CompiledProgramme } from './catalogue.ts';
import type { RecommendationInput, TrainingBudget } from './recommendation.ts';

export type IsProgramme = (programme: number) => boolean;

/** Which of the catalogue's programmes the worker has completed. */
export function completedProgrammes({ catalogue, completed = [] }: RecommendationInput): IsProgramme {
  const done = new Set(completed.map((id) => catalogue.indexOfId.get(id)));
  return done.size === 0 ? () => false : (programme) => done.has(programme);
}

/**
 * Which programmes may be chosen as far as one can tell from each alone: not completed, and with all that they require,
 * and what that requires in turn, within the budget.
 */
export function openProgrammes(input: RecommendationInput, isDone: IsProgramme): IsProgramme {
  const { catalogue, budget, completed = [] } = input;
  const { programmes, flat, asksForProgrammes } = catalogue;
  const mayBeRequired = ({ requiresFormer }: CompiledProgramme): boolean =>
    requiresFormer.length === 0 || requiresFormer.every((id) => completed.includes(id));

  return (index) => {
    if (budget.minutes !== null && (flat.minutes[index] as number) > budget.minutes) return false;
    if (isDone(index)) return false;
    if (budget.costCents === null && asksForProgrammes[index] === 0) return true;
    const chain = new Set([index]);
    let minutes = 0;
    let costCents: number | null = 0;
    // A set is walked in the order of adding, what is added on the way included.
    for (const each of chain) {
      const link = programmes[each] as CompiledProgramme;
      if (!mayBeRequired(link)) return false;
      minutes += link.minutes;
      costCents = costCents === null || link.costCents === null ? null : costCents + link.costCents;
      for (const required of link.requires) if (!isDone(required)) chain.add(required);
    }
    return isWithin(budget, minutes, costCents);
  };
}

function isWithin(budget: TrainingBudget, minutes: number, costCents: number | null): boolean {
  if (budget.minutes !== null && minutes > budget.minutes) return false;
  return budget.costCents === null || (costCents !== null && costCents <= budget.costCents);
}
