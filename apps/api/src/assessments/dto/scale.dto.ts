import { z } from 'zod';
import type { ProficiencyScale } from '#domain';

/** The organisation's levels in words, beside what is read by them: no page need fetch them on their own. */
export const scaleDto = z
  .strictObject({
    maxLevel: z.int(),
    levels: z.array(z.strictObject({ level: z.int(), label: z.string(), anchor: z.string() })),
  })
  .meta({ id: 'Scale' });

export function toScaleDto({ maxLevel, levels }: ProficiencyScale): z.output<typeof scaleDto> {
  return { maxLevel, levels: levels.map(({ level, label, anchor }) => ({ level, label, anchor })) };
}
