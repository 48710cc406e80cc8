import { z } from 'zod';
import { oneLine } from '#platform/http/text';
import { type Source, sources } from '#domain';
import { listQuery } from '#platform/http/list';
import type { StoredPolicy } from '../policies/policy.types.ts';

const source = z.enum(sources);
const days = z.int().min(1).max(36_500);

/** Sources that are not named count until a rating's own expiry. */
const validityDays = z.strictObject(
  Object.fromEntries(sources.map((name) => [name, days.optional()])) as Record<
    Source,
    z.ZodOptional<typeof days>
  >,
);

const weights = z.strictObject(
  Object.fromEntries(sources.map((name) => [name, z.int().min(0).max(1000)])) as Record<Source, z.ZodInt>,
);

const name = oneLine(200).min(1);

const mostTrusted = z
  .strictObject({
    kind: z.literal('most-trusted'),
    name,
    ranks: z
      .array(z.array(source).min(1))
      .min(1)
      .meta({ description: 'Every source once, the most trusted first; sources in one list share a rank.' }),
    validityDays,
  })
  .meta({ id: 'MostTrustedPolicyInput' });

const consensus = z
  .strictObject({
    kind: z.literal('consensus'),
    name,
    weights,
    halfLifeDays: z.int().min(1).max(3650).meta({ description: 'After so many days a rating weighs half.' }),
    validityDays,
  })
  .meta({ id: 'ConsensusPolicyInput' });

export const ratingPolicyInputDto = z.discriminatedUnion('kind', [mostTrusted, consensus]);

export type RatingPolicyInputDto = z.output<typeof ratingPolicyInputDto>;

const stored = { version: z.int().meta({ description: 'Scores name the version that made them.' }) };
const since = { since: z.iso.datetime().nullable() };

export const ratingPolicyDto = z
  .discriminatedUnion('kind', [
    mostTrusted.extend({ ...stored, ...since }).meta({ id: 'MostTrustedPolicy' }),
    consensus.extend({ ...stored, ...since }).meta({ id: 'ConsensusPolicy' }),
  ])
  .meta({ id: 'RatingPolicy' });

export type RatingPolicyDto = z.output<typeof ratingPolicyDto>;

export const ratingPoliciesQuery = listQuery({ sort: ['version'], filter: {} });

export type RatingPoliciesQuery = z.output<typeof ratingPoliciesQuery>;

/** The decay table follows from the half-life: it is kept with the version, and nobody need read its thousands. */
export function toRatingPolicyDto({ policy, since: createdAt }: StoredPolicy): RatingPolicyDto {
  const { kind, name: called, version } = policy;
  const common = { name: called, version, since: createdAt?.toISOString() ?? null };
  const valid = { validityDays: { ...policy.validityDays } };
  return kind === 'most-trusted'
    ? { kind, ...common, ranks: policy.ranks.map((rank) => [...rank]), ...valid }
    : { kind, ...common, weights: { ...policy.weights }, halfLifeDays: policy.halfLifeDays, ...valid };
}
