/**
 * How many printed figures the checked-in data gives, figure by figure; which it does not, and why; and how many agree,
 * are explained and are not:
 *   npm run figures
 * Ends with 1 when one is left unexplained.
 */
import { printedKey } from '#domain';
import { checkedInData } from './checked-in.ts';
import { crossCheck, sorted } from './cross-check/cross-check.ts';

const { printed, irregularities, ...framework } = await checkedInData();
const checked = crossCheck(framework, printed);
const reasons = new Map(irregularities.map(({ place, reason }) => [place, reason]));

for (const [figure, cells] of Map.groupBy(checked, (cell) => cell.figure)) {
  const agreeing = cells.filter(({ agrees }) => agrees).length;
  const impossible = cells.filter(({ recomputed }) => recomputed === undefined).length;
  console.log(
    `${figure.padEnd(18)} ${agreeing} of ${cells.length} agree` +
      (impossible > 0 ? `, ${impossible} cannot be had from the printed data` : ''),
  );
  for (const cell of cells.filter(({ agrees }) => !agrees)) {
    const { row, column, printed: value, recomputed } = cell;
    console.log(`    ${row}, ${column}: printed ${value}, recomputed ${recomputed ?? '-'}`);
    console.log(`        ${reasons.get(printedKey(cell)) ?? 'NOT EXPLAINED'}`);
  }
}

const { agreed, explained, unexplained } = sorted(checked, irregularities);
console.log(
  `\n${checked.length} printed figures: ${agreed.length} agreed, ${explained.length} explained, ${unexplained.length} unexplained`,
);
if (unexplained.length > 0) process.exitCode = 1;
