import { join } from 'node:path';
import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import {
  analyse,
  type AnalysedRelease,
  analyses,
  analysisNames,
  type AnalysisName,
  type AnalysisQuestion,
  type CompiledRelease,
  compileRelease,
} from '#domain';
import {
  AnalysisService,
  FrameworkLoader,
  FrameworksModule,
  FrameworksService,
  PrintedFiguresLoader,
} from '#frameworks';
import { systemContext } from '#platform/context/request-context';
import { UnitOfWork } from '#platform/database/unit-of-work';
import { benchApplication } from '../application.ts';
import { timesAsLarge } from '../data/large-release.ts';
import { distribution } from '../distribution.ts';
import type { Bench, BenchDatabase, Measure, Measurement } from '../measurement.ts';
import { pairwise } from '../yardsticks/analysis.ts';

/**
 * Every analysis of the report's release, and of releases with 10 and 100 times its selections: the time for one
 * selection must not rise with their number. Besides, what the database is asked for one answer, and the naive
 * pairwise statement over the same selections.
 */
const FRAMEWORK = join(import.meta.dirname, '../../data/manufacturing-usa-2025');
const TIMES = [1, 10, 100] as const;
const ROUNDS = 40;
const MOST_RISE = 1.3;
const MOST_DATABASE_MS = 5;

export const measurement: Measure = {
  name: 'analysis',
  async run(bench) {
    const database = await (await bench.cluster()).migratedDatabase('analysis');
    const admin = new pg.Client({ connectionString: database.adminUrl });
    await admin.connect();
    try {
      await new FrameworkLoader(admin).load(FRAMEWORK);
      await new PrintedFiguresLoader(admin).load(FRAMEWORK);
      const { release, measured } = await asked(bench, database);
      const sizes = TIMES.slice(0, bench.quick ? 2 : 3).map((times) => timesAsLarge(release, times));
      return [...growth(bench, sizes), ...(await besideSql(bench, admin, sizes)), measured];
    } finally {
      await admin.end();
    }
  },
};

/** What one answer of the product costs, and the database of it, once the release is in memory. */
async function asked(
  bench: Bench,
  database: BenchDatabase,
): Promise<{ release: AnalysedRelease; measured: Measurement }> {
  const application = await benchApplication(database, FrameworksModule);
  try {
    const context = systemContext(uuidv7(), 'bench', new Date());
    const service = application.get(AnalysisService);
    const index = await application.get(FrameworksService).releaseIndex(context);
    const unitOfWork = application.get(UnitOfWork);
    const readNothing = unitOfWork.read.bind(
      unitOfWork,
      context,
      { name: 'bench_nothing', text: 'select 1' },
      [],
    );
    const waited = waitsOf(unitOfWork);
    const nothing: number[] = [];
    const took: number[] = [];
    const inDatabase: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const name of analysisNames) {
        waited.ms = 0;
        const subject = subjectOf(name, compileRelease(index)) ?? undefined;
        took.push(await milliseconds(() => service.analysis(context, index.release.id, { name, subject })));
        inDatabase.push(waited.ms);
        nothing.push(await milliseconds(readNothing));
      }
    }
    const [whole, reads, empty] = [took, inDatabase, nothing].map((times) => distribution(times.slice(100)));
    if (whole === undefined || reads === undefined || empty === undefined)
      throw new Error('Nothing was measured.');
    bench.say(
      `one answer: p50 ${whole.p50} ms, p95 ${whole.p95} ms; in the database p50 ${reads.p50} ms, p95 ${reads.p95} ms; select 1: p50 ${empty.p50} ms`,
    );
    const { items, occupations, selections, areas } = index;
    return {
      release: { items, occupations, selections, areas },
      measured: {
        name: 'one analysis with every rule beside the report, time in the database, p50',
        value: reads.p50,
        unit: 'ms',
        yardstick: { name: 'select 1 on the same way, p50', value: empty.p50, unit: 'ms' },
        ratio: reads.p50 / empty.p50,
        target: `< ${MOST_DATABASE_MS} ms`,
        meets: reads.p50 < MOST_DATABASE_MS,
        note: `n ${whole.count}, p95 ${reads.p95} ms (select 1: ${empty.p95} ms); the whole answer p50 ${whole.p50} ms, p95 ${whole.p95} ms; the release and what is printed of it are in memory`,
      },
    };
  } finally {
    await application.close();
  }
}

