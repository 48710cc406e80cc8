import { z } from 'zod';
import { scaleDto } from '#assessments';
import { mostCents } from '#domain';
import { programmeHead } from './programme.dto.ts';

const numerator = z.int().min(0);
const ksa = { ksaCode: z.string(), title: z.string() };

const stepDto = z
  .strictObject({
    programme: z.strictObject(programmeHead),
    closes: z.array(
      z.strictObject({ ...ksa, from: z.int(), to: z.int(), requiredLevel: z.int(), gained: numerator }),
    ),
    gained: numerator,
    remaining: numerator.meta({ description: 'Shortfall that is left after this step.' }),
    readiness: numerator.meta({ description: "The score's low with this step and all before it." }),
    hours: z.number().meta({ description: 'Of this step and all before it.' }),
  })
  .meta({ id: 'TrainingStep' });

export const recommendationDto = z
  .strictObject({
    id: z.string(),
    worker: z.strictObject({ id: z.uuid(), name: z.string() }),
    roleProfile: z.strictObject({ id: z.uuid(), name: z.string(), version: z.int() }),
    scale: scaleDto,
    algorithm: z.string(),
    policy: z.strictObject({ version: z.int(), name: z.string() }),
    asOf: z.iso.date(),
    computedAt: z.iso.datetime(),
    inputVersion: z.int(),
    stale: z.boolean(),
    budgetHours: z.number(),
    hours: z.number(),
    costCents: z.int().meta({ description: 'Sum of the known costs.' }),
    denominator: z.int().meta({ description: 'Every numerator is over it.' }),
    low: numerator,
    high: numerator,
    gained: numerator,
    bound: numerator.meta({ description: 'No set of programmes within the budget gains more.' }),
    closesAtLeastPercent: z
      .int()
      .meta({ description: 'Of what is possible within the budget, rounded down.' }),
    optimal: z.boolean(),
    steps: z.array(stepDto),
    remainingGaps: z
      .array(z.strictObject({ ...ksa, level: z.int(), requiredLevel: z.int(), shortfall: numerator }))
      .meta({ description: 'What stays short after every step, by the level that it is at then.' }),
    budgetCents: z.int().nullable().meta({ description: 'Null: no limit.' }),
    uncovered: z.array(z.strictObject(ksa)).meta({ description: 'Short, and no programme raises them.' }),
    assessFirst: z
      .array(z.strictObject({ ...ksa, share: numerator }))
      .meta({ description: 'Unknown: assess first.' }),
  })
  .meta({ id: 'Recommendation' });

export type RecommendationDto = z.output<typeof recommendationDto>;

const mostHours = 10_000;

export const recommendationQuery = z.strictObject({
  budgetHours: z.coerce
    .number()
    .min(0)
    .max(mostHours)
    .multipleOf(0.01)
    .optional()
    .meta({ description: 'Another budget than the stored one: computed at once, and not stored.' }),
  budgetCents: z.coerce
    .number()
    .int()
    .min(0)
    .max(mostCents)
    .optional()
    .meta({ description: 'What may be spent; programmes of unknown cost are then left out.' }),
  unknowns: z.enum(['assess-first', 'as-zero']).optional().meta({
    description: 'Whether what is not assessed is left to be assessed first (default) or trained for as a 0.',
  }),
});

export type RecommendationQuery = z.output<typeof recommendationQuery>;
