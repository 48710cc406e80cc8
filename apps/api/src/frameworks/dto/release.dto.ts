import { z } from 'zod';
import { releaseStates } from '#domain';
import type { Release } from '../framework.types.ts';

export const releaseDto = z
  .strictObject({
    id: z.uuid(),
    label: z.string(),
    state: z.enum(releaseStates),
    publishedOn: z.iso.date().nullable().meta({ description: 'Null until it is published.' }),
    frameworkId: z.uuid(),
    framework: z.string(),
    publisher: z.string(),
    licence: z.string(),
    attribution: z.string(),
    basedOn: z.uuid().nullable().meta({ description: 'The release that it began as a copy of.' }),
    revision: z.int().meta({ description: 'Goes up with each edit of a draft.' }),
    isCurrent: z.boolean().meta({ description: 'What role profiles begin from.' }),
    ksaCount: z.int(),
    occupationCount: z.int(),
  })
  .meta({ id: 'Release' });

export type ReleaseDto = z.output<typeof releaseDto>;

export function toReleaseDto(release: Release, current: Release | undefined): ReleaseDto {
  return {
    id: release.id,
    label: release.label,
    state: release.state,
    publishedOn: release.publishedOn,
    frameworkId: release.frameworkId,
    framework: release.framework,
    publisher: release.publisher,
    licence: release.licence,
    attribution: release.attribution,
    basedOn: release.basedOn,
    revision: release.revision,
    isCurrent: release.id === current?.id,
    ksaCount: release.ksaCount,
    occupationCount: release.occupationCount,
  };
}
