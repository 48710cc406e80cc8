import { z } from 'zod';
import { groupReadiness, type ProfileTotals } from '#domain';
import { groupDto, roleProfileVersionDto, shareDto, toShareDto } from './group.dto.ts';

const count = z.int().min(0);

const qualifiedCounts = z
  .strictObject({ yes: count, no: count, notYetKnown: count })
  .meta({ id: 'QualifiedCounts' });

const tenths = z.array(count).length(11);

const sums = {
  scores: count.meta({ description: 'Of each role that a member has.' }),
  mean: z.strictObject({ low: shareDto, high: shareDto }).nullable(),
  qualified: qualifiedCounts,
};

export const groupReadinessDto = z
  .strictObject({
    group: groupDto,
    since: z.iso
      .date()
      .nullable()
      .meta({ description: 'The day from which on it is so; null: not yet computed.' }),
    computedAt: z.iso.datetime().nullable(),
    ...sums,
    lowTenths: tenths.meta({ description: 'How many have t/10 ≤ low < (t + 1)/10; last those of 1.' }),
    highTenths: tenths,
    roleProfiles: z.array(
      z
        .strictObject({
          roleProfile: roleProfileVersionDto,
          scores: count,
          denominator: z.int().meta({ description: 'Of each score; Σ low and Σ high are over it.' }),
          low: count,
          high: count,
          qualified: qualifiedCounts,
        })
        .meta({ id: 'GroupRoleReadiness' }),
    ),
  })
  .meta({ id: 'GroupReadiness' });

export type GroupReadinessDto = z.output<typeof groupReadinessDto>;

export const groupDaysQuery = z.strictObject({ from: z.iso.date(), to: z.iso.date() });

export type GroupDaysQuery = z.output<typeof groupDaysQuery>;

export const groupDaysDto = z
  .strictObject({
    group: groupDto,
    days: z
      .array(
        z.strictObject({ day: z.iso.date(), computedAt: z.iso.datetime(), ...sums }).meta({ id: 'GroupDay' }),
      )
      .meta({
        description:
          'Each day on which the sums changed; they hold until the next. First what held at `from`.',
      }),
  })
  .meta({ id: 'GroupReadinessByDay' });

export type GroupDaysDto = z.output<typeof groupDaysDto>;

export const toQualifiedCounts = ({
  qualified,
  notQualified,
  notYetKnown,
}: Pick<ProfileTotals, 'qualified' | 'notQualified' | 'notYetKnown'>): z.output<typeof qualifiedCounts> => ({
  yes: qualified,
  no: notQualified,
  notYetKnown,
});

/** The sums of every role together, and their distribution. */
export function toReadinessSums(profiles: readonly ProfileTotals[]) {
  const readiness = groupReadiness(profiles);
  const { scores, mean, lowTenths, highTenths } = readiness;
  return {
    sums: {
      scores,
      mean: mean && { low: toShareDto(mean.low), high: toShareDto(mean.high) },
      qualified: toQualifiedCounts(readiness),
    },
    lowTenths: [...lowTenths],
    highTenths: [...highTenths],
  };
}
