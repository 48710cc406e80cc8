import { compileRoleProfile } from '../gaps/role-profile.ts';
import type { Programme } from './programme.ts';
import type { RecommendationInput } from './recommendation.ts';

/** A recommendation's input, its catalogue not compiled yet. */
export interface RandomTraining extends Omit<RecommendationInput, 'catalogue'> {
  readonly programmes: readonly Programme[];
}

export interface TrainingShape {
  readonly fewest: number;
  readonly most: number;
  readonly prerequisites: boolean;
}

/**
 * One worker and a small catalogue in which everything occurs: other scales, unknowns either way, programmes of no hours
 * and of unknown cost, some completed; limited hours, limited money, both, neither; prerequisites of both kinds.
 */
export function randomTraining(
  random: (below: number) => number,
  { fewest, most, prerequisites }: TrainingShape,
): RandomTraining {
  const maxLevel = [4, 4, 4, 2, 10][random(5)] as number;
  const ksaNos = Array.from({ length: 3 + random(8) }, (_, index) => index + 1);
  const asked = ksaNos.slice(0, Math.max(2, ksaNos.length - 2));
  const profile = compileRoleProfile(
    asked.map((ksaNo) => ({
      ksaNo,
      ksaCode: `4.2.06.${String(ksaNo).padStart(2, '0')}`,
      requiredLevel: 1 + random(maxLevel),
      weight: 1 + random(9),
      critical: false,
      evidence: 'any',
    })),
    maxLevel,
  );
  const count = fewest + random(most - fewest + 1);
  const idOf = (index: number): string => `p${String((index * 7) % count).padStart(2, '0')}-${index}`;
  const programmes = Array.from({ length: count }, (_, index): Programme => {
    const raised = ksaNos.filter(() => random(ksaNos.length) < 2);
    const requires = prerequisites && index > 0 && random(3) === 0;
    const asksFor = prerequisites && random(4) === 0;
    return {
      id: idOf(index),
      minutes: random(20) === 0 ? 0 : 60 * (1 + random(20)),
      costCents: random(12) === 0 ? null : 100 * random(30),
      outcomes: (raised.length === 0 ? [1] : raised).map((ksaNo) => ({ ksaNo, level: 1 + random(maxLevel) })),
      requiresProgrammes: requires ? [idOf(random(index))] : [],
      requiresLevels: asksFor ? [{ ksaNo: 1 + random(ksaNos.length), level: 1 + random(maxLevel) }] : [],
    };
  });
  return {
    profile,
    attained: new Map(
      ksaNos.flatMap((ksaNo) => (random(8) === 0 ? [] : [[ksaNo, random(maxLevel)] as const])),
    ),
    programmes,
    budget: {
      minutes: random(6) === 0 ? null : 60 * random(50),
      costCents: random(2) === 0 ? null : 100 * random(60),
    },
    completed: random(4) === 0 ? [idOf(random(count))] : [],
    unknowns: random(5) === 0 ? 'as-zero' : 'assess-first',
  };
}

/**
 * The same question in a catalogue of many more programmes, none of which is of use: each is one of the catalogue, longer
 * and dearer, to no higher levels and after no less. The best of all is the best of the few.
 */
export function amongInferior(
  training: RandomTraining,
  random: (below: number) => number,
  copies: number,
): RandomTraining {
  const { programmes, completed = [] } = training;
  const models = programmes.filter(({ id }) => !completed.includes(id));
  const inferior = Array.from({ length: copies }, (_, index): Programme => {
    const model = models[random(models.length)] as Programme;
    return {
      ...model,
      id: `q${index}`,
      minutes: model.minutes + 1 + random(600),
      costCents: model.costCents === null ? null : model.costCents + random(500),
      outcomes: model.outcomes.map(({ ksaNo, level }) => ({ ksaNo, level: Math.max(1, level - random(2)) })),
    };
  });
  return { ...training, programmes: [...programmes, ...inferior] };
}
