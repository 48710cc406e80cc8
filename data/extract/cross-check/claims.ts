import { ReleaseFacts } from '#domain';
import type { Framework, Irregularity, TechnologyArea } from '../framework.ts';
import { compareText, compiled } from '../framework.ts';
import { runningText } from '../source-text.ts';

/** Words of the report about a ranking or an overlap, which the data answers otherwise. */
interface Claim {
  readonly place: string;
  /** Quoted from the source; a quotation that the source no longer has stops the extraction. */
  readonly printed: string;
  readonly reading: (data: ReleaseFacts) => string;
  readonly reason: string;
}

/** What is printed as the top occupations of an area, or of all areas together. */
interface TopOccupations extends Omit<Claim, 'reading'> {
  readonly area?: TechnologyArea;
  readonly named: readonly string[];
}

const TOP_OCCUPATIONS: readonly TopOccupations[] = [
  {
    place: 'Table 3, ranking',
    printed: 'The most frequently named occupations are shown in Table 3',
    named: [
      'Process Engineers/Scientists',
      'Mechanical Engineers',
      'Electrical Engineers',
      'Machine Operators',
      'Industrial Engineering Technologists and Technicians',
    ],
    reason:
      'Table 17 lists Process Engineers/Scientists, the first row, in biomanufacturing only. Of titles summed over areas, neither count gives the five rows of Table 3; ' +
      'the rule of the table is not printed.',
  },
  {
    place: 'Section 3.3.1, Table 7, ranking',
    printed:
      'The most selected occupations in this technology area are Biological Technicians and Process Engineers/Scientists',
    area: 'biomanufacturing',
    named: ['Biological Technicians', 'Process Engineers/Scientists'],
    reason:
      'Process Development Scientists stand before Process Engineers/Scientists by lines and by the (x2) of Table 17.',
  },
  {
    place: 'Section 3.3.2, Table 9, ranking',
    printed:
      'The top occupations in digital/automation technology are Process/Manufacturing Engineers and Electro-Mechanical and Mechatronics Technicians',
    area: 'digital-automation',
    named: ['Process/Manufacturing Engineers', 'Electro-Mechanical and Mechatronics Technicians'],
    reason: 'Table 17 marks no title of this area (x2) or (x3); by lines others stand before both.',
  },
  {
    place: 'Section 3.3.4, Table 13, ranking',
    printed:
      'shows that some roles such as Fabrication Specialists provide another accessible entry-level pathway',
    area: 'materials',
    named: ['Mechanical Engineers', 'Fabrication Specialists'],
    reason:
      'The second row of the table of top occupations; Mechatronics Technicians stand before it by lines and by the (x3) of Table 17.',
  },
  {
    place: 'Table 15, ranking',
    printed: 'Machine Operators',
    area: 'energy-process',
    named: ['Process Engineers', 'Machine Operators'],
    reason:
      'The second row of the table of top occupations. The first is read as Process Engineers, which both counts put first.',
  },
];

const CLAIMS: readonly Claim[] = [
  {
    place: 'Section 3.1.2, least commonly cited',
    printed:
      'The least commonly cited competency was Process & Equipment Health, Safety, and Environment (4.6)',
    reading: (data) =>
      ['4.4', '4.5', '4.6']
        .map((code) => `${code}: ${data.ksasUnder(code).length} KSAs, ${data.lines(code)} lines`)
        .join('; '),
    reason:
      'True of KSAs. The next paragraph speaks of how often institutes selected them: by lines 4.4 is the least cited and 4.5 the next, ' +
      'and the printed rows of Fig. 6 add up to the same order (27, 51, 81).',
  },
  {
    place: 'Section 3.3.1, overlap',
    printed:
      'there is significant overlap with other technology areas, particularly electronics and energy/processes',
    reading: (data) =>
      (['electronics', 'digital-automation', 'energy-process', 'materials'] as const)
        .map((area) => `${area}: ${data.ksasShared('biomanufacturing', area)}`)
        .join('; '),
    reason: 'By shared KSAs digital/automation stands between the two that are named.',
  },
  {
    place: 'Section 3.3.5, overlap in tier 5',
    printed:
      'share cutting-edge skills in Tier 5 with the digital/automation technology area, specifically in 5.2 Smart Manufacturing and 5.3 Information Technology',
    reading: (data) =>
      ['5.2', '5.3', '5']
        .map(
          (code) =>
            `${code === '5' ? 'tier 5' : code}: ${sharedUnder(data, code, ['digital-automation', 'energy-process'])}`,
        )
        .join('; '),
    reason:
      'All shared KSAs of tier 5 stand under 5.2. Under 5.3 energy/process needs 5.3.05 only, where the printed Fig. 7 has 0 for digital/automation as well.',
  },
];

export function claims(framework: Framework, lines: readonly string[]): Irregularity[] {
  const data = new ReleaseFacts(compiled(framework));
  const text = runningText(lines);
  const tops = TOP_OCCUPATIONS.map((top) => ({ ...top, reading: () => readTop(framework, top) }));
  return [...tops, ...CLAIMS].map(({ place, printed, reading, reason }) => {
    if (!text.includes(printed)) throw new Error(`${place}: the source does not print "${printed}"`);
    return { place, printed, reading: reading(data), reason };
  });
}

function sharedUnder(data: ReleaseFacts, code: string, both: readonly TechnologyArea[]): number {
  return data.ksasUnder(code).filter((ksa) => both.every((area) => data.areas(ksa).includes(area))).length;
}

/**
 * All titles from the highest down to the lowest that is named, by lines; a printed ranking that one of the two counts
 * bears out is no irregularity. Only the first few and those named are written out.
 */
function readTop(framework: Framework, { place, area, named }: TopOccupations): string {
  const ofArea = (of: TechnologyArea) => area === undefined || of === area;
  const lines = summed(
    framework.selections
      .filter(({ technologyArea }) => ofArea(technologyArea))
      .map(({ occupationTitle, count }) => [occupationTitle, count]),
  );
  const institutes = summed(
    framework.occupations
      .filter(({ technologyArea }) => ofArea(technologyArea))
      .map(({ title, selectedBy }) => [title, selectedBy]),
  );
  // Where Table 17 marks no title, all tie and the institutes rank nothing.
  const rankings = [lines, institutes].filter((counts) => new Set(counts.values()).size > 1);
  if (rankings.some((counts) => areHighest(named, counts))) {
    throw new Error(`${place}: the data gives what is printed`);
  }
  return [...lines]
    .sort(([a, most], [b, least]) => least - most || compareText(a, b))
    .filter(([title], rank) => rank < WRITTEN_OUT || named.includes(title))
    .map(([title, count]) => `${title}: ${count} (x${institutes.get(title)})`)
    .join('; ');
}

const WRITTEN_OUT = 3;

function areHighest(named: readonly string[], counts: ReadonlyMap<string, number>): boolean {
  const least = Math.min(...named.map((title) => counts.get(title) ?? 0));
  return [...counts].every(([title, count]) => named.includes(title) || count <= least);
}

function summed(counts: readonly (readonly [string, number])[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const [title, count] of counts) sums.set(title, (sums.get(title) ?? 0) + count);
  return sums;
}
