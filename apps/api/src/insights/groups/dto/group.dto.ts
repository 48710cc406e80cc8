import { z } from 'zod';
import { type Fraction, numberOfFraction } from '#domain';
import { ORGANISATION_KEY } from '../group-finder.ts';
import type { Group } from '../group.types.ts';
import type { VersionName } from '../groups.repository.ts';

/** A team's id, or the word for the whole organisation. */
export const groupKey = z.union([z.literal(ORGANISATION_KEY), z.uuid()]);

export const groupDto = z
  .strictObject({
    team: z
      .strictObject({ id: z.uuid(), name: z.string(), site: z.string() })
      .nullable()
      .meta({ description: 'Null: the whole organisation.' }),
    workerCount: z.int(),
  })
  .meta({ id: 'Group' });

export function toGroupDto({ team, workerCount }: Group): z.output<typeof groupDto> {
  return { team, workerCount };
}

const digits = z.string().regex(/^\d+$/);

export const shareDto = z
  .strictObject({
    numerator: digits,
    denominator: digits,
    value: z.number().min(0).max(1).meta({ description: 'To 15 decimals, rounded down.' }),
  })
  .meta({ id: 'ExactShare', description: 'Exact, in lowest terms; the whole numbers may pass 2^53.' });

export function toShareDto(share: Fraction): z.output<typeof shareDto> {
  return {
    numerator: share.numerator.toString(),
    denominator: share.denominator.toString(),
    value: numberOfFraction(share),
  };
}

export const roleProfileVersionDto = z
  .strictObject({ id: z.uuid(), name: z.string(), version: z.int() })
  .meta({ id: 'GroupRoleProfile' });

export function toRoleProfileVersionDto(
  versions: ReadonlyMap<number, VersionName>,
  profileVersionNo: number,
): z.output<typeof roleProfileVersionDto> {
  const found = versions.get(profileVersionNo);
  if (found === undefined) throw new Error(`There is no version ${profileVersionNo} of a role profile.`);
  const { id, name, version } = found;
  return { id, name, version };
}
