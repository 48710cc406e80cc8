import { z } from 'zod';
import { releaseTables } from '#domain';
import { label } from '../reading/row-schemas.ts';
import { releaseDto } from '../../dto/release.dto.ts';

export const releaseExportQuery = z.strictObject({
  format: z.enum(['json', 'csv', 'xlsx']).default('json'),
  table: z
    .enum(releaseTables)
    .optional()
    .meta({ description: 'Of CSV one table alone; without it all come as one ZIP.' }),
});

export type ReleaseExportQuery = z.output<typeof releaseExportQuery>;

export const releaseImportQuery = z.strictObject({
  dryRun: z
    .enum(['true', 'false'])
    .default('true')
    .meta({ description: 'Lists every problem, and writes nothing.' }),
  frameworkId: z
    .uuid()
    .optional()
    .meta({ description: 'Without it the file’s own, which is made when it is not there yet.' }),
  label: label.optional().meta({ description: 'Without it the file’s own.' }),
});

export type ReleaseImportQuery = z.output<typeof releaseImportQuery>;

const count = z.int().min(0);

export const releaseImportDto = z
  .strictObject({
    release: releaseDto.nullable().meta({ description: 'The draft; null: nothing was written.' }),
    framework: z.string().nullable(),
    isNewFramework: z.boolean(),
    label: z.string().nullable(),
    basedOn: z
      .strictObject({ id: z.uuid(), label: z.string() })
      .nullable()
      .meta({ description: 'The release here that it goes on from; null: none.' }),
    counts: z.strictObject({
      ...{ areas: count, items: count, occupations: count, selections: count, successions: count },
    }),
    pastSuccessions: count.meta({
      description: 'Of the file, and left out: what they tell is older than what it goes on from.',
    }),
    problemCount: count.meta({ description: 'Of all, however many are listed.' }),
    problems: z.array(
      z
        .strictObject({
          sheet: z.string().nullable().meta({ description: 'The table, or the list; null: the file.' }),
          row: z.int().nullable().meta({
            description: 'As a spreadsheet counts, the header being 1; of a list in JSON the first is 1.',
          }),
          column: z.string().nullable(),
          at: z.string().nullable().meta({ description: 'The cell (C7), or the JSON pointer.' }),
          problem: z.string(),
        })
        .meta({ id: 'ReleaseFileProblem' }),
    ),
  })
  .meta({ id: 'ReleaseImport' });

export type ReleaseImportDto = z.output<typeof releaseImportDto>;
