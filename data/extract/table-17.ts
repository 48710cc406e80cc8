import { areaNamed } from './area-names.ts';
import type { Irregularity, TechnologyArea } from './framework.ts';

export interface CriticalOccupation {
  readonly title: string;
  readonly technologyArea: TechnologyArea;
  /** "(x2)" after a title: that many institutes selected it. */
  readonly selectedBy: number;
}

export interface Table17 {
  readonly occupations: readonly CriticalOccupation[];
  readonly irregularities: readonly Irregularity[];
}

type TitlesOfArea = (area: TechnologyArea) => ReadonlySet<string>;

const INSTITUTES = /^\(x(\d+)\)$/;

/**
 * Table 17 prints the titles of an area one after another with nothing but spaces between them.
 * Only the titles that Table 19 prints for the area tell where one ends; every word must be used, in one way only.
 */
export function readTable17(rows: readonly (readonly string[])[], titlesOf: TitlesOfArea): Table17 {
  const occupations: CriticalOccupation[] = [];
  const irregularities: Irregularity[] = [];
  let area: TechnologyArea | undefined;
  for (const [name = '', ...columns] of rows) {
    if (name === 'Technology Area') continue;
    if (name !== '') area = areaNamed(name);
    if (area === undefined) throw new Error('Table 17 begins with a row that names no area');
    const printed = columns.join(' ');
    if (name === '') irregularities.push(splitRow(area, printed));
    occupations.push(...columns.flatMap((column) => readColumn(column, area as TechnologyArea, titlesOf)));
  }
  return { occupations, irregularities };
}

function readColumn(
  column: string,
  technologyArea: TechnologyArea,
  titlesOf: TitlesOfArea,
): CriticalOccupation[] {
  const words = column.split(' ');
  const splits = splitTitles(words, 0, titlesOf(technologyArea));
  const [titles] = splits;
  if (titles === undefined || splits.length > 1) {
    throw new Error(`Table 17, ${technologyArea}: ${splits.length} ways to read "${column}"`);
  }
  return titles.map(({ title, selectedBy }) => ({ title, technologyArea, selectedBy }));
}

type Titles = { readonly title: string; readonly selectedBy: number }[];

function splitTitles(words: readonly string[], from: number, known: ReadonlySet<string>): Titles[] {
  if (from === words.length) return [[]];
  const splits: Titles[] = [];
  for (let to = from + 1; to <= words.length; to += 1) {
    const title = words.slice(from, to).join(' ');
    if (!known.has(title)) continue;
    const institutes = INSTITUTES.exec(words[to] ?? '');
    const first = { title, selectedBy: Number(institutes?.[1] ?? 1) };
    for (const rest of splitTitles(words, institutes ? to + 1 : to, known)) splits.push([first, ...rest]);
  }
  return splits;
}

function splitRow(area: TechnologyArea, printed: string): Irregularity {
  return {
    place: `Table 17, ${area}, row split over a page`,
    printed,
    reading: `goes on the row of ${area}`,
    reason:
      'The row names no area and stands between the row of this area and the next; Table 19 prints these titles with it.',
  };
}
