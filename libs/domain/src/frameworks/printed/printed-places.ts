import type { AnalysisQuestion } from '../analysis/questions.ts';
import { assertPrinted, type PrintedFigure } from './printed-figure.ts';

/** Where an analysis has what the report prints. */
export interface PrintedPlace {
  readonly question: AnalysisQuestion;
  /** By code or number; null where the row is known by its rank. */
  readonly row: string | null;
  /** By its key; null where the row itself is what is printed, not a number in it. */
  readonly column: string | null;
  /**
   * How it is read: the number in the cell; the areas in which the row counts anything; whether the row is listed (in
   * all, or among as many of the highest as the report lists); the title of the row of this rank; the sum of the column.
   */
  readonly as: 'number' | 'areas' | 'named' | 'highest' | { readonly rank: number } | 'sum';
}

/** The area of each table of the sub-competencies that it selects most. */
export const areaOfTable: Readonly<Record<string, string>> = {
  'Table 8': 'biomanufacturing',
  'Table 10': 'digital-automation',
  'Table 12': 'electronics',
  'Table 14': 'materials',
  'Table 16': 'energy-process',
};

/** The area of each section that lists the highest of the KSAs that no other area needs. */
export const areaOfList: Readonly<Record<string, string>> = {
  'Section 3.3.1': 'biomanufacturing',
  'Section 3.3.2': 'digital-automation',
  'Section 3.3.3': 'electronics',
  'Section 3.3.4': 'materials',
  'Section 3.3.5': 'energy-process',
};

/** Before the rank in the lists of section 3.2.2. */
export const associatedColumn = 'associated skill ';

const of = (
  name: AnalysisQuestion['name'],
  subject: string | null = null,
  under: string | null = null,
): AnalysisQuestion => ({ name, subject, under });

/** The tier whose sub-competencies the paragraph before Fig. 4 names. */
const TIER_OF_FIGURE_4 = '4';

/**
 * Undefined where no analysis has it as a cell: shares and counts of the running text. Throws
 * `frameworks.invalid-figure`.
 */
export function placeOf(printed: PrintedFigure): PrintedPlace | undefined {
  assertPrinted(printed, '');
  return placeInTable(printed) ?? placeOfStatement(printed);
}

function placeInTable({ figure, row, column }: PrintedFigure): PrintedPlace | undefined {
  const area = Object.hasOwn(areaOfTable, figure) ? areaOfTable[figure] : undefined;
  if (area !== undefined)
    return { question: of('top-sub-competencies', area), row, column: 'count', as: 'number' };
  switch (figure) {
    case 'Table 1':
      return { question: of('ksas-by-area'), row, column: 'needed', as: 'number' };
    // "# Occupations" are printed lines, repeated ones too.
    case 'Table 2':
      return cited(of('most-cited-ksas'), row, column);
    case 'Table 6':
      return cited(of('area-spanning-ksas'), row, column);
    case 'Table 4':
    case 'Table 5':
      return { question: of(ksasBy(row)), row, column: 'all', as: 'number' };
    case 'Fig. 4':
      return {
        question: of('named-sub-competencies', null, TIER_OF_FIGURE_4),
        row,
        column: null,
        as: 'named',
      };
    case 'Fig. 6':
      return { question: of('selections-by-competency'), row, column, as: 'number' };
    case 'Fig. 7':
      return { question: of('selections-by-sub-competency'), row, column, as: 'number' };
    default:
      return undefined;
  }
}

function placeOfStatement({ figure, row, column }: PrintedFigure): PrintedPlace | undefined {
  const listed = Object.hasOwn(areaOfList, figure) ? areaOfList[figure] : undefined;
  if (listed !== undefined && column === 'listed')
    return { question: of('unique-ksas', listed), row, column: null, as: 'highest' };
  if (column === '# KSAs' && (figure === 'Section 3.2.1' || listed !== undefined))
    return { question: of('ksas-by-area'), row, column: 'needed', as: 'number' };
  if (column === 'KSAs of this area only')
    return { question: of('ksas-by-area'), row, column: 'only-here', as: 'number' };
  const [, sharedWith] = /^KSAs shared with (.+)$/.exec(column) ?? [];
  if (sharedWith !== undefined)
    return { question: of('shared-ksas-of-areas'), row, column: sharedWith, as: 'number' };
  if (column === 'KSAs in several areas')
    return { question: of(ksasBy(row)), row, column: 'several-areas', as: 'number' };
  if (figure !== 'Section 3.2.2') return undefined;
  if (column === 'careers') return { question: of('careers', row), row: null, column: 'count', as: 'sum' };
  if (column.startsWith(associatedColumn)) {
    const rank = Number(column.slice(associatedColumn.length));
    if (!Number.isInteger(rank) || rank < 1) return undefined;
    return { question: of('associated-ksas', row), row: null, column: null, as: { rank } };
  }
  const [one = '', other = one] = row.split(' and ');
  const name = isCompetency(one)
    ? 'shared-occupations-of-competencies'
    : 'shared-occupations-of-sub-competencies';
  return { question: of(name), row: one, column: other, as: 'number' };
}

function cited(question: AnalysisQuestion, row: string, column: string): PrintedPlace {
  return column === 'Technology Areas'
    ? { question, row, column: null, as: 'areas' }
    : { question, row, column: 'count', as: 'number' };
}

const ksasBy = (code: string): AnalysisQuestion['name'] =>
  isCompetency(code) ? 'ksas-by-competency' : 'ksas-by-sub-competency';

/** By its code, X.X. */
const isCompetency = (code: string): boolean => code.split('.').length === 2;
