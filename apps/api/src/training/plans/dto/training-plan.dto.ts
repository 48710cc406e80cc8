import { z } from 'zod';
import { leftOutReasons, mostBudgetCents } from '#domain';
import { listQuery } from '#platform/http/list';
import { oneLine } from '#platform/http/text';
import type { PlacedWorker, PlanDetail, PlanResult, PlanState, PlanSummary } from '../training-plan.types.ts';
import { sessionFields } from './programme-session.dto.ts';

const mostHours = 10_000;
const mostRoleProfiles = 500;
const states = ['planning', 'planned', 'failed', 'cancelled'] as const;

const named = z.strictObject({ id: z.uuid(), name: z.string() });
const numerator = z.string().regex(/^\d+$/);
const cost = z.strictObject({ currency: z.string(), cents: z.int() });

const totals = {
  algorithm: z.string(),
  denominator: numerator.meta({
    description:
      'Every numerator is over it: a readiness of 1 of one worker in one role profile counts so much. Whole numbers in text, since they can be larger than a number holds.',
  }),
  gained: numerator.meta({ description: 'Readiness gained, of all scores together.' }),
  bound: numerator.meta({ description: 'No plan within seats, days and budget gains more.' }),
  shortfall: numerator.meta({ description: 'All that was known to be short.' }),
  closesAtLeastPercent: z.int().meta({ description: 'Of what is possible, rounded down.' }),
  optimal: z.boolean(),
  workerCount: z.int().meta({ description: 'Who was planned for, with a seat or without.' }),
  seatedCount: z.int().meta({ description: 'Who has a seat.' }),
  placeCount: z.int(),
  costs: z.array(cost),
};

const plan = {
  id: z.uuid(),
  name: z.string(),
  from: z.iso.date(),
  until: z.iso.date(),
  budgetCents: z.int().nullable().meta({ description: 'Null: no limit.' }),
  currency: z.string().nullable(),
  hoursPerWorker: z.number().nullable().meta({ description: 'Null: no limit.' }),
  team: named.nullable().meta({ description: 'Null: of whatever team.' }),
  roleProfiles: z.array(named).nullable().meta({ description: 'Null: of whatever role.' }),
  createdAt: z.iso.datetime(),
  computedAt: z.iso.datetime().nullable(),
  state: z.enum(states),
  stale: z.boolean().meta({ description: 'A session has changed since it was computed.' }),
  job: z
    .strictObject({ id: z.uuid(), done: z.int(), total: z.int().nullable(), error: z.string().nullable() })
    .nullable(),
};

export const trainingPlanDto = z
  .strictObject({ ...plan, result: z.strictObject(totals).nullable() })
  .meta({ id: 'TrainingPlan' });

export type TrainingPlanDto = z.output<typeof trainingPlanDto>;

const leftOutDto = z
  .strictObject({
    programme: z.strictObject({ id: z.uuid(), title: z.string() }),
    reason: z.enum(leftOutReasons),
    workers: z.int(),
    wouldGain: numerator.meta({ description: 'What it alone would add; two may close the same.' }),
  })
  .meta({ id: 'LeftOutProgramme' });

export const trainingPlanDetailDto = z
  .strictObject({
    ...plan,
    result: z
      .strictObject({
        ...totals,
        leftOut: z.array(leftOutDto).meta({ description: 'By what it would gain, the most first.' }),
        uncovered: z
          .array(z.strictObject({ ksaCode: z.string(), title: z.string(), workers: z.int() }))
          .meta({ description: 'Short, and no programme raises them.' }),
      })
      .nullable(),
  })
  .meta({ id: 'TrainingPlanDetail' });

export type TrainingPlanDetailDto = z.output<typeof trainingPlanDetailDto>;

export const createTrainingPlanDto = z
  .strictObject({
    name: oneLine(200).min(1),
    from: z.iso.date(),
    until: z.iso.date(),
    budgetCents: z.int().min(0).max(mostBudgetCents).nullable().default(null),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'must be a currency’s three letters')
      .nullable()
      .default(null),
    hoursPerWorker: z.number().min(0).max(mostHours).multipleOf(0.25).nullable().default(null),
    teamId: z.uuid().nullable().default(null),
    roleProfileIds: z.array(z.uuid()).min(1).max(mostRoleProfiles).nullable().default(null),
  })
  .refine(({ from, until }) => from <= until, { path: ['until'], message: 'is before the first day' })
  .refine(({ budgetCents, currency }) => (budgetCents === null) === (currency === null), {
    path: ['currency'],
    message: 'goes with the budget, and only with it',
  })
  .meta({ id: 'CreateTrainingPlan' });

export type CreateTrainingPlanDto = z.output<typeof createTrainingPlanDto>;

export const trainingPlansQuery = listQuery({ sort: ['createdAt', 'name', 'from'], filter: {} });

