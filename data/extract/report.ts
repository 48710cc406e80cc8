/**
 * How many printed figures the checked-in data gives, figure by figure, and which it does not:
 *   node data/extract/report.ts
 */
import { checkedInData } from './checked-in.ts';
import { crossCheck } from './cross-check/cross-check.ts';

const { printed, ...framework } = await checkedInData();
const checked = crossCheck(framework, printed);

for (const [figure, cells] of Map.groupBy(checked, (cell) => cell.figure)) {
  const agreeing = cells.filter(({ agrees }) => agrees).length;
  const impossible = cells.filter(({ recomputed }) => recomputed === undefined).length;
  console.log(
    `${figure.padEnd(18)} ${agreeing} of ${cells.length} agree` +
      (impossible > 0 ? `, ${impossible} cannot be had from the printed data` : ''),
  );
  for (const { row, column, printed: value, recomputed } of cells.filter(({ agrees }) => !agrees)) {
    console.log(`    ${row}, ${column}: printed ${value}, recomputed ${recomputed ?? '-'}`);
  }
}
const agreeing = checked.filter(({ agrees }) => agrees).length;
console.log(`\n${agreeing} of ${checked.length} printed figures agree`);
