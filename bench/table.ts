import type { Measurement } from './measurement.ts';

const HEAD = ['', 'value', 'yardstick', 'ratio', 'target', 'meets'];
const NUMBERS = new Set([1, 3]);

/** One line a measurement, its note below it. */
export function table(measurements: readonly Measurement[]): string {
  const rows = measurements.map(({ name, value, unit, yardstick, ratio, target, meets }) => [
    name,
    `${figure(value)} ${unit}`,
    yardstick === null ? '-' : `${figure(yardstick.value)} ${yardstick.unit}: ${yardstick.name}`,
    ratio === null ? '-' : figure(ratio),
    target,
    meets ? 'yes' : 'NO',
  ]);
  const widths = HEAD.map((word, at) => Math.max(word.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => (NUMBERS.has(at) ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
      .join('  ')
      .trimEnd();
  const body = rows.flatMap((row, at) => {
    const note = measurements[at]?.note;
    return note === undefined ? [line(row)] : [line(row), `    ${note}`];
  });
  return [line(HEAD), widths.map((width) => '-'.repeat(width)).join('  '), ...body].join('\n');
}

/** Three significant digits; whole above a thousand. */
function figure(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  return Math.abs(value) >= 1000 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}
