import { z } from 'zod';
import { type ComparedKsa, nearnessRules } from '#domain';
import { json } from '#platform/http/list';
import { occupationDto, toOccupationDto } from '../../dto/occupation.dto.ts';
import type { ComparedOccupations, NearestOccupations } from '../analysis.types.ts';
import { formatOfAnalysis } from './analysis.dto.ts';

export const compareQuery = z.strictObject({
  ids: json(z.tuple([z.uuid(), z.uuid()]), '[]').meta({ description: 'JSON: the ids of two occupations.' }),
  format: formatOfAnalysis,
});

export type CompareQuery = z.output<typeof compareQuery>;

const comparedKsa = z
  .strictObject({
    id: z.uuid(),
    code: z.string(),
    title: z.string(),
    counts: z
      .array(z.int())
      .length(2)
      .meta({ description: 'How often the source prints it under each of the two.' }),
  })
  .meta({ id: 'ComparedKsa' });

export const occupationComparisonDto = z
  .strictObject({
    releaseId: z.uuid(),
    occupations: z.array(occupationDto).length(2),
    shared: z.array(comparedKsa),
    onlyFirst: z.array(comparedKsa),
    onlySecond: z.array(comparedKsa),
  })
  .meta({ id: 'OccupationComparison' });

export type OccupationComparisonDto = z.output<typeof occupationComparisonDto>;

const toComparedKsa = ({ ksa, counts }: ComparedKsa): z.output<typeof comparedKsa> => ({
  id: ksa.id,
  code: ksa.code,
  title: ksa.title,
  counts: [...counts],
});

export function toOccupationComparisonDto(compared: ComparedOccupations): OccupationComparisonDto {
  return {
    releaseId: compared.release.id,
    occupations: compared.occupations.map(toOccupationDto),
    shared: compared.shared.map(toComparedKsa),
    onlyFirst: compared.onlyFirst.map(toComparedKsa),
    onlySecond: compared.onlySecond.map(toComparedKsa),
  };
}

/** Every KSA of either once, with how often each of the two has it. */
export function toOccupationComparisonRows(compared: ComparedOccupations): (string | number)[][] {
  const names = compared.occupations.map(
    ({ title, technologyAreaName }) => `${title} - ${technologyAreaName}`,
  );
  return [
    ['code', 'title', ...names],
    ...[...compared.shared, ...compared.onlyFirst, ...compared.onlySecond].map(({ ksa, counts }) => [
      ksa.code,
      ksa.title,
      ...counts,
    ]),
  ];
}

export const nearestQuery = z.strictObject({
  ksaIds: json(z.array(z.uuid()).min(1).max(200), '[]').meta({
    description: 'JSON: the ids of KSAs; of an item above KSAs all under it are meant.',
  }),
  rule: z.enum(nearnessRules).default('jaccard'),
  limit: z.coerce.number().int().min(1).max(1000).default(25),
  format: formatOfAnalysis,
});

export type NearestQuery = z.output<typeof nearestQuery>;

export const nearestOccupationsDto = z
  .strictObject({
    releaseId: z.uuid(),
    rule: z.enum(nearnessRules),
    asked: z.int().meta({ description: 'How many KSAs were named, each once.' }),
    total: z.int().meta({ description: 'How many occupations need any of them.' }),
    rows: z.array(
      z.strictObject({
        occupation: occupationDto,
        shared: z.int().meta({ description: 'How many of the KSAs named it needs.' }),
        needed: z.int().meta({ description: 'How many KSAs it needs in all.' }),
        nearness: z.number(),
      }),
    ),
  })
  .meta({ id: 'NearestOccupations' });

export type NearestOccupationsDto = z.output<typeof nearestOccupationsDto>;

export function toNearestOccupationsDto(near: NearestOccupations): NearestOccupationsDto {
  return {
    releaseId: near.release.id,
    rule: near.rule,
    asked: near.asked,
    total: near.total,
    rows: near.rows.map(({ occupation, shared, needed, nearness }) => ({
      occupation: toOccupationDto(occupation),
      shared,
      needed,
      nearness,
    })),
  };
}

export function toNearestOccupationsRows({ rule, rows }: NearestOccupations): (string | number)[][] {
  return [
    ['title', 'technology_area', 'shared', 'needed', rule],
    ...rows.map(({ occupation, shared, needed, nearness }) => [
      occupation.title,
      occupation.technologyAreaName,
      shared,
      needed,
      nearness,
    ]),
  ];
}
