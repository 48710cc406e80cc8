import { atLevel, indexOf, levelOf, type AtLevel } from './at-level.ts';
import type { CompiledProgramme } from './catalogue.ts';
import { eligibleProgrammes, highestAsked, usualSizes, type Eligible } from './eligible-programmes.ts';
import type { Enterable } from './enterable.ts';
import type { RecommendationInput, TrainingBudget } from './recommendation.ts';
import { standingOf, type Standing } from './standing.ts';

/** A programme that may be chosen; KSAs and candidates by their indexes in the problem. */
export interface Candidate extends Enterable {
  /** Its index in the catalogue. */
  readonly programme: number;
  readonly minutes: number;
  /** An unknown cost as 0. */
  readonly costCents: number;
  /** What it raises beyond where the worker stands. */
  readonly raises: readonly AtLevel[];
  /** What it asks for on entry beyond where the worker stands. */
  readonly entryLevels: readonly AtLevel[];
  readonly requires: readonly number[];
}

/** One worker's choice of programmes: what is to be gained, what may be chosen, what may be spent. */
export interface TrainingProblem extends Standing, Pick<Eligible, 'bound' | 'boundOutside' | 'isWhole'> {
  readonly budget: TrainingBudget;
  /** By KSA that is followed, since it is short or a candidate asks for it on entry: its index in the catalogue. */
  readonly ksas: readonly number[];
  /** In the catalogue's order: the order that ties are broken by. */
  readonly candidates: readonly Candidate[];
  /** By KSA: the candidates that raise it, in their order, and to which level. */
  readonly raisers: readonly (readonly AtLevel[])[];
}

/** Reduces a recommendation's input to what can matter: programmes that can be entered and paid for, and help. */
export function trainingProblem(input: RecommendationInput, sizes = usualSizes): TrainingProblem {
  const { catalogue, budget } = input;
  const standing = standingOf(input);
  const { from } = standing;
  const { programmes, bound, boundOutside, isWhole } = eligibleProgrammes(input, standing, sizes);

  const ksas: number[] = [];
  const followed = new Int32Array(from.length).fill(-1);
  for (const [ksa, highest] of highestAsked(catalogue, standing, programmes).entries())
    if (highest > (from[ksa] as number)) followed[ksa] = ksas.push(ksa) - 1;
  const indexOfProgramme = new Map(programmes.map((programme, index) => [programme, index]));
  const raisers = ksas.map((): AtLevel[] => []);
  const candidates = programmes.map((programme, index): Candidate => {
    const { minutes, costCents, raises, entryLevels, requires } = catalogue.programmes[
      programme
    ] as CompiledProgramme;
    const candidate = {
      programme,
      minutes,
      costCents: costCents ?? 0,
      raises: beyond(raises, from, followed),
      entryLevels: beyond(entryLevels, from, followed),
      requires: among(requires, indexOfProgramme),
    };
    for (const raised of candidate.raises)
      (raisers[indexOf(raised)] as AtLevel[]).push(atLevel(index, levelOf(raised)));
    return candidate;
  });
  return {
    budget,
    bound,
    boundOutside,
    isWhole,
    ksas,
    candidates,
    raisers,
    from: ksas.map((ksa) => from[ksa] as number),
    required: ksas.map((ksa) => standing.required[ksa] as number),
    worth: ksas.map((ksa) => standing.worth[ksa] as number),
  };
}

const none: readonly never[] = [];

/** Of levels of the catalogue's KSAs, those beyond where the worker stands, the KSAs by their place among the followed. */
function beyond(
  levels: readonly AtLevel[],
  from: readonly number[],
  followed: Int32Array,
): readonly AtLevel[] {
  if (levels.length === 0) return none;
  const found: AtLevel[] = [];
  for (const each of levels) {
    const ksa = followed[indexOf(each)] as number;
    if (ksa >= 0 && levelOf(each) > (from[indexOf(each)] as number)) found.push(atLevel(ksa, levelOf(each)));
  }
  return found;
}

function among(required: readonly number[], places: ReadonlyMap<number, number>): readonly number[] {
  if (required.length === 0) return none;
  return required.flatMap((each) => places.get(each) ?? []);
}
