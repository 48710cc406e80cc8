import { z } from 'zod';
import type { PrintedReport } from '../analysis.types.ts';
import { formatOfAnalysis } from './analysis.dto.ts';

export const printedFiguresQuery = z.strictObject({ format: formatOfAnalysis });

export type PrintedFiguresQuery = z.output<typeof printedFiguresQuery>;

export const printedFigureDto = z
  .strictObject({
    figure: z.string().meta({ description: 'The table, figure or section of the report.' }),
    row: z.string(),
    column: z.string(),
    printed: z.string(),
    recomputed: z
      .string()
      .nullable()
      .meta({ description: 'Null where the report does not print what it is made from.' }),
    outcome: z.enum(['agreed', 'explained', 'unexplained']),
    reason: z.string().nullable().meta({ description: 'Why it does not agree.' }),
    phrase: z
      .string()
      .nullable()
      .meta({ description: 'The words that it stands in, {} for the number; of the running text.' }),
  })
  .meta({ id: 'PrintedFigure' });

export type PrintedFigureDto = z.output<typeof printedFigureDto>;

export function toPrintedFigureDto(each: PrintedReport['figures'][number]): PrintedFigureDto {
  const differing = each.reason === null ? 'unexplained' : 'explained';
  return {
    figure: each.figure,
    row: each.row,
    column: each.column,
    printed: each.printed,
    recomputed: each.recomputed ?? null,
    outcome: each.agrees ? 'agreed' : differing,
    reason: each.reason,
    phrase: each.phrase,
  };
}

export function toPrintedFigureRows({ figures }: PrintedReport): (string | null)[][] {
  return [
    ['figure', 'row', 'column', 'printed', 'recomputed', 'outcome', 'reason'],
    ...figures
      .map(toPrintedFigureDto)
      .map((each) => [
        each.figure,
        each.row,
        each.column,
        each.printed,
        each.recomputed,
        each.outcome,
        each.reason,
      ]),
  ];
}