export type TrainingPlansQuery = z.output<typeof trainingPlansQuery>;

export const planPlaceDto = z
  .strictObject({
    id: z.string(),
    worker: named,
    order: z.int().meta({ description: "1, 2, 3 … in the order of the worker's days." }),
    session: z.strictObject({ id: z.uuid(), firstDay: z.iso.date(), lastDay: z.iso.date() }),
    programme: z.strictObject({ id: z.uuid(), title: z.string() }),
    gained: numerator.meta({ description: '0: it opens the way to a later one.' }),
  })
  .meta({ id: 'TrainingPlanPlace' });

export type PlanPlaceDto = z.output<typeof planPlaceDto>;

export const planPlacesQuery = listQuery({
  sort: ['workerName', 'firstDay', 'gained'],
  filter: {
    workerId: z.uuid().optional(),
    sessionId: z.uuid().optional(),
    q: oneLine(100).optional().meta({ description: "Part of the worker's name." }),
  },
});

export type PlanPlacesQuery = z.output<typeof planPlacesQuery>;

export const planSessionDto = z
  .strictObject({
    ...sessionFields,
    taken: z.int(),
    seatsLeft: z.int().nullable().meta({ description: 'Null: without limit. Below 0: fewer seats since.' }),
    gained: numerator,
  })
  .meta({ id: 'TrainingPlanSession' });

export type PlanSessionDto = z.output<typeof planSessionDto>;

export const planSessionsQuery = listQuery({
  sort: ['firstDay', 'programmeTitle', 'taken', 'gained'],
  filter: { taken: z.literal(true).optional().meta({ description: 'Only those that somebody sits in.' }) },
});

export type PlanSessionsQuery = z.output<typeof planSessionsQuery>;

/** The last run says it, until there is a result and no run has ended otherwise since. */
function stateOf({ jobState, computedAt }: Pick<PlanSummary, 'jobState' | 'computedAt'>): PlanState {
  if (jobState === 'failed' || jobState === 'cancelled') return jobState;
  return jobState === 'completed' || (jobState === null && computedAt !== null) ? 'planned' : 'planning';
}

function headOf(summary: Omit<PlanSummary, 'result'>) {
  const { id, name, from, until, budgetCents, currency, minutesPerWorker, team, roleProfiles } = summary;
  const { createdAt, computedAt, stale, jobId, done, total, error } = summary;
  return {
    ...{ id, name, from, until, budgetCents, currency, team, stale },
    roleProfiles: roleProfiles && [...roleProfiles],
    hoursPerWorker: minutesPerWorker === null ? null : minutesPerWorker / 60,
    createdAt: createdAt.toISOString(),
    computedAt: computedAt?.toISOString() ?? null,
    state: stateOf(summary),
    job: jobId === null ? null : { id: jobId, done, total, error },
  };
}

function totalsOf(result: Omit<PlanResult, 'leftOut' | 'uncovered'>) {
  const { algorithm, denominator, gained, bound, shortfall, workerCount, seatedCount, placeCount } = result;
  const most = BigInt(bound);
  return {
    ...{ algorithm, denominator, gained, bound, shortfall, workerCount, seatedCount, placeCount },
    costs: result.costs.map(({ currency, cents }) => ({ currency, cents })),
    closesAtLeastPercent: most === 0n ? 100 : Number((BigInt(gained) * 100n) / most),
    optimal: gained === bound,
  };
}

export function toTrainingPlanDto(summary: PlanSummary): TrainingPlanDto {
  return { ...headOf(summary), result: summary.result && totalsOf(summary.result) };
}

/** @param words for the programmes and the KSAs that the result names */
export function toTrainingPlanDetailDto(
  detail: PlanDetail,
  words: {
    programme(id: string): string;
    ksa(ksaNo: number): { ksaCode: string; title: string };
  },
): TrainingPlanDetailDto {
  const { result } = detail;
  return {
    ...headOf(detail),
    result: result && {
      ...totalsOf(result),
      leftOut: result.leftOut.map(({ programmeId, reason, workers, wouldGain }) => ({
        programme: { id: programmeId, title: words.programme(programmeId) },
        ...{ reason, workers, wouldGain },
      })),
      uncovered: result.uncovered.map(({ ksaNo, workers }) => ({ ...words.ksa(ksaNo), workers })),
    },
  };
}

export function toPlanPlaceDto(placed: PlacedWorker): PlanPlaceDto {
  const { workerId, workerName, place, sessionId, programmeId, firstDay, lastDay } = placed;
  return {
    id: `${workerId}.${place}`,
    worker: { id: workerId, name: workerName },
    order: place,
    session: { id: sessionId, firstDay, lastDay },
    programme: { id: programmeId, title: placed.programmeTitle },
    gained: placed.gained,
  };
}
