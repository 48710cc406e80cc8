import { areaOfList, areaOfTable, ReleaseFacts } from '#domain';
import type { Framework, Irregularity, PrintedFigure } from '../framework.ts';
import { compiled } from '../framework.ts';

/** A list of the "most selected": what it chose among, and by which count. */
interface Ranking {
  readonly figure: string;
  readonly among: readonly string[];
  readonly count: (code: string) => number;
  /** Where the list prints this count, the least that it prints is the bar; Table 19 may lack lines. */
  readonly column?: string;
}

/**
 * What a list leaves out although it counts more than something the list names.
 * A tie with the least that is named is not reported: a list must end somewhere.
 */
export function leftOut(framework: Framework, printed: readonly PrintedFigure[]): Irregularity[] {
  const data = new ReleaseFacts(compiled(framework));
  const titles = new Map(framework.items.map(({ code, title }) => [code, title]));
  return rankings(data).flatMap(({ figure, among, count, column }) => {
    const cells = printed.filter((cell) => cell.figure === figure && among.includes(cell.row));
    const named = new Set(cells.map(({ row }) => row));
    const least = Math.min(
      ...(column === undefined
        ? [...named].map(count)
        : cells.filter((cell) => cell.column === column).map((cell) => Number(cell.printed))),
    );
    return among
      .filter((code) => !named.has(code) && count(code) > least)
      .map((code) => ({
        place: `${figure}, ${code} left out`,
        printed: '',
        reading: `${titles.get(code)}: ${count(code)}`,
        reason: `By the rule of the list's other rows this one belongs into it: the least that is named counts ${least}.`,
      }));
  });
}

function rankings(data: ReleaseFacts): Ranking[] {
  const subCompetencies = [...data.subCompetencies('4'), ...data.subCompetencies('5')];
  return [
    { figure: 'Table 2', among: data.ksas, count: (ksa) => data.lines(ksa), column: '# Occupations' },
    { figure: 'Table 6', among: data.ksasUnder('4'), count: (ksa) => data.areas(ksa).length },
    { figure: 'Table 6', among: data.ksasUnder('5'), count: (ksa) => data.areas(ksa).length },
    { figure: 'Fig. 4', among: data.subCompetencies('4'), count: (code) => data.ksasUnder(code).length },
    ...Object.entries(areaOfTable).map(([figure, area]) => ({
      figure,
      among: subCompetencies,
      count: (code: string) => data.lines(code, area),
      column: '# KSA Selections',
    })),
    ...Object.entries(areaOfList).map(([figure, area]) => ({
      figure,
      among: data.ksasOnlyIn(area),
      count: (ksa: string) => data.lines(ksa),
    })),
  ];
}