/** How long reads were waited for. */
function waitsOf(unitOfWork: UnitOfWork): { ms: number } {
  const waited = { ms: 0 };
  const read = unitOfWork.read.bind(unitOfWork);
  const readShared = unitOfWork.readShared.bind(unitOfWork);
  unitOfWork.read = async (...given) => timed(read(...given));
  unitOfWork.readShared = async (...given) => timed(readShared(...given));
  const timed = async <Row>(rows: Promise<Row[]>): Promise<Row[]> => {
    const from = performance.now();
    const found = await rows;
    waited.ms += performance.now() - from;
    return found;
  };
  return waited;
}

/** Each analysis by the report's rule at every size: its time for one selection, beside that of the smallest. */
function growth(bench: Bench, sizes: readonly AnalysedRelease[]): Measurement[] {
  const compiled = sizes.map((size) => compileRelease(size));
  const questions = analysisNames.map((name) => ({
    name,
    perSelection: compiled.map(
      (release, place) =>
        fastest(release, questionOf(name, release)) / (sizes[place]?.selections.length ?? 1),
    ),
  }));
  for (const { name, perSelection } of questions)
    bench.say(
      `${name.padEnd(42)} ${perSelection.map((each) => `${(each * 1e6).toFixed(0)} ns`).join('  ')} a selection`,
    );
  const compiling = sizes.map((size) => fastestOf(() => compileRelease(size)) / size.selections.length);
  bench.say(
    `${'compiling, once a release'.padEnd(42)} ${compiling.map((each) => `${(each * 1e6).toFixed(0)} ns`).join('  ')} a selection`,
  );
  return questions.map(({ name, perSelection }) => {
    const [smallest = Number.NaN] = perSelection;
    const largest = perSelection.at(-1) ?? Number.NaN;
    const rise = largest / smallest;
    const [first, last] = [sizes[0]?.selections.length ?? 0, sizes.at(-1)?.selections.length ?? 0];
    return {
      name: `analysis ${name}, ${last} selections`,
      value: largest * 1e6,
      unit: 'ns a selection',
      yardstick: { name: `the same of ${first} selections`, value: smallest * 1e6, unit: 'ns a selection' },
      ratio: rise,
      target: `ratio <= ${MOST_RISE}`,
      meets: rise <= MOST_RISE,
      note: `${(largest * last).toFixed(2)} ms in all; ${perSelection.map((each) => (each * 1e6).toFixed(0)).join(', ')} ns at ${sizes.map(({ selections }) => selections.length).join(', ')}`,
    };
  });
}

async function besideSql(
  bench: Bench,
  admin: pg.Client,
  sizes: readonly AnalysedRelease[],
): Promise<Measurement[]> {
  const name = 'shared-occupations-of-sub-competencies';
  const measured: Measurement[] = [];
  for (const size of sizes) {
    const release = compileRelease(size);
    const question = questionOf(name, release);
    const naive = await pairwise(admin, size);
    const theirs: number[] = [];
    let rows = await naive();
    for (let round = 0; round < 5; round += 1)
      theirs.push(await milliseconds(async () => (rows = await naive())));
    const ours = fastest(release, question);
    const sum = analyse(release, question)
      .values.flat()
      .reduce((all, each) => all + each, 0);
    const differs = sum !== rows.reduce((all, { shared }) => all + shared, 0);
    const sql = Math.min(...theirs);
    bench.say(
      `Fig. 9 of ${size.selections.length} selections: ${ours.toFixed(2)} ms, pairwise SQL ${sql.toFixed(1)} ms`,
    );
    measured.push({
      name: `occupations shared by sub-competencies, ${size.selections.length} selections`,
      value: ours,
      unit: 'ms',
      yardstick: { name: 'naive pairwise SQL', value: sql, unit: 'ms' },
      ratio: ours / sql,
      target: 'ratio < 1, the same numbers',
      meets: ours < sql && !differs,
      note: differs ? 'the two differ' : 'the same numbers',
    });
  }
  return measured;
}

const questionOf = (name: AnalysisName, release: CompiledRelease): AnalysisQuestion => ({
  name,
  subject: subjectOf(name, release),
  under: null,
});

/** The first area, or the KSA that most need. */
function subjectOf(name: AnalysisName, release: CompiledRelease): string | null {
  const { subject } = analyses[name];
  if (subject === null) return null;
  if (subject === 'area') return release.areas[0]?.code ?? null;
  return analyse(release, { name: 'most-cited-ksas', subject: null, under: null }).rows[0]?.code ?? null;
}

const fastest = (release: CompiledRelease, question: AnalysisQuestion): number =>
  fastestOf(() => analyse(release, question));

/** The least of several, in milliseconds: what else the machine does only ever adds. */
function fastestOf(work: () => unknown): number {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round += 1) {
    const from = performance.now();
    work();
    least = Math.min(least, performance.now() - from);
  }
  return least;
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}
