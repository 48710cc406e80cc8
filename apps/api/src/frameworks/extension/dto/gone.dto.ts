import { z } from 'zod';
import type { Ksa } from '../../framework.types.ts';
import type { GoneItem } from '../gone-items.ts';

const became = z
  .enum(['split', 'merged', 'retired'])
  .meta({ description: 'Retired: replaced by what it became, or by nothing.' });

export const ownKsaDto = z.strictObject({ ksaCode: z.string(), title: z.string() }).meta({ id: 'OwnKsa' });

export const goneKsaDto = z
  .strictObject({
    lineage: z.uuid(),
    ...ownKsaDto.shape,
    became,
    into: z.array(ownKsaDto),
  })
  .meta({
    id: 'GoneKsa',
    description: 'A KSA that the current release has no more, as it was last worded, and what became of it.',
  });

export const ownPlaceDto = z
  .strictObject({ id: z.uuid(), code: z.string(), title: z.string() })
  .meta({ id: 'OwnPlace' });

export const lostPlaceDto = z
  .strictObject({ code: z.string(), title: z.string(), became, into: z.array(ownPlaceDto) })
  .meta({
    id: 'LostPlace',
    description: 'What it stood under, which the current release has no more, and what became of it.',
  });

export const keptGoneKsas = z
  .array(z.uuid())
  .max(500)
  .meta({ description: 'Of the KSAs that are gone those that stay, by lineage; left out: all of them.' });

export const toOwnKsa = ({ code, title }: Ksa) => ({ ksaCode: code, title });

export const toGoneKsa = ({ item, became: kind, into }: GoneItem<Ksa>) => ({
  ...{ lineage: item.lineage, ...toOwnKsa(item), became: kind },
  into: into.map(toOwnKsa),
});

export const toLostPlace = ({ item: { code, title }, became: kind, into }: GoneItem) => ({
  ...{ code, title, became: kind },
  into: into.map((each) => ({ id: each.id, code: each.code, title: each.title })),
});
