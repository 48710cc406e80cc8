import { z } from 'zod';
import type { ProficiencyScale } from '#domain';

export const proficiencyScaleDto = z
  .strictObject({
    maxLevel: z.int().min(1).max(10),
    levels: z.array(z.strictObject({ level: z.int(), label: z.string(), anchor: z.string() })),
  })
  .meta({ id: 'ProficiencyScale' });

export type ProficiencyScaleDto = z.output<typeof proficiencyScaleDto>;

export function toProficiencyScaleDto({ maxLevel, levels }: ProficiencyScale): ProficiencyScaleDto {
  return { maxLevel, levels: levels.map(({ level, label, anchor }) => ({ level, label, anchor })) };
}
