import { z } from 'zod';
import type { Release } from '../framework.types.ts';

export const releaseDto = z
  .strictObject({
    id: z.uuid(),
    label: z.string(),
    state: z.enum(['draft', 'published']),
    publishedOn: z.iso.date(),
    framework: z.string(),
    publisher: z.string(),
    licence: z.string(),
    attribution: z.string(),
    ksaCount: z.int(),
    occupationCount: z.int(),
  })
  .meta({ id: 'Release' });

export type ReleaseDto = z.output<typeof releaseDto>;

export function toReleaseDto(release: Release): ReleaseDto {
  return {
    id: release.id,
    label: release.label,
    state: release.state,
    publishedOn: release.publishedOn,
    framework: release.framework,
    publisher: release.publisher,
    licence: release.licence,
    attribution: release.attribution,
    ksaCount: release.ksaCount,
    occupationCount: release.occupationCount,
  };
}
