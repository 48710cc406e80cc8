import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { randomFrom } from '../planning/random-planning.arbitrary.ts';
import { compileCatalogue } from './catalogue.ts';
import { amongInferior, randomTraining, type RandomTraining } from './random-training.arbitrary.ts';
import { recommendTraining } from './recommend.ts';
import type { Recommendation, TrainingBudget } from './recommendation.ts';

const recommended = (training: RandomTraining): Recommendation =>
  recommendTraining({
    ...training,
    catalogue: compileCatalogue(training.programmes, training.profile.maxLevel),
  });

/** Small catalogues, searched whole, and large ones, of which a core is. */
const someTraining = fc.record({ seed: fc.integer(), isLarge: fc.nat(7) }).map(({ seed, isLarge }) => {
  const random = randomFrom(seed);
  const few = randomTraining(random, { fewest: 4, most: 20, prerequisites: true });
  return isLarge === 0 ? amongInferior(few, random, 250) : few;
});

const someBudget = fc.record({
  minutes: fc.option(fc.nat(3000)),
  costCents: fc.option(fc.nat(6000)),
});

const runs = { numRuns: 150 };

describe('a recommendation', () => {
  test('is the same whatever order programmes, outcomes and levels come in', () => {
    fc.assert(
      fc.property(someTraining, fc.integer(), (training, seed) => {
        const random = randomFrom(seed);
        const shuffled = <T>(items: readonly T[]): T[] =>
          items
            .map((item) => [random(2 ** 31), item] as const)
            .sort(([a], [b]) => a - b)
            .map(([, item]) => item);
        const other = {
          ...training,
          attained: new Map(shuffled([...training.attained])),
          programmes: shuffled(training.programmes).map((programme) => ({
            ...programme,
            outcomes: shuffled(programme.outcomes),
          })),
        };
        expect(recommended(other)).toEqual(recommended(training));
      }),
      runs,
    );
  });

  test('gains within a budget no more than is certified for a larger one', () => {
    const isWithin = (least: number | null, most: number | null): boolean =>
      most === null || (least !== null && least <= most);
    fc.assert(
      fc.property(someTraining, someBudget, (training, budget) => {
        const larger: TrainingBudget = training.budget;
        const smaller: TrainingBudget = {
          minutes: isWithin(budget.minutes, larger.minutes) ? budget.minutes : larger.minutes,
          costCents: isWithin(budget.costCents, larger.costCents) ? budget.costCents : larger.costCents,
        };
        const { gained } = recommended({ ...training, budget: smaller });
        expect(gained).toBeLessThanOrEqual(recommended(training).bound);
        expect(gained).toBeLessThanOrEqual(recommended({ ...training, effort: 1 }).bound);
      }),
      runs,
    );
  });

  test('takes nothing that is completed, and nothing that neither closes a gap nor opens the way', () => {
    fc.assert(
      fc.property(someTraining, (training) => {
        const { steps } = recommended(training);
        const programmes = new Map(training.programmes.map((programme) => [programme.id, programme]));
        steps.forEach(({ programmeId, gained }, place) => {
          expect(training.completed ?? []).not.toContain(programmeId);
          if (gained > 0) return;
          const raised = programmes.get(programmeId)?.outcomes.map(({ ksaNo }) => ksaNo) ?? [];
          const isNeeded = steps.slice(place + 1).some((later) => {
            const { requiresProgrammes, requiresLevels } = programmes.get(later.programmeId)!;
            return (
              requiresProgrammes.includes(programmeId) ||
              requiresLevels.some(({ ksaNo }) => raised.includes(ksaNo))
            );
          });
          expect(isNeeded).toBe(true);
        });
      }),
      runs,
    );
  });

  test('never gains more than all that is short, and all of that where nothing is limited and all can be reached', () => {
    fc.assert(
      fc.property(someTraining, (training) => {
        const free = { ...training, budget: { minutes: null, costCents: null } };
        const { gained, bound, optimal, remainingGaps } = recommended(free);
        expect(optimal).toBe(true);
        expect(bound).toBe(gained);
        const short = remainingGaps.reduce((sum, { shortfall }) => sum + shortfall, gained);
        expect(recommended(training).bound).toBeLessThanOrEqual(short);
        // A programme for everything, open to all: nothing stays short.
        const whole = {
          id: 'whole',
          minutes: 60,
          costCents: null,
          outcomes: training.profile.requirements.map(({ ksaNo, requiredLevel }) => ({
            ksaNo,
            level: requiredLevel,
          })),
          requiresProgrammes: [],
          requiresLevels: [],
        };
        const all = recommended({ ...free, programmes: [...training.programmes, whole] });
        expect([all.gained, all.remainingGaps]).toEqual([short, []]);
      }),
      runs,
    );
  });
});
