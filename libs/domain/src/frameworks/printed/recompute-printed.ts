import { analyse } from '../analysis/analyse.ts';
import type { CompiledRelease } from '../analysis/analysed-release.ts';
import { assertFigure, type Figure, type FigureEntry } from '../analysis/figure.ts';
import { type AnalysisQuestion, assertQuestion } from '../analysis/questions.ts';
import { assertAllPrinted, type PrintedFigure, printedKey } from './printed-figure.ts';
import { placeOf, type PrintedPlace } from './printed-places.ts';
import { ReleaseFacts } from './release-facts.ts';
import type { Statement } from './statement.ts';
import { reportStatements } from './statements.ts';

/** A printed figure beside what the release gives for it; undefined where the report does not print what it needs. */
export interface Recomputed extends PrintedFigure {
  readonly recomputed: string | undefined;
  readonly agrees: boolean;
}

/**
 * Every printed figure of a release, recomputed from the release alone, each by the rule of its analysis. Throws as
 * `analyse` does, and `frameworks.invalid-figure`.
 */
export function recomputePrinted(release: CompiledRelease, printed: readonly PrintedFigure[]): Recomputed[] {
  assertAllPrinted(printed);
  const statements = new Map(reportStatements().map((statement) => [printedKey(statement), statement]));
  const facts = new ReleaseFacts(release);
  const figures = new Map<string, Figure>();
  const figureOf = (question: AnalysisQuestion): Figure => {
    const key = JSON.stringify(question);
    const known = figures.get(key);
    if (known !== undefined) return known;
    const figure = analyse(release, question);
    figures.set(key, figure);
    return figure;
  };
  return printed.map((each) => {
    const place = placeOf(each);
    if (place !== undefined) return readPrinted(figureOf(place.question), place, each, printed);
    const statement = statements.get(printedKey(each));
    return said(each, statement, statement?.recompute?.(facts));
  });
}

/** Printed figures that an analysis has as cells of its own, with their places in it. */
export interface PrintedCell extends Recomputed {
  /** Null where the row is beyond what was asked for, or the whole column is meant. */
  readonly rowAt: number | null;
  /** Null where the row itself is meant. */
  readonly columnAt: number | null;
}

/**
 * What the report prints of what a figure answers; by which rule the figure counts is the caller's. Throws
 * `frameworks.invalid-figure` and `frameworks.invalid-question`, naming the place.
 */
export function printedBeside(
  figure: Figure,
  question: AnalysisQuestion,
  printed: readonly PrintedFigure[],
): PrintedCell[] {
  assertFigure(figure);
  assertQuestion(question);
  assertAllPrinted(printed);
  return printed.flatMap((each) => {
    const place = placeOf(each);
    if (place === undefined || !isPartOf(figure, place, question)) return [];
    const rank = typeof place.as === 'object' ? place.as.rank - 1 : null;
    const rowAt = rank ?? findBy(figure.rows, place.row);
    return [
      {
        ...readPrinted(figure, place, each, printed),
        rowAt: rowAt < figure.rows.length && rowAt >= 0 ? rowAt : null,
        columnAt: place.column === null ? null : findBy(figure.columns, place.column),
      },
    ];
  });
}

/** Of the rows under one item what is printed of one of them, but no list whose length the rest decides. */
function isPartOf({ rows }: Figure, { question, row, as }: PrintedPlace, asked: AnalysisQuestion): boolean {
  if (question.name !== asked.name || question.subject !== asked.subject) return false;
  return asked.under === null || (as !== 'highest' && row !== null && findBy(rows, row) >= 0);
}

function said(each: PrintedFigure, statement: Statement | undefined, number: number | undefined): Recomputed {
  if (statement === undefined || number === undefined)
    return { ...each, recomputed: undefined, agrees: false };
  return {
    ...each,
    recomputed: String(Math.round(10 * number) / 10),
    agrees: holds(Number(each.printed), statement, number),
  };
}

function holds(printed: number, { relation }: Statement, number: number): boolean {
  if (relation === 'over') return number > printed;
  return relation === 'at least' ? number >= printed : number === printed;
}

function readPrinted(
  figure: Figure,
  place: PrintedPlace,
  each: PrintedFigure,
  printed: readonly PrintedFigure[],
): Recomputed {
  const recomputed = read(figure, place, each, printed);
  return { ...each, recomputed, agrees: recomputed === each.printed };
}

function read(
  { rows, columns, values }: Figure,
  { row, column, as }: PrintedPlace,
  each: PrintedFigure,
  printed: readonly PrintedFigure[],
): string {
  const cells = values[findBy(rows, row)] ?? [];
  const columnAt = findBy(columns, column);
  if (typeof as === 'object') return rows[as.rank - 1]?.title ?? '';
  switch (as) {
    case 'number':
      return String(cells[columnAt] ?? 0);
    case 'sum':
      return String(values.reduce((sum, line) => sum + (line[columnAt] ?? 0), 0));
    case 'areas':
      return columns
        .filter((entry, at) => entry.of === 'area' && (cells[at] ?? 0) > 0)
        .map(({ key }) => key)
        .join('; ');
    case 'named':
      return yesOrNo(findBy(rows, row) >= 0);
    case 'highest': {
      const listed = printed.filter(
        (other) => other.figure === each.figure && other.column === each.column,
      ).length;
      // The n-th most or more: of as many as the n-th all may be listed.
      return yesOrNo((cells[0] ?? 0) >= Math.max(1, values[listed - 1]?.[0] ?? 0));
    }
  }
}

const yesOrNo = (value: boolean): string => (value ? 'yes' : 'no');

/** Items and areas are printed by their codes, the rest by what they are known as. */
function findBy(entries: readonly FigureEntry[], name: string | null): number {
  return entries.findIndex(({ code, key }) => (code ?? key) === name);
}
