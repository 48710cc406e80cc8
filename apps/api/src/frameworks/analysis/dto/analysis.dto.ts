import { z } from 'zod';
import { analysisNames, associationRules, countingRules, type FigureEntry } from '#domain';
import type { Analysis } from '../analysis.types.ts';

const rules = [...new Set([...countingRules, ...associationRules])];

export const analysisName = z.enum(analysisNames).meta({ id: 'AnalysisName' });

export type AnalysisNameDto = z.output<typeof analysisName>;

const rule = z.enum(rules).meta({ id: 'AnalysisRule' });

/** A code as a release may have it: its own, an area's. */
const code = z.string().min(1).max(100);

export const formatOfAnalysis = z.enum(['json', 'csv']).optional().meta({
  description: 'JSON by default; CSV too when the request accepts text/csv.',
});

export const analysisQuery = z.strictObject({
  rule: rule.optional().meta({ description: 'How it is counted; as the report does, by default.' }),
  subject: code.optional().meta({ description: 'The code of the area or KSA that it is about.' }),
  under: code
    .optional()
    .meta({ description: 'Only rows at or under this tier, competency or sub-competency.' }),
  limit: z.coerce.number().int().min(1).max(10_000).optional().meta({ description: 'The most rows.' }),
  format: formatOfAnalysis,
});

export type AnalysisQuery = z.output<typeof analysisQuery>;

const entry = z
  .strictObject({
    of: z.enum(['area', 'item', 'occupation', 'number', 'measure']),
    key: z.string().meta({ description: 'An id, an area’s code, a number, or what is measured.' }),
    code: z.string().nullable(),
    title: z.string(),
  })
  .meta({ id: 'AnalysisEntry' });

export const analysisDto = z
  .strictObject({
    name: analysisName,
    releaseId: z.uuid(),
    rule,
    subject: entry.nullable(),
    under: entry.nullable(),
    rows: z.array(entry),
    columns: z.array(entry),
    values: z.array(z.array(z.number())).meta({ description: 'Row by row.' }),
    total: z.int().meta({ description: 'How many rows there are without the limit.' }),
    rules: z
      .array(
        z.strictObject({
          rule,
          agreeing: z.int().meta({ description: 'How many of the printed figures this rule gives.' }),
          printed: z.int().meta({ description: 'How many the report prints of this.' }),
          values: z
            .array(z.array(z.number().nullable()))
            .meta({ description: 'For the same rows and columns; null where the rule has no such row.' }),
        }),
      )
      .meta({ description: 'Every rule that this can be counted by, the report’s first.' }),
    printed: z
      .array(
        z.strictObject({
          figure: z.string().meta({ description: 'The table, figure or section of the report.' }),
          row: z.string(),
          column: z.string(),
          rowAt: z.int().nullable().meta({ description: 'Its row here; null where it has none.' }),
          columnAt: z.int().nullable().meta({ description: 'Null where the row itself is meant.' }),
          printed: z.string(),
          recomputed: z.string().nullable(),
          agrees: z.boolean(),
          reason: z
            .string()
            .nullable()
            .meta({ description: 'Why it differs from the release; of the report’s own rule.' }),
        }),
      )
      .meta({ description: 'What the report prints of this; nothing of a release that no report is about.' }),
  })
  .meta({ id: 'Analysis' });

export type AnalysisDto = z.output<typeof analysisDto>;

export function toAnalysisDto({
  release,
  name,
  rule: by,
  subject,
  under,
  figure,
  total,
  rules: standings,
  printed,
}: Analysis): AnalysisDto {
  return {
    name,
    releaseId: release.id,
    rule: by,
    subject: subject && toEntry(subject),
    under: under && toEntry(under),
    rows: figure.rows.map(toEntry),
    columns: figure.columns.map(toEntry),
    values: figure.values.map((cells) => [...cells]),
    total,
    rules: standings.map((standing) => ({
      rule: standing.rule,
      agreeing: standing.agreeing,
      printed: standing.printed,
      values: standing.values.map((cells) => [...cells]),
    })),
    printed: printed.map((cell) => ({
      figure: cell.figure,
      row: cell.row,
      column: cell.column,
      rowAt: cell.rowAt,
      columnAt: cell.columnAt,
      printed: cell.printed,
      recomputed: cell.recomputed ?? null,
      agrees: cell.agrees,
      reason: cell.reason,
    })),
  };
}

function toEntry({ of, key, code: itsCode, title }: FigureEntry): z.output<typeof entry> {
  return { of, key, code: itsCode, title };
}

/**
 * A line a row. Beside its numbers by the rule asked for stand, column by column, those that the report prints; last why
 * what differs does.
 */
export function toAnalysisRows({ rule: by, figure, printed }: Analysis): (string | number | null)[][] {
  const { rows, columns, values } = figure;
  const nameOf = ({ of, key, title }: FigureEntry) => (of === 'measure' ? key : title || key);
  const compared = [...new Set(printed.flatMap(({ columnAt }) => (columnAt === null ? [] : [columnAt])))];
  compared.sort((a, b) => a - b);
  const cells = Map.groupBy(printed, ({ rowAt }) => rowAt);
  return [
    [
      'code',
      'title',
      ...columns.map((column) => `${nameOf(column)} (${by})`),
      ...compared.flatMap((column) => {
        const name = columns[column];
        return name === undefined ? [] : [`${nameOf(name)} (printed)`];
      }),
      ...(printed.length > 0 ? ['reasons'] : []),
    ],
    ...rows.map((row, place) => {
      const beside = cells.get(place) ?? [];
      const reasons = beside.flatMap(({ column, agrees, reason }) =>
        agrees ? [] : [`${column}: ${reason ?? 'differs'}`],
      );
      return [
        row.code ?? (row.of === 'number' ? row.key : ''),
        row.title,
        ...(values[place] ?? []),
        ...compared.map((column) => {
          const cell = beside.find(({ columnAt }) => columnAt === column);
          return cell === undefined ? null : Number(cell.printed);
        }),
        ...(printed.length > 0 ? [reasons.join(' ')] : []),
      ];
    }),
  ];
}
