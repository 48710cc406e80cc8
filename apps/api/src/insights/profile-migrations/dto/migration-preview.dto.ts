import { z } from 'zod';
import { evidences } from '#domain';
import { readinessDto } from '../../what-if/dto/what-if.dto.ts';

const count = z.int().min(0);

export const migrationPreviewDto = z
  .strictObject({
    asOf: z.iso.date(),
    before: readinessDto.meta({ id: 'ReadinessBeforeMigration' }),
    after: readinessDto.meta({ id: 'ReadinessAfterMigration' }),
    newlyUnknown: count.meta({
      description: 'How many of them nothing is known of in some KSA that was not asked for before.',
    }),
    requirements: z
      .array(
        z
          .strictObject({
            ksaCode: z.string(),
            title: z.string(),
            requiredLevel: z.int(),
            weight: z.int(),
            critical: z.boolean(),
            evidence: z.enum(evidences),
            isNew: z.boolean().meta({ description: 'Nobody who has the role is asked for it now.' }),
          })
          .meta({ id: 'PreviewedRequirement' }),
      )
      .meta({ description: 'What the role profile would ask for.' }),
  })
  .meta({ id: 'MigrationPreview' });

export type MigrationPreviewDto = z.output<typeof migrationPreviewDto>;
