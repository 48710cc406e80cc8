import { z } from 'zod';
import { evidences, highestWeight, lowestWeight } from '#domain';

const MOST_PARTS = 100;

const requiredLevel = z.int().min(1).meta({ description: '1 to the highest level of the scale.' });
const weight = z.int().min(lowestWeight).max(highestWeight);

export const splitDecisionDto = z
  .strictObject({
    kind: z.literal('split'),
    lineage: z.uuid().meta({ description: 'Of the divided KSA.' }),
    parts: z
      .array(z.strictObject({ lineage: z.uuid(), requiredLevel, weight }))
      .min(1)
      .max(MOST_PARTS)
      .meta({ description: 'Those of its parts that the role asks for.' }),
  })
  .meta({ id: 'SplitDecision' });

export const mergedDecisionDto = z
  .strictObject({
    kind: z.literal('merged'),
    lineage: z.uuid().meta({ description: 'Of the KSA that they have become.' }),
    ...{ requiredLevel, weight, critical: z.boolean(), evidence: z.enum(evidences) },
  })
  .meta({ id: 'MergedDecision' });

export const retiredDecisionDto = z
  .strictObject({
    kind: z.literal('retired'),
    lineage: z.uuid().meta({ description: 'Of the retired KSA.' }),
    replacedBy: z.array(z.uuid()).max(MOST_PARTS).meta({
      description: 'Those of its replacements that the role asks for instead; none: it is dropped.',
    }),
  })
  .meta({ id: 'RetiredDecision' });

export const migrationDecisionDto = z
  .discriminatedUnion('kind', [splitDecisionDto, mergedDecisionDto, retiredDecisionDto])
  .meta({ id: 'MigrationDecision' });
