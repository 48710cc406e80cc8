/** What one part of the tests came to. A part that has no tests of its own counts as one. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly seconds: number;
  /** All that it said, shown when it failed. */
  readonly output: string;
}

export interface Part {
  readonly name: string;
  run(signal: AbortSignal): Promise<Outcome>;
}

export function hasFailed({ passed, failed, skipped }: Outcome): boolean {
  // Nothing run is nothing shown.
  return failed > 0 || passed + skipped === 0;
}
