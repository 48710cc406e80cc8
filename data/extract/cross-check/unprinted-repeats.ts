import type { Framework, PrintedFigure } from '../framework.ts';

/** The lines that a cell of Fig. 7 would have more if Table 19 printed each of its titles as often as Table 17 marks it. */
export function unprintedRepeats(
  framework: Framework,
  { row, column }: Pick<PrintedFigure, 'row' | 'column'>,
): number {
  return framework.selections
    .filter(({ ksaCode, technologyArea }) => ksaCode.startsWith(`${row}.`) && technologyArea === column)
    .map(({ occupationTitle, count }) => {
      const marked = framework.occupations.find(
        ({ title, technologyArea }) => title === occupationTitle && technologyArea === column,
      );
      return Math.max(0, (marked?.selectedBy ?? 1) - count);
    })
    .reduce((sum, more) => sum + more, 0);
}
