import type { Irregularity, Item } from './framework.ts';
import { runningText } from './source-text.ts';

/** Running text that words the title of an item otherwise than Table 19. */
const TITLES: readonly { readonly place: string; readonly printed: string; readonly code: string }[] = [
  {
    place: 'Section 3.1.2, 4.2.11, name',
    printed: '4.2.11 (Production and Process Monitoring)',
    code: '4.2.11',
  },
  {
    place: 'Section 3.2.2, 4.1.07.02, name of 4.1.09',
    printed: 'provide documentation as part of workflow processes',
    code: '4.1.09',
  },
  {
    place: 'Section 3.2.2, 4.1.07.02, name of 4.2.11',
    printed: 'provide documentation as part of production and process and monitoring',
    code: '4.2.11',
  },
  {
    place: 'Section 3.2.2, 4.1.02.04, name of 4.1.03',
    printed: 'optical material properties as part of engineering processes',
    code: '4.1.03',
  },
];

/** Running text that words the name of the area energy/process otherwise. */
const ENERGY_PROCESS = [
  { place: 'Abstract, area name', printed: 'electronics, energy/processes, and materials' },
  { place: 'Section 2, area name', printed: 'electronics, energy processes, and materials' },
  { place: 'Section 3.2.1, abbreviation of an area', printed: 'E/P references Energy/Processes' },
  { place: 'Section 3.2.1, area name', printed: '21 with energy processes' },
  { place: 'Section 3.3.1, area name', printed: 'particularly electronics and energy/processes' },
];

/** Stops when the source does not print what is declared, as the other declared rows do. */
export function readWordings(lines: readonly string[], items: readonly Item[]): Irregularity[] {
  const text = runningText(lines);
  const rows = [
    ...TITLES.map(({ place, printed, code }) => ({
      place,
      printed,
      reading: `${code} ${titleOf(code, items)}`,
      reason:
        'Titles are read from Table 19, which has one for every code; the text words this one differently.',
    })),
    ...ENERGY_PROCESS.map((row) => ({
      ...row,
      reading: 'energy/process',
      reason: 'Tables 1, 17 and 19 and the heading of section 3.3.5 name the area Energy/Process.',
    })),
  ];
  for (const { place, printed } of rows) {
    if (!text.includes(printed)) throw new Error(`${place}: the source does not print "${printed}"`);
  }
  return rows;
}

function titleOf(code: string, items: readonly Item[]): string {
  const item = items.find((other) => other.code === code);
  if (item === undefined) throw new Error(`Table 19 has no ${code}`);
  return item.title;
}
