import { z } from 'zod';
import { listQuery } from '#platform/http/list';
import type { StoredSession } from '../sessions/programme-session.types.ts';

const mostSeats = 100_000;

export const sessionFields = {
  id: z.uuid(),
  programme: z.strictObject({
    id: z.uuid(),
    title: z.string(),
    provider: z.string(),
    hours: z.number(),
    costCents: z.int().nullable().meta({ description: 'Of each participant; null when nobody says.' }),
    currency: z.string().nullable(),
  }),
  firstDay: z.iso.date(),
  lastDay: z.iso.date(),
  seats: z.int().nullable().meta({ description: 'Null: as many as want to.' }),
};

export const programmeSessionDto = z.strictObject(sessionFields).meta({ id: 'ProgrammeSession' });

export type ProgrammeSessionDto = z.output<typeof programmeSessionDto>;

export const programmeSessionInputDto = z
  .strictObject({
    programmeId: z.uuid(),
    firstDay: z.iso.date(),
    lastDay: z.iso.date(),
    seats: z.int().min(0).max(mostSeats).nullable(),
  })
  .refine(({ firstDay, lastDay }) => firstDay <= lastDay, {
    path: ['lastDay'],
    message: 'is before the first day',
  })
  .meta({ id: 'ProgrammeSessionInput' });

export type ProgrammeSessionInputDto = z.output<typeof programmeSessionInputDto>;

export const programmeSessionsQuery = listQuery({
  sort: ['firstDay', 'programmeTitle', 'seats'],
  filter: {
    programmeId: z.uuid().optional(),
    from: z.iso.date().optional().meta({ description: 'Only those that begin on or after it.' }),
    until: z.iso.date().optional().meta({ description: 'Only those that end on or before it.' }),
  },
});

export type ProgrammeSessionsQuery = z.output<typeof programmeSessionsQuery>;

export function toProgrammeSessionDto(session: StoredSession): ProgrammeSessionDto {
  const { id, programmeId, programmeTitle, provider, hours, costCents, currency } = session;
  const { firstDay, lastDay, seats } = session;
  return {
    id,
    programme: { id: programmeId, title: programmeTitle, provider, hours, costCents, currency },
    ...{ firstDay, lastDay, seats },
  };
}
