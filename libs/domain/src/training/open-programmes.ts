import { indexOf, levelOf } from './at-level.ts';
import type { CompiledProgramme } from './catalogue.ts';
import { reaches } from './enterable.ts';
import type { RecommendationInput } from './recommendation.ts';
import type { Standing } from './standing.ts';

/** By programme of the catalogue: 1 when it is in the set. */
export type ProgrammeSet = Uint8Array;

/** Which programmes a worker may come to take. */
export interface OpenProgrammes {
  /** Completed: they fulfil prerequisites and are not taken again. */
  readonly done: ProgrammeSet;
  /** They can be entered, at once or after others, and fit into the budget with those that they require themselves. */
  readonly open: ProgrammeSet;
  /**
   * Of those that are open: 0 when they ask for nothing; whatever one of a higher rank asks for is done, reached, or had
   * from open ones of lower ranks.
   */
  readonly rank: Int16Array;
}

export function openProgrammes(input: RecommendationInput, { from }: Standing): OpenProgrammes {
  const { catalogue, budget, completed = [] } = input;
  const { programmes, asks, isPriced } = catalogue;
  const { minutes, costCents, first, raises } = catalogue.flat;
  const isCostLimited = budget.costCents !== null;
  const mostMinutes = budget.minutes ?? Number.POSITIVE_INFINITY;
  const mostCents = budget.costCents ?? Number.POSITIVE_INFINITY;
  const done = new Uint8Array(programmes.length);
  for (const id of completed) {
    const index = catalogue.indexOfId.get(id);
    if (index !== undefined) done[index] = 1;
  }

  const open = new Uint8Array(programmes.length);
  const rank = new Int16Array(programmes.length);
  const reached = from.slice();
  let waiting: number[] = [];
  for (let index = 0; index < programmes.length; index += 1) {
    if ((minutes[index] as number) > mostMinutes || (costCents[index] as number) > mostCents) continue;
    if (done[index] === 1 || (isCostLimited && isPriced[index] === 0)) continue;
    if (asks[index] === 0) enter(index, 0);
    else waiting.push(index);
  }
  for (let round = 1; waiting.length > 0; round += 1) {
    const fulfilled = waiting.filter(isFulfilled);
    if (fulfilled.length === 0) break;
    for (const index of fulfilled) enter(index, round);
    waiting = waiting.filter((index) => open[index] === 0);
  }
  return { done, open, rank };

  function enter(index: number, round: number): void {
    open[index] = 1;
    rank[index] = round;
    const end = first[index + 1] as number;
    for (let place = first[index] as number; place < end; place += 1) {
      const raised = raises[place] as number;
      if ((reached[indexOf(raised)] as number) < levelOf(raised)) reached[indexOf(raised)] = levelOf(raised);
    }
  }

  function isFulfilled(index: number): boolean {
    const { requires, requiresFormer, entryLevels } = programmes[index] as CompiledProgramme;
    if (!reaches(reached, entryLevels)) return false;
    let sumMinutes = minutes[index] as number;
    let sumCents = costCents[index] as number;
    for (const required of requires) {
      if (done[required] === 1) continue;
      if (open[required] === 0) return false;
      sumMinutes += minutes[required] as number;
      sumCents += costCents[required] as number;
    }
    if (sumMinutes > mostMinutes || sumCents > mostCents) return false;
    return requiresFormer.length === 0 || requiresFormer.every((id) => completed.includes(id));
  }
}
