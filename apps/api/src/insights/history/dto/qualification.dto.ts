import { z } from 'zod';
import { evidences, sources } from '#domain';
import { listQuery } from '#platform/http/list';
import { oneLine } from '#platform/http/text';

const answer = z.enum(['yes', 'no', 'not-yet-known']);
const ksa = { ksaCode: z.string(), title: z.string() };
const numerator = z.int().min(0);

const when = {
  on: z.iso
    .date()
    .meta({ description: 'Its end in UTC, as of which ratings are resolved; not in the future.' }),
  knownAt: z.iso
    .datetime({ offset: true })
    .optional()
    .meta({ description: 'Another time of knowledge for `then` than the end of the day.' }),
  known: z.enum(['then', 'now']).default('then').meta({
    description:
      '`then`: by the ratings that had been recorded by the end of the day; `now`: by all of today.',
  }),
  rules: z.enum(['then', 'now']).default('then').meta({
    description: 'Held against the role profile version and the policy of that day, or those of today.',
  }),
};

export const qualificationQuery = z.strictObject(when);

export type QualificationQuery = z.output<typeof qualificationQuery>;

const whose = {
  roleProfileId: z.uuid(),
  teamId: z.uuid().optional(),
  q: oneLine(100).optional().meta({ description: "Part of the worker's name." }),
};

export const qualificationsQuery = listQuery({
  sort: ['workerName'],
  filter: {
    ...when,
    ...whose,
    answer: answer.optional(),
    differs: z.boolean().optional().meta({ description: 'Only where then and now do, or do not, differ.' }),
  },
});

export type QualificationsQuery = z.output<typeof qualificationsQuery>;

export const qualificationSummaryQuery = z.strictObject({ ...when, ...whose });

export type QualificationSummaryQuery = z.output<typeof qualificationSummaryQuery>;

const ratingDto = z
  .strictObject({
    seq: z.int(),
    source: z.enum(sources),
    level: z.int(),
    ratedAt: z.iso.datetime(),
    recordedAt: z.iso.datetime(),
    expiresAt: z.iso.datetime().nullable(),
    ratedBy: z.string().nullable(),
  })
  .meta({ id: 'RatingBehind' });

const asKnownDto = z
  .strictObject({
    knownAt: z.iso.datetime(),
    answer,
    reasons: z.array(
      z.strictObject({
        ...ksa,
        reason: z.enum(['short', 'unknown', 'not-verified']),
        levelsShort: z.int().optional(),
      }),
    ),
    low: numerator,
    high: numerator,
    denominator: z.int().min(1),
    critical: z
      .array(
        z.strictObject({
          ...ksa,
          requiredLevel: z.int(),
          evidence: z.enum(evidences),
          attained: z.int().nullable(),
          status: z.enum(['met', 'short', 'unknown']),
          verified: z.boolean(),
          rating: ratingDto.nullable().meta({ description: 'Decided the attained level.' }),
          proof: ratingDto.nullable().meta({
            description:
              'Of the sources that the requirement asks for, the one that decides whether it is verified.',
          }),
        }),
      )
      .meta({ description: 'Every critical requirement, and the ratings behind it.' }),
  })
  .meta({ id: 'QualificationAsKnown' });

export type AsKnownDto = z.output<typeof asKnownDto>;

const head = {
  on: z.iso.date(),
  known: z.enum(['then', 'now']),
  roleProfile: z
    .strictObject({ id: z.uuid(), name: z.string(), version: z.int() })
    .meta({ description: 'The version held against.' }),
  policy: z.strictObject({ version: z.int(), name: z.string(), kind: z.enum(['most-trusted', 'consensus']) }),
};

export const qualificationDto = z
  .strictObject({
    id: z.string().meta({ description: "Worker's and role profile's ids, joined by a full stop." }),
    ...head,
    worker: z.strictObject({ id: z.uuid(), name: z.string() }),
    assignedAt: z.iso.datetime().nullable().meta({
      description: 'When the worker was given the role that they had then; null without it.',
    }),
    answer: answer.meta({ description: 'As known at the time asked for: that of `then` or of `now`.' }),
    differs: z.boolean().meta({ description: 'Then and now give different answers.' }),
    then: asKnownDto,
    now: asKnownDto,
  })
  .meta({ id: 'QualificationOnDay' });

export type QualificationDto = z.output<typeof qualificationDto>;

const counts = z.strictObject({ yes: z.int(), no: z.int(), 'not-yet-known': z.int() });

export const qualificationSummaryDto = z
  .strictObject({
    ...head,
    workers: z.int().meta({
      description: 'Who has the role today and had it by the end of that day: former holders are not kept.',
    }),
    then: counts,
    now: counts,
    differing: z.int(),
  })
  .meta({ id: 'QualificationSummary' });

export type QualificationSummaryDto = z.output<typeof qualificationSummaryDto>;
