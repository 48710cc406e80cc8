import { areaOfList } from '#domain';
import type { Irregularity, PrintedFigure } from './framework.ts';
import type { OccupationsOfKsa } from './occupations.ts';
import type { PrintedName } from './printed-tables.ts';
import { bulletsAfter, paddedCode, plain } from './source-text.ts';

/** The lists of KSAs "highly selected" and specific to an area, each after a sentence that announces it. */
const AREA_LISTS: readonly { figure: string; announced: RegExp }[] = [
  { figure: 'Section 3.3.1', announced: /most highly selected KSAs specific to biomanufacturing careers:$/ },
  {
    figure: 'Section 3.3.2',
    announced: /highly selected KSAs for manufacturing careers in this technology area:$/,
  },
  { figure: 'Section 3.3.3', announced: /highly selected electronics-specific KSAs:$/ },
  { figure: 'Section 3.3.4', announced: /KSAs were highly selected for careers in materials:$/ },
  { figure: 'Section 3.3.5', announced: /highly selected energy\/process-specific KSAs were:$/ },
];

const LISTED = { column: 'listed', printed: 'yes' } as const;

/** Fig. 4 is a picture; the paragraph before it lists the sub-competencies that it names. */
export function readFigure4(lines: readonly string[]): { figures: PrintedFigure[]; names: PrintedName[] } {
  const listed = lines
    .find((line) => line.includes('with a full list of sub-categories: '))
    ?.split('sub-categories: ')[1];
  if (listed === undefined) throw new Error('Fig. 4: no list of sub-categories');
  const named = [...plain(listed).matchAll(/(\d\.\d\.\d+) (.+?)(?=, (?:and )?\d\.\d|\.$)/g)].map((found) => ({
    code: paddedCode(found[1] ?? ''),
    printed: found[2] ?? '',
  }));
  return {
    figures: named.map(({ code }) => ({ figure: 'Fig. 4', row: code, ...LISTED })),
    names: named.map((name) => ({ place: 'Fig. 4', ...name })),
  };
}

/** A list names KSAs by title alone; a title that several KSAs have means the one that only this area needs. */
export function readAreaLists(lines: readonly string[], ksas: readonly OccupationsOfKsa[]): PrintedFigure[] {
  return AREA_LISTS.flatMap(({ figure, announced }) =>
    bulletsAfter(lines, announced).map((title) => {
      const [code, ...others] = ksas
        .filter((ksa) => isNamed(ksa, title) && onlyIn(ksa, areaOfList[figure]))
        .map((ksa) => ksa.code);
      if (code === undefined || others.length > 0) throw new Error(`${figure}: no one KSA is "${title}"`);
      return { figure, row: code, ...LISTED };
    }),
  );
}

function isNamed(ksa: OccupationsOfKsa, title: string): boolean {
  return ksa.title.toLowerCase() === title.toLowerCase();
}

function onlyIn(ksa: OccupationsOfKsa, area: string | undefined): boolean {
  return ksa.mentions.every(({ technologyArea }) => technologyArea === area);
}

/** Section 3.2.2 lists the careers that need a KSA, titles without their areas. */
const CAREER_LISTS: readonly { code: string; announced: RegExp }[] = [
  { code: '4.1.07.01', announced: /it connects to the following careers within this framework: (.*)$/ },
  { code: '4.1.07.02', announced: /^This collection of skills is essential for the following careers:$/ },
  { code: '4.1.02.04', announced: /connect strongly to the following careers:$/ },
];

export function readCareers(
  lines: readonly string[],
  ksas: readonly OccupationsOfKsa[],
): { figures: PrintedFigure[]; irregularities: Irregularity[] } {
  const lists = CAREER_LISTS.map(({ code, announced }) => ({
    code,
    careers: careersAfter(lines, announced),
  }));
  return {
    figures: lists.map(({ code, careers }) => ({
      figure: 'Section 3.2.2',
      row: code,
      column: 'careers',
      printed: String(careers.length),
    })),
    irregularities: lists.flatMap(({ code, careers }) => {
      const printedUnder = ksas.find((ksa) => ksa.code === code)?.mentions.map(({ title }) => title) ?? [];
      return notPrinted(careers, printedUnder).map((career) =>
        careerIrregularity(code, career, printedUnder),
      );
    }),
  };
}

function careersAfter(lines: readonly string[], announced: RegExp): string[] {
  const at = lines.findIndex((line) => announced.test(line));
  const list = announced.exec(lines[at] ?? '')?.[1] ?? lines.slice(at + 1).find((line) => line.trim() !== '');
  if (at < 0 || list === undefined) throw new Error(`no line matches ${announced.source}`);
  return plain(list)
    .replace(/\.$/, '')
    .split(/, (?:and )?/);
}

/** What the list names more often than the table does. */
function notPrinted(careers: readonly string[], titles: readonly string[]): string[] {
  const left = [...titles];
  return careers.filter((career) => {
    const at = left.indexOf(career);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function careerIrregularity(code: string, career: string, titles: readonly string[]): Irregularity {
  const spelled = titles.find((title) => title.replaceAll('/', ' and ').startsWith(career.replace(/s$/, '')));
  const repeated = titles.includes(career);
  return {
    place: `Section 3.2.2, ${code}, names of careers`,
    printed: career,
    reading: spelled !== undefined && !repeated ? spelled : 'no further line',
    reason: repeated
      ? 'The list names the title more often than Table 19 prints it under the KSA.'
      : 'Table 19 spells the title differently under the KSA.',
  };
}
