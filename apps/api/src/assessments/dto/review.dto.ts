import { z } from 'zod';
import { evidences, longestCode } from '#domain';

const level = z.int().min(0).max(10);

const reviewItemDto = z
  .strictObject({
    ksaCode: z.string(),
    title: z.string(),
    definition: z.string().nullable(),
    requiredLevel: level,
    critical: z.boolean(),
    evidence: z.enum(evidences),
    self: z
      .strictObject({ level: level.nullable() })
      .nullable()
      .meta({ description: 'A level of null: not sure. Null: not answered.' }),
    assessor: z
      .strictObject({ level, ratedAt: z.iso.datetime(), ratedBy: z.string().nullable() })
      .nullable()
      .meta({ description: "This review's confirmation; before it, the newest that an assessor gave." }),
    difference: z
      .int()
      .nullable()
      .meta({ description: 'Self less assessor: positive is overconfidence. Null where one is missing.' }),
  })
  .meta({ id: 'ReviewItem' });

export const reviewDto = z
  .strictObject({
    assessmentId: z.uuid(),
    workerId: z.uuid(),
    workerName: z.string(),
    roleProfileId: z.uuid(),
    roleProfileName: z.string(),
    state: z.enum(['draft', 'submitted', 'reviewed', 'closed']),
    version: z.int(),
    submittedAt: z.iso.datetime().nullable(),
    reviewedAt: z.iso.datetime().nullable(),
    reviewedBy: z.string().nullable(),
    items: z
      .array(reviewItemDto)
      .meta({ description: 'Critical ones first, else in the order of the role profile.' }),
  })
  .meta({ id: 'AssessmentReview' });

export type ReviewDto = z.output<typeof reviewDto>;

export const confirmReviewDto = z
  .strictObject({
    confirmations: z
      .array(z.strictObject({ ksaCode: z.string().max(longestCode), level }))
      .min(1)
      .max(1000)
      .meta({ description: 'All that was asked, or at least every critical one.' }),
  })
  .meta({ id: 'ConfirmReview' });

export type ConfirmReviewDto = z.output<typeof confirmReviewDto>;
