import type { CompiledProgramme } from './catalogue.ts';
import type { RecommendationInput } from './recommendation.ts';

/** By programme of the catalogue: 1 when it is in the set. */
export type ProgrammeSet = Uint8Array;

/** The programmes that the worker has completed. */
export function completedProgrammes({ catalogue, completed = [] }: RecommendationInput): ProgrammeSet {
  const done = new Uint8Array(catalogue.programmes.length);
  for (const id of completed) {
    const index = catalogue.indexOfId.get(id);
    if (index !== undefined) done[index] = 1;
  }
  return done;
}

/** The programmes that are not completed and fit into the budget, together with those that each requires itself. */
export function openProgrammes(input: RecommendationInput, done: ProgrammeSet): ProgrammeSet {
  const { catalogue, completed = [] } = input;
  const { programmes, flat, isPriced, asksForProgrammes } = catalogue;
  const { minutes, costCents } = flat;
  const isCostLimited = input.budget.costCents !== null;
  const mostMinutes = input.budget.minutes ?? Number.POSITIVE_INFINITY;
  const mostCents = input.budget.costCents ?? Number.POSITIVE_INFINITY;
  const open = new Uint8Array(programmes.length);
  for (let index = 0; index < open.length; index += 1) {
    if ((minutes[index] as number) > mostMinutes || (costCents[index] as number) > mostCents) continue;
    if (done[index] === 1 || (isCostLimited && isPriced[index] === 0)) continue;
    if (asksForProgrammes[index] === 0 || isWithRequired(programmes[index] as CompiledProgramme))
      open[index] = 1;
  }
  return open;

  function isWithRequired(programme: CompiledProgramme): boolean {
    let sumMinutes = programme.minutes;
    let sumCents = programme.costCents ?? 0;
    for (const required of programme.requires) {
      if (done[required] === 1) continue;
      if (isCostLimited && isPriced[required] === 0) return false;
      sumMinutes += minutes[required] as number;
      sumCents += costCents[required] as number;
    }
    const isWithin = sumMinutes <= mostMinutes && sumCents <= mostCents;
    return isWithin && programme.requiresFormer.every((id) => completed.includes(id));
  }
}
