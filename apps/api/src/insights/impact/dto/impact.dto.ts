import { z } from 'zod';
import { impactKinds } from '../impact.types.ts';
import type { OwnImpact, ReleaseImpact } from '../impact.service.ts';

const count = z.int().min(0);
const releaseName = z.strictObject({ id: z.uuid(), label: z.string() });
const compared = {
  release: releaseName.meta({ id: 'ImpactRelease' }),
  base: releaseName
    .meta({ id: 'ImpactBase' })
    .nullable()
    .meta({
      description:
        'The release that it began from, with which KSAs and programmes are compared; role profiles and open ' +
        'assessments are compared with the release that each is on. Null: it began from none.',
    }),
};

const kindOfImpact = {
  ksas: count.meta({ description: 'How many KSAs of its base the release changes so.' }),
  organisations: count,
  roleProfiles: count,
  openAssessments: count,
  programmes: count,
};

export const releaseImpactDto = z
  .strictObject({
    ...compared,
    total: z
      .strictObject(kindOfImpact)
      .meta({ id: 'TotalImpact', description: 'Each counts once, however many changes touch it.' }),
    kinds: z.array(
      z.strictObject({ kind: z.enum(impactKinds), ...kindOfImpact }).meta({ id: 'KindOfImpact' }),
    ),
  })
  .meta({ id: 'ReleaseImpact' });

export type ReleaseImpactDto = z.output<typeof releaseImpactDto>;

const kinds = z.array(z.enum(impactKinds));

export const ownImpactDto = z
  .strictObject({
    ...compared,
    roleProfiles: z.array(
      z
        .strictObject({ id: z.uuid(), name: z.string(), kinds, ksas: count, openAssessments: count })
        .meta({ id: 'TouchedRoleProfile' }),
    ),
    programmes: z.array(
      z
        .strictObject({ id: z.uuid(), title: z.string(), kinds, ksas: count })
        .meta({ id: 'TouchedProgramme' }),
    ),
  })
  .meta({ id: 'OwnImpact' });

export type OwnImpactDto = z.output<typeof ownImpactDto>;

interface Named {
  readonly id: string;
  readonly label: string;
}

const nameOf = ({ id, label }: Named) => ({ id, label });
const baseOf = (base: Named | null) => (base === null ? null : nameOf(base));

export function toReleaseImpactDto({ release, base, kinds: all }: ReleaseImpact): ReleaseImpactDto {
  const [total] = all.filter(({ kind }) => kind === null).map(({ kind: _, ...counts }) => counts);
  if (total === undefined) throw new Error('An impact is of any kind, too.');
  const ofKinds = all.flatMap(({ kind, ...counts }) => (kind === null ? [] : [{ kind, ...counts }]));
  return { release: nameOf(release), base: baseOf(base), total, kinds: ofKinds };
}

export function toOwnImpactDto({ release, base, roleProfiles, programmes }: OwnImpact): OwnImpactDto {
  return {
    ...{ release: nameOf(release), base: baseOf(base) },
    roleProfiles: roleProfiles.map((each) => ({ ...each, kinds: [...each.kinds] })),
    programmes: programmes.map((each) => ({ ...each, kinds: [...each.kinds] })),
  };
}
