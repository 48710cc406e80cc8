import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startBenchCluster, type RunningCluster } from './cluster.ts';
import { machine, versions } from './machine.ts';
import type { Bench, Measure, Measurement } from './measurement.ts';
import { table } from './table.ts';

/**
 * `npm run bench [-- --quick] [-- --only name,name]`: every file of `measurements/`, one after the other, against the
 * built product. The table goes to the terminal, the figures to `results/latest.json` (with `--only` to `only.json`:
 * figures of two runs are never mixed). Ends with 1 when a target is missed or a measurement failed.
 */
const MEASUREMENTS = resolve(import.meta.dirname, 'measurements');
const RESULTS = resolve(import.meta.dirname, 'results');

interface Failure {
  readonly name: string;
  readonly error: string;
}

const { values: options } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string' } },
});
const only = options.only?.split(',').filter((name) => name !== '');
const chosen = await measures(only);

let starting: Promise<RunningCluster> | null = null;
const bench: Bench = {
  quick: options.quick,
  cluster: () => (starting ??= startBenchCluster()),
  say: (line) => void process.stdout.write(`  ${line}\n`),
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stopAtOnce());

const measurements: Measurement[] = [];
const failures: Failure[] = [];
try {
  for (const measure of chosen) await take(measure);
  await report();
} finally {
  await stopCluster();
}
if (failures.length > 0 || measurements.some(({ meets }) => !meets)) process.exitCode = 1;

async function measures(wanted: readonly string[] | undefined): Promise<Measure[]> {
  const files = (await readdir(MEASUREMENTS)).filter((file) => file.endsWith('.ts')).toSorted();
  const names = files.map((file) => file.slice(0, -'.ts'.length));
  const unknown = wanted?.filter((name) => !names.includes(name)) ?? [];
  if (unknown.length > 0)
    throw new Error(`No measurement ${unknown.join(', ')}; there are: ${names.join(', ')}`);
  const found: Measure[] = [];
  for (const name of names) {
    if (wanted !== undefined && !wanted.includes(name)) continue;
    const { measurement } = (await import(join(MEASUREMENTS, `${name}.ts`))) as { measurement: Measure };
    if (measurement.name !== name) throw new Error(`${name}.ts calls itself ${measurement.name}.`);
    found.push(measurement);
  }
  return found;
}

/** What fails is told, and costs the others nothing: what was measured before is written already. */
async function take(measure: Measure): Promise<void> {
  process.stdout.write(`${measure.name}\n`);
  const from = performance.now();
  try {
    measurements.push(...(await measure.run(bench)));
  } catch (error) {
    failures.push({ name: measure.name, error: error instanceof Error ? error.message : String(error) });
    bench.say(`FAILED: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
  bench.say(`took ${Math.round((performance.now() - from) / 1000)} s`);
  await write();
}

async function write(): Promise<void> {
  const server = starting === null ? null : await starting.catch(() => null);
  const result = {
    at: new Date().toISOString(),
    machine: machine(),
    versions: await versions(server?.adminUrl ?? null),
    quick: options.quick,
    ...(only === undefined ? {} : { only }),
    measurements,
    failures,
  };
  await mkdir(RESULTS, { recursive: true });
  const file = only === undefined ? 'latest.json' : 'only.json';
  await writeFile(join(RESULTS, file), `${JSON.stringify(result, null, 2)}\n`);
}

async function report(): Promise<void> {
  const { cpu, cores, memoryGiB, system } = machine();
  const server = starting === null ? null : await starting.catch(() => null);
  const { node, postgresql, commit } = await versions(server?.adminUrl ?? null);
  process.stdout.write(
    [
      '',
      table(measurements),
      ...failures.map(({ name, error }) => `${name} FAILED: ${error.split('\n', 1)[0] ?? ''}`),
      '',
      `${cpu}, ${cores} cores, ${memoryGiB} GiB, ${system}; Node ${node}, PostgreSQL ${postgresql ?? '-'}, commit ${commit ?? '-'}`,
      options.quick ? 'A quick run: a tenth of the size; targets are meant for the whole one.' : '',
      '',
    ].join('\n'),
  );
}

async function stopCluster(): Promise<void> {
  const server = starting === null ? null : await starting.catch(() => null);
  starting = null;
  await server?.stop();
}

async function stopAtOnce(): Promise<void> {
  await stopCluster();
  process.exit(130);
}
