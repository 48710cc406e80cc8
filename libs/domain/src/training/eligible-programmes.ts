import { indexOf, levelOf } from './at-level.ts';
import type { CompiledCatalogue, CompiledProgramme } from './catalogue.ts';
import { coreOf, type CoreSizes } from './core.ts';
import { withoutDominated } from './dominance.ts';
import { reaches } from './enterable.ts';
import { openProgrammes } from './open-programmes.ts';
import type { RecommendationInput } from './recommendation.ts';
import type { Standing } from './standing.ts';
import { closingProgrammes, withWanted } from './wanted-programmes.ts';

/** The programmes to choose from, for one worker: they close something, or open the way to one that does. */
export interface Eligible {
  /** By their indexes in the catalogue, ascending. */
  readonly programmes: readonly number[];
  /** No selection of the whole catalogue gains more: numerator. */
  readonly bound: number;
  /** No selection with a programme that closes something and was left out gains more: numerator. */
  readonly boundOutside: number;
  /**
   * Whatever gains more than `boundOutside`, some selection of these gains as much. Otherwise that may fail for levels
   * that are asked for on entry: there are too many ways to reach them to look at each.
   */
  readonly isWhole: boolean;
}

export interface EligibleSizes extends CoreSizes {
  /** Up to so many programmes are all kept, and every way to a level that is asked for on entry. */
  readonly whole: number;
}

export const usualSizes: EligibleSizes = { whole: 200, core: 120, ofUnit: 3, working: 240 };

export function eligibleProgrammes(
  input: RecommendationInput,
  standing: Standing,
  sizes: EligibleSizes,
): Eligible {
  const { catalogue, budget } = input;
  const { from, required } = standing;
  const isCostLimited = budget.costCents !== null;
  const open = openProgrammes(input, standing);
  const closing = closingProgrammes(catalogue, standing, open);
  const all = withWanted(catalogue, standing, open, closing, 'all', sizes.whole);
  if (all !== null) {
    const highest = highestAsked(catalogue, standing, all);
    const requiredByOthers = new Set(all.flatMap((each) => catalogue.programmes[each]?.requires ?? []));
    const stays = (each: number): boolean => requiredByOthers.has(each);
    return {
      programmes: withoutDominated(catalogue, all, from, highest, stays, isCostLimited),
      bound: Number.POSITIVE_INFINITY,
      boundOutside: 0,
      isWhole: true,
    };
  }
  const coverage = { ...catalogue, standing, budget, done: open.done, besides: open.open };
  const { programmes: core, bound, boundOutside } = coreOf(coverage, closing, sizes);
  const best = withoutDominated(catalogue, core, from, required, () => false, isCostLimited);
  const programmes =
    withWanted(catalogue, standing, open, best, 'shortest', Number.POSITIVE_INFINITY) ?? best;
  const isWhole = programmes.every((each) =>
    reaches(from, (catalogue.programmes[each] as CompiledProgramme).entryLevels),
  );
  return { programmes, bound, boundOutside, isWhole };
}

/** By KSA of the catalogue: the highest level that matters, for what is short or what one asks for on entry. */
export function highestAsked(
  { programmes }: CompiledCatalogue,
  { required }: Standing,
  some: readonly number[],
): number[] {
  const highest = required.slice();
  for (const index of some)
    for (const asked of (programmes[index] as CompiledProgramme).entryLevels)
      if ((highest[indexOf(asked)] as number) < levelOf(asked)) highest[indexOf(asked)] = levelOf(asked);
  return highest;
}
