import { z } from 'zod';
import { groupDto, roleProfileVersionDto } from './group.dto.ts';

const count = z.int().min(0);

const whoDto = z.strictObject({ id: z.uuid(), name: z.string() });

export const coverQuery = z.strictObject({
  on: z.iso
    .date()
    .optional()
    .meta({ description: 'A day from today on: every rating is resolved again as of its end, in UTC.' }),
});

export type CoverQuery = z.output<typeof coverQuery>;

export const coverDto = z
  .strictObject({
    group: groupDto,
    on: z.iso.date().nullable().meta({ description: 'Null: as the newest scores have it.' }),
    expiringBefore: z.iso.date(),
    ksas: z.array(
      z
        .strictObject({
          ksaCode: z.string(),
          title: z.string(),
          required: count.meta({ description: 'How many workers have a role that asks for it.' }),
          met: count,
          short: count,
          unknown: count,
          verified: count,
          expiring: count.meta({
            description: 'Of those who meet it, by a rating that ends before the date.',
          }),
          minimum: z.int().nullable(),
          zeroCover: z.boolean(),
          singlePointOfFailure: z.boolean(),
          belowMinimum: z.boolean(),
          onlyMetBy: whoDto.nullable(),
        })
        .meta({ id: 'KsaCover' }),
    ),
    roleProfiles: z.array(
      z
        .strictObject({
          roleProfile: roleProfileVersionDto,
          scores: count,
          qualified: count,
          zeroCover: z.boolean(),
          singlePointOfFailure: z.boolean(),
          onlyQualified: whoDto.nullable(),
        })
        .meta({ id: 'RoleCover' }),
    ),
  })
  .meta({ id: 'Cover' });

export type CoverDto = z.output<typeof coverDto>;

export const sharedGapsDto = z
  .strictObject({
    group: groupDto,
    gaps: z.array(
      z
        .strictObject({
          ksaCode: z.string(),
          title: z.string(),
          required: count,
          met: count,
          short: count,
          unknown: count,
        })
        .meta({ id: 'SharedGap' }),
    ),
  })
  .meta({ id: 'SharedGaps' });

export type SharedGapsDto = z.output<typeof sharedGapsDto>;
