import { z } from 'zod';
import { decayTable, type RatingPolicy, sources } from '#domain';

const validityDays = z.partialRecord(z.enum(sources), z.int()).default({});
const name = z.string().trim().min(1).max(200).default('tried');

/** A policy to be tried; what is out of range the domain says. */
export const triedPolicyDto = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('most-trusted'),
      name,
      ranks: z
        .array(z.array(z.enum(sources)).max(sources.length))
        .max(sources.length)
        .meta({ description: 'Every source once, the most trusted first; those in one list share a rank.' }),
      validityDays,
    }),
    z.strictObject({
      kind: z.literal('consensus'),
      name,
      weights: z.record(z.enum(sources), z.int()),
      halfLifeDays: z.int(),
      validityDays,
    }),
  ])
  .meta({ id: 'TriedRatingPolicy' });

export type TriedPolicyDto = z.output<typeof triedPolicyDto>;

/** @param version of a policy that is kept nowhere: that of the one in force, counted on */
export function toTriedPolicy(policy: TriedPolicyDto, version: number): RatingPolicy {
  return policy.kind === 'most-trusted'
    ? { ...policy, version }
    : { ...policy, version, decay: decayTable(policy.halfLifeDays) };
}
