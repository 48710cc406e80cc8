import { isTechnologyArea } from '../framework.ts';
import type { Framework, PrintedFigure } from '../framework.ts';
import { ASSOCIATED } from '../printed-associations.ts';
import { AREA_OF_LIST } from '../printed-lists.ts';
import { AREA_OF_TABLE } from '../printed-tables.ts';
import { Measures } from './measures.ts';
import type { Statement } from './statement.ts';
import { STATEMENTS } from './statements.ts';

/** A printed figure beside what the data set gives for it; `undefined` where the report does not print what it needs. */
export interface Checked extends PrintedFigure {
  readonly recomputed: string | undefined;
  readonly agrees: boolean;
}

/** Every printed figure, recomputed from the data set alone. */
export function crossCheck(framework: Framework, printed: readonly PrintedFigure[]): Checked[] {
  const data = new Measures(framework);
  return printed.map((figure) => {
    const statement = STATEMENTS.find((declared) => keyOf(declared) === keyOf(figure));
    return statement ? checkStatement(statement, figure, data) : checkCell(figure, printed, data);
  });
}

export function keyOf({ figure, row, column }: Pick<PrintedFigure, 'figure' | 'row' | 'column'>): string {
  return `${figure}, ${row}, ${column}`;
}

function checkStatement(statement: Statement, figure: PrintedFigure, data: Measures): Checked {
  const number = statement.recompute?.(data);
  if (number === undefined) return { ...figure, recomputed: undefined, agrees: false };
  return {
    ...figure,
    recomputed: String(Math.round(10 * number) / 10),
    agrees: holds(Number(figure.printed), statement, number),
  };
}

function holds(printed: number, { relation }: Statement, number: number): boolean {
  if (relation === 'over') return number > printed;
  return relation === 'at least' ? number >= printed : number === printed;
}

function checkCell(figure: PrintedFigure, printed: readonly PrintedFigure[], data: Measures): Checked {
  const recomputed = String(recomputeCell(figure, printed, data));
  return { ...figure, recomputed, agrees: recomputed === figure.printed };
}

function recomputeCell(
  { figure, row, column }: PrintedFigure,
  printed: readonly PrintedFigure[],
  data: Measures,
) {
  if (figure === 'Table 1') return data.ksasOfArea(areaOf(row)).length;
  if (column === 'Technology Areas') return data.areas(row).join('; ');
  // Tables 2 and 6 and the lists of careers say "occupations" and count lines, repeated ones too.
  if (column === '# Occupations' || column === 'careers') return data.lines(row);
  if (column.startsWith(ASSOCIATED))
    return associatedTitle(row, Number(column.slice(ASSOCIATED.length)), data);
  if (column === '# KSAs') return data.ksasUnder(row).length;
  if (figure === 'Fig. 4') return yesOrNo(data.ksasUnder(row).length >= NAMED_IN_FIGURE_4);
  if (figure in AREA_OF_LIST) return yesOrNo(isAmongHighest(figure, row, printed, data));
  // Fig. 6 and 7 and the tables made from them: the lines of one area under a competency or sub-competency.
  return data.lines(row, areaOf(AREA_OF_TABLE[figure] ?? column));
}

/** The paragraph before Fig. 4 names the sub-competencies of tier 4 with three KSAs or more, all of them. */
const NAMED_IN_FIGURE_4 = 3;

/** A list of n KSAs of one area only should hold those with the n-th most lines or more. */
function isAmongHighest(
  figure: string,
  ksa: string,
  printed: readonly PrintedFigure[],
  data: Measures,
): boolean {
  const listed = printed.filter((other) => other.figure === figure && other.column === 'listed').length;
  const lines = data
    .ksasOnlyIn(areaOf(AREA_OF_LIST[figure] ?? ''))
    .map((code) => data.lines(code))
    .sort((a, b) => b - a);
  return data.lines(ksa) >= (lines[listed - 1] ?? 0);
}

function associatedTitle(ksa: string, place: number, data: Measures): string | undefined {
  const code = data.associated(ksa)[place - 1]?.code;
  return data.framework.items.find((item) => item.code === code)?.title;
}

function areaOf(name: string) {
  if (!isTechnologyArea(name)) throw new Error(`"${name}" is no technology area`);
  return name;
}

function yesOrNo(value: boolean): string {
  return value ? 'yes' : 'no';
}
