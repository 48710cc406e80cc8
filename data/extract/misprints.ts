import type { Irregularity, Item, Occupation } from './framework.ts';
import type { PrintedName } from './printed-tables.ts';
import type { Reading } from './readings.ts';

/** The declared readings of Table 19, as rows. */
export function fromReadings(readings: readonly Reading[], column: string): Irregularity[] {
  return readings.map(({ ksaCode, printed, reading, reason }) => ({
    place: `Table 19, ${ksaCode}, ${column}`,
    printed,
    reading,
    reason,
  }));
}

/** Names that another table or figure prints for an item of Table 19. */
export function otherNames(items: readonly Item[], names: readonly PrintedName[]): Irregularity[] {
  const titles = new Map(items.map(({ code, title }) => [code, title]));
  return names.flatMap(({ place, code, printed }) => {
    const title = titles.get(code);
    if (title === undefined) throw new Error(`${place}: Table 19 has no ${code}`);
    if (title === printed) return [];
    return [
      {
        place: `${place}, ${code}, name`,
        printed,
        reading: title,
        reason:
          'Titles are read from Table 19, which has one for every code; this figure words it differently.',
      },
    ];
  });
}

/** One title under several codes: 235 codes, but fewer than 235 different titles. */
export function repeatedTitles(items: readonly Item[]): Irregularity[] {
  const ksas = items.filter(({ kind }) => kind === 'ksa');
  return [...Map.groupBy(ksas, ({ title }) => title).entries()]
    .filter(([, same]) => same.length > 1)
    .map(([title, same]) => ({
      place: `Table 19, ${same.map(({ code }) => code).join(', ')}, title`,
      printed: title,
      reading: `${same.length} KSAs`,
      reason:
        'One title is printed under several codes. Each code is a KSA of its own: ' +
        'only so Tables 4 and 5 and the 235 "unique KSAs" of section 2 come out.',
    }));
}

/** Titles that differ in nothing but "&" and "and". */
export function ampersands(occupations: readonly Occupation[]): Irregularity[] {
  const spelled = Map.groupBy(occupations, ({ title }) => title.replace('&', 'and'));
  return [...spelled.values()]
    .filter((same) => new Set(same.map(({ title }) => title)).size > 1)
    .map((same) => ({
      place: `Table 17, ${same.map(({ technologyArea }) => technologyArea).join(', ')}`,
      printed: same.map(({ title }) => title).join('; '),
      reading: 'as printed in each area',
      reason:
        'One title in two spellings. Table 19 repeats them area by area, which tells misprinted areas; both are kept.',
    }));
}
