import { z } from 'zod';
import { scaleDto } from '#assessments';
import { evidences } from '#domain';

export const whatIfLevelsQuery = z.strictObject({ roleProfileId: z.uuid() });

export type WhatIfLevelsQuery = z.output<typeof whatIfLevelsQuery>;

const levels = z.string();

export const whatIfLevelsDto = z
  .strictObject({
    asOf: z.iso.date(),
    policy: z.strictObject({ version: z.int(), name: z.string() }),
    scale: scaleDto,
    roleProfile: z.strictObject({ id: z.uuid(), name: z.string(), version: z.int() }),
    requirements: z.array(
      z
        .strictObject({
          ksaCode: z.string(),
          title: z.string(),
          requiredLevel: z.int(),
          weight: z.int(),
          critical: z.boolean(),
          evidence: z.enum(evidences),
          evidenceChosen: z.boolean(),
        })
        .meta({ id: 'ChangeableRequirement' }),
    ),
    complete: z.boolean().meta({
      description: 'False: too many have the role for a page to hold. Nobody is here; ask POST /api/what-if.',
    }),
    workers: z.strictObject({ id: z.array(z.uuid()), name: z.array(z.string()) }),
    levels: z.strictObject({ any: levels, observed: levels, certified: levels }).meta({
      description:
        'Base64, a signed byte each, worker after worker, requirement after requirement: the level attained by the ' +
        'sources that the evidence allows; −1 unknown.',
    }),
  })
  .meta({ id: 'WhatIfLevels' });

export type WhatIfLevelsDto = z.output<typeof whatIfLevelsDto>;
