/** Of times in milliseconds. */
export interface Distribution {
  readonly count: number;
  readonly min: number;
  readonly p50: number;
  readonly p90: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/** By the nearest rank: each figure is a time that was measured. */
export function distribution(times: readonly number[]): Distribution {
  const sorted = times.toSorted((left, right) => left - right);
  const at = (share: number) =>
    rounded(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN);
  return {
    count: sorted.length,
    min: at(0),
    p50: at(0.5),
    p90: at(0.9),
    p95: at(0.95),
    p99: at(0.99),
    max: at(1),
  };
}

export function inWords(name: string, { count, min, p50, p90, p95, p99, max }: Distribution): string {
  const figures = Object.entries({ min, p50, p90, p95, p99, max }).map(([what, value]) => `${what} ${value}`);
  return `${name.padEnd(42)} n ${count}  ${figures.join('  ')} ms`;
}

const rounded = (milliseconds: number) => Math.round(milliseconds * 100) / 100;
