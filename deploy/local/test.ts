import { resolve } from 'node:path';
import { staleBuild } from './build/build.ts';
import { leftOut } from './checks/found.ts';
import { hasFailed, type Part } from './checks/part.ts';
import { report, type Finished } from './checks/report.ts';
import { namedSpecs, specs } from './checks/specs.ts';
import { staticParts } from './checks/static.ts';
import { Fault } from './fault.ts';
import { seconds, step } from './progress.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** Two cores: what waits for the database or the browser leaves the other one to lint and types. */
const LANES = 2;
/** Specs that run the product as it is served; the others run from the sources. */
const ON_THE_BUILD = /^test\/(browser|e2e|faults)\b/;

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop.abort());

const isStopped = () => stop.signal.aborted;

async function build(): Promise<void> {
  const work = await staleBuild(ROOT);
  if (work !== null) await step('Building the server and the pages', () => work(stop.signal));
}

async function everything(): Promise<number> {
  const started = performance.now();
  const { format, lint, types, unused } = staticParts(ROOT);
  // The longest first, so that it does not run on alone at the end.
  const parts = [
    specs(ROOT, 'browser'),
    specs(ROOT, 'e2e'),
    lint,
    specs(ROOT, 'api'),
    types,
    specs(ROOT, 'unit'),
    unused,
    format,
  ];
  const built = await attempt({
    name: 'build',
    run: async () => {
      await build();
      return { passed: 1, failed: 0, skipped: 0, seconds: (performance.now() - started) / 1000, output: '' };
    },
  });
  const finished = [built, ...(await inLanes(parts))];
  if (isStopped()) return 130;
  process.stdout.write(`${report(finished, leftOut(), (performance.now() - started) / 1000)}\n`);
  return finished.some(({ outcome }) => hasFailed(outcome)) ? 1 : 0;
}

async function inLanes(parts: readonly Part[]): Promise<Finished[]> {
  const finished: Finished[] = [];
  const waiting = [...parts];
  const lane = async (): Promise<void> => {
    for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
      const done = await attempt(part);
      if (isStopped()) return;
      finished.push(done);
      const failed = hasFailed(done.outcome) ? '  FAILED' : '';
      process.stdout.write(`  ${part.name.padEnd(50)}${seconds(done.outcome.seconds * 1000)}${failed}\n`);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return parts.flatMap(({ name }) => finished.filter((done) => done.name === name));
}

async function attempt(part: Part): Promise<Finished> {
  try {
    return { name: part.name, outcome: await part.run(stop.signal) };
  } catch (error) {
    const output = error instanceof Fault ? `${error.message}\n${error.remedy}` : String(error);
    return { name: part.name, outcome: { passed: 0, failed: 1, skipped: 0, seconds: 0, output } };
  }
}

const named = process.argv.slice(2);
if (named.length === 0) process.exitCode = await everything();
else {
  if (named.some((argument) => ON_THE_BUILD.test(argument))) await build();
  process.exitCode = await namedSpecs(ROOT, named, stop.signal);
}
