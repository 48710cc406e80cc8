import { hasFailed, type Outcome } from './part.ts';

export interface Finished {
  readonly name: string;
  readonly outcome: Outcome;
}

const NAME_WIDTH = 10;
const COUNT_WIDTH = 9;

/** What a person reads last: the failures in full, a line a part, what was left out and why, and the count alone. */
export function report(finished: readonly Finished[], leftOut: readonly string[], seconds: number): string {
  const failures = finished.filter(({ outcome }) => hasFailed(outcome));
  const lines = failures.map(({ name, outcome }) => `──── ${name} ────\n${failureOf(outcome)}\n`);
  lines.push(
    `\n${'part'.padEnd(NAME_WIDTH)}${'result'.padEnd(COUNT_WIDTH)}${['passed', 'failed', 'skipped', 'seconds'].map((title) => title.padStart(COUNT_WIDTH)).join('')}`,
    ...finished.map(line),
    '',
  );
  if (leftOut.length > 0) lines.push('Left out:', ...leftOut.map((reason) => `  ${reason}`), '');
  const total = (count: (outcome: Outcome) => number) =>
    finished.reduce((sum, { outcome }) => sum + count(outcome), 0);
  const failed = total((outcome) => (outcome.failed === 0 && hasFailed(outcome) ? 1 : outcome.failed));
  lines.push(
    `${failed === 0 ? 'All is well' : 'Not all is well'}, in ${Math.round(seconds)} s.`,
    `${total(({ passed }) => passed)} passed, ${failed} failed, ${total(({ skipped }) => skipped)} skipped`,
  );
  return lines.join('\n');
}

function line({ name, outcome }: Finished): string {
  const counts = [outcome.passed, outcome.failed, outcome.skipped, Math.round(outcome.seconds)];
  const result = hasFailed(outcome) ? 'FAILED' : outcome.passed === 0 ? 'left out' : 'passed';
  return `${name.padEnd(NAME_WIDTH)}${result.padEnd(COUNT_WIDTH)}${counts.map((count) => String(count).padStart(COUNT_WIDTH)).join('')}`;
}

function failureOf({ output, passed, failed, skipped }: Outcome): string {
  return passed + failed + skipped === 0 ? `${output}\nNo test was run.` : output.trim();
}
