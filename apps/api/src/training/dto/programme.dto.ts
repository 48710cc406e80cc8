import { z } from 'zod';
import { longestCode } from '#domain';
import { listQuery } from '#platform/http/list';
import { programmeKinds, programmeModes, type StoredProgramme } from '../programmes/programme.types.ts';

export const programmesQuery = listQuery({
  sort: ['title', 'hours', 'provider'],
  filter: {
    id: z.array(z.uuid()).max(500).optional(),
    q: z.string().trim().max(100).optional().meta({ description: 'Part of the title or the provider.' }),
    kind: z.enum(programmeKinds).optional(),
    ksaCode: z.string().max(longestCode).optional().meta({ description: 'Only what raises this KSA.' }),
  },
});

export type ProgrammesQuery = z.output<typeof programmesQuery>;

const raised = z.strictObject({ ksaCode: z.string(), title: z.string(), level: z.int() });

/** What every page says of a programme. */
export const programmeHead = {
  id: z.uuid(),
  title: z.string(),
  kind: z.enum(programmeKinds),
  provider: z.string(),
  hours: z.number(),
  costCents: z.int().nullable().meta({ description: 'Null when the provider does not say.' }),
  currency: z.string().nullable(),
  mode: z.enum(programmeModes),
  sourceUrl: z.string().nullable(),
};

export const programmeDto = z
  .strictObject({
    ...programmeHead,
    description: z.string(),
    outcomes: z.array(raised),
    requiresProgrammes: z.array(z.uuid()),
    requiresLevels: z.array(raised),
  })
  .meta({ id: 'Programme' });

export type ProgrammeDto = z.output<typeof programmeDto>;

/** The words for a KSA's number. */
export type KsaWords = ReadonlyMap<number, { readonly code: string; readonly title: string }>;

export function toProgrammeHead(programme: StoredProgramme) {
  const { id, title, kind, provider, hours, costCents, currency, mode, sourceUrl } = programme;
  return { id, title, kind, provider, hours, costCents, currency, mode, sourceUrl };
}

export function toProgrammeDto(programme: StoredProgramme, words: KsaWords): ProgrammeDto {
  const inWords = ({ ksaNo, level }: { ksaNo: number; level: number }) => {
    const { code, title } = words.get(ksaNo) ?? { code: String(ksaNo), title: '' };
    return { ksaCode: code, title, level };
  };
  return {
    ...toProgrammeHead(programme),
    description: programme.description,
    outcomes: programme.outcomes.map(inWords),
    requiresProgrammes: [...programme.requiresProgrammes],
    requiresLevels: programme.requiresLevels.map(inWords),
  };
}
