import { z } from 'zod';
import { listQuery } from '#platform/http/list';
import { oneLine } from '#platform/http/text';
import type { Team } from '../team.types.ts';

export const teamDto = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    site: z.string().meta({ description: 'Empty where the organisation has but one.' }),
    workerCount: z.int(),
  })
  .meta({ id: 'Team' });

export type TeamDto = z.output<typeof teamDto>;

export const teamInputDto = z
  .strictObject({ name: oneLine(200).min(1), site: oneLine(200).default('') })
  .meta({ id: 'TeamInput' });

export type TeamInputDto = z.output<typeof teamInputDto>;

export const teamsQuery = listQuery({
  sort: ['name', 'site', 'workerCount'],
  filter: {
    id: z.array(z.uuid()).max(500).optional(),
    q: oneLine(100).optional().meta({ description: "Part of the team's or the site's name." }),
  },
});

export type TeamsQuery = z.output<typeof teamsQuery>;

export const headcountDto = z
  .strictObject({
    headcount: z.int().min(1).max(100_000).meta({ description: 'How many workers must meet the KSA.' }),
  })
  .meta({ id: 'Headcount' });

export type HeadcountDto = z.output<typeof headcountDto>;

export const teamMinimumDto = z
  .strictObject({ ksaCode: z.string(), headcount: z.int() })
  .meta({ id: 'TeamMinimum' });

export type TeamMinimumDto = z.output<typeof teamMinimumDto>;

export function toTeamDto({ id, name, site, workerCount }: Team): TeamDto {
  return { id, name, site, workerCount };
}
