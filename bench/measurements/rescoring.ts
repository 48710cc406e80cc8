import pg from 'pg';
import {
  codeOfSource,
  defaultRatingPolicy,
  gapScoreAlgorithm,
  instantAtEndOf,
  type MostTrustedPolicy,
  sources,
} from '#domain';
import { type LoadedOrganisation, loadOrganisation } from '../data/organisation.ts';
import { distribution } from '../distribution.ts';
import type { Bench, BenchDatabase, Measure, Measurement } from '../measurement.ts';
import { type Rescorer, type RescorerReport, startRescorer } from '../rescorer.ts';
import { makeTwins, overArrays, overLog, rescoreBy, type SetBased } from '../yardsticks/rescoring.ts';

/**
 * Everybody of an organisation scored again after its policy has changed: ratings read, scores computed and stored,
 * with their history, by the product's job in a process of its own; beside it, turn by turn and on the same tables, the
 * best single SQL statements that do the same. Two policies take turns that trust the sources in opposite order, so that
 * nearly every score is another one each time, for whoever stores it.
 */
const WORKERS = 100_000;
const REQUIREMENTS = 40;
const ROUNDS = 3;
const RUNS_OF_SMALL = 3;
const TARGET_RATIO = 0.7;
const TARGET_MEGABYTES = 512;
const TARGET_RISE = 1.1;

const TRUST = { usual: defaultRatingPolicy.ranks, reversed: defaultRatingPolicy.ranks.toReversed() };
type Trust = keyof typeof TRUST;

const STORED = `worker_no, profile_version_no, input_version, as_of, algorithm, release_id, low, high, den, met,
                critical_short, critical_open, attained, verified, used`;

export const measurement: Measure = {
  name: 'rescoring',
  async run(bench) {
    const size = bench.quick ? WORKERS / 10 : WORKERS;
    const beside = await besideSql(bench, size);
    const sized = await atThreeSizes(bench, [size / 10, size, size * 10]);
    const [small, middle, large] = sized;
    const reports = [beside, ...sized].flatMap((each) => each.reports);
    const most = (of: keyof RescorerReport): number => Math.max(...reports.map((report) => report[of]));
    return [
      ...beside.measurements,
      rise(middle, small),
      rise(large, middle),
      rise(large, small),
      {
        name: 'rescoring, most memory of the process',
        value: most('megabytes'),
        unit: 'MB',
        yardstick: null,
        ratio: null,
        target: `< ${TARGET_MEGABYTES} MB`,
        meets: most('megabytes') < TARGET_MEGABYTES,
        note: `at up to ${large.workers} workers; others waited for the event loop ${most('waitP99').toFixed(1)} ms at p99, ${most('waitMax').toFixed(1)} ms at most`,
      },
    ];
  },
};

interface Sized {
  readonly workers: number;
  /** Median. */
  readonly microseconds: number;
  readonly reports: readonly RescorerReport[];
}

function rise(larger: Sized, smaller: Sized): Measurement {
  const ratio = larger.microseconds / smaller.microseconds;
  return {
    name: `rescoring one of ${larger.workers} workers`,
    value: larger.microseconds,
    unit: 'µs',
    yardstick: { name: `one of ${smaller.workers}`, value: smaller.microseconds, unit: 'µs' },
    ratio,
    target: `ratio <= ${TARGET_RISE}`,
    meets: ratio <= TARGET_RISE,
  };
}

/** What the measurements of one organisation share. */
interface Stage {
  readonly admin: pg.Client;
  readonly organisation: LoadedOrganisation;
  readonly rescorer: Rescorer;
  readonly database: BenchDatabase;
  version: number;
  /** How many scores are others by one policy than by the other: what each turn adds to the history. */
  kept: number | null;
}

async function stage(bench: Bench, workers: number, withLog: boolean): Promise<Stage> {
  const database = await (
    await bench.cluster()
  ).migratedDatabase(`rescoring_${workers}${withLog ? '_beside_sql' : ''}`);
  const from = performance.now();
  const organisation = await loadOrganisation(database, {
    seed: workers,
    workers,
    requirements: REQUIREMENTS,
    withLog,
  });
  bench.say(
    `${workers} workers, ${organisation.ratings} ratings: ${seconds(performance.now() - from)} to load`,
  );
  const admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  await admin.query(`set jit = off; set work_mem = '256MB'`);
  const { tenantId, until: today } = organisation;
  const rescorer = await startRescorer({ database, tenantId, today });
  return { admin, organisation, rescorer, database, version: 1, kept: null };
}

async function leave({ admin, rescorer }: Stage): Promise<void> {
  await rescorer.stop();
  await admin.end();
}

function policyBy(trust: Trust, version: number): MostTrustedPolicy {
  return { ...defaultRatingPolicy, name: trust, version, ranks: TRUST[trust] };
}

const other = (trust: Trust): Trust => (trust === 'usual' ? 'reversed' : 'usual');

/** What the former turn wrote is out of the way of the next. */
async function tidy({ admin }: Stage): Promise<void> {
  await admin.query('vacuum score');
  await admin.query('vacuum score_history');
  await admin.query('checkpoint');
}

/** The sizes take turns, so that whatever else the machine does is borne by all. */
async function atThreeSizes(
  bench: Bench,
  sizes: readonly [number, number, number],
): Promise<[Sized, Sized, Sized]> {
  const stages: Stage[] = [];
  try {
    for (const workers of sizes) stages.push(await stage(bench, workers, false));
    const reports = stages.map((): RescorerReport[] => []);
    let trust: Trust = 'usual';
    // The first turn fills an empty table; the second finds the table as the later ones do.
    for (let turn = 0; turn < ROUNDS + 2; turn += 1) {
      for (const [place, on] of stages.entries()) {
        // A small size is over before the machine has drawn breath: as many runs of it as make up a second.
        const runs = turn < 2 || place > 0 ? 1 : RUNS_OF_SMALL;
        for (let run = 0; run < runs; run += 1) {
          const trusted = run % 2 === 0 ? trust : other(trust);
          reports[place]?.push(await on.rescorer.rescore(policyBy(trusted, (on.version += 1))));
          await tidy(on);
        }
      }
      trust = other(trust);
    }
    const sized = (workers: number, place: number): Sized => {
      const those = reports[place] ?? [];
      const times = those.slice(2).map(({ milliseconds }) => milliseconds);
      const megabytes = Math.round(Math.max(...those.map((report) => report.megabytes)));
      bench.say(
        `${workers} workers: ${times.map(seconds).join(', ')}, the first time ${seconds(those[0]?.milliseconds ?? 0)}; ${megabytes} MB`,
      );
      return { workers, microseconds: (median(times) * 1000) / workers, reports: those };
    };
    return [sized(sizes[0], 0), sized(sizes[1], 1), sized(sizes[2], 2)];
  } finally {
    for (const on of stages) await leave(on);
  }
}

async function besideSql(
  bench: Bench,
  workers: number,
): Promise<{ readonly reports: readonly RescorerReport[]; readonly measurements: readonly Measurement[] }> {
  const on = await stage(bench, workers, true);
  const reports: RescorerReport[] = [];
  const ours = async (trust: Trust): Promise<number> => {
    const report = await on.rescorer.rescore(policyBy(trust, (on.version += 1)));
    reports.push(report);
    return report.milliseconds;
  };
  try {
    await makeTwins(on.admin);
    await tidy(on);
    for (const trust of ['usual', 'reversed', 'usual'] as const) {
      await ours(trust);
      if (on.version <= 3)
        await on.admin.query(`create table stored_${trust} as select ${STORED} from score`);
      await tidy(on);
    }
    let trust: Trust = 'reversed';
    const turn = async (by: (trust: Trust) => Promise<number>, name: string): Promise<number> => {
      const took = await by(trust);
      await assertSame(on, trust, name);
      trust = other(trust);
      await tidy(on);
      return took;
    };
    const sql = (statement: SetBased) => (now: Trust) => bySql(on, statement, now);
    const tried: { statement: SetBased; took: number }[] = [];
    for (const statement of overArrays) {
      const took = await turn(sql(statement), statement.name);
      bench.say(`${statement.name}: ${seconds(took)}`);
      tried.push({ statement, took });
    }
    tried.sort((left, right) => left.took - right.took);
    const best = (tried[0] as { statement: SetBased }).statement;
    const times = { ours: [] as number[], best: [] as number[], log: [] as number[] };
    for (let round = 0; round < ROUNDS; round += 1) {
      times.ours.push(await turn(ours, 'the product'));
      times.best.push(await turn(sql(best), best.name));
      times.log.push(await turn(sql(overLog), overLog.name));
    }
    const described = (name: keyof typeof times): string => times[name].map(seconds).join(', ');
    bench.say(`the product ${described('ours')}; ${best.name} ${described('best')}; log ${described('log')}`);
    const against = (name: string, theirs: readonly number[], target: number | null): Measurement => {
      const ratio = median(times.ours) / median(theirs);
      return {
        name: `rescoring ${workers} workers x ${REQUIREMENTS} requirements, read, computed and stored`,
        value: median(times.ours) / 1000,
        unit: 's',
        yardstick: { name, value: median(theirs) / 1000, unit: 's' },
        ratio,
        target: target === null ? 'beside it' : `ratio <= ${target}`,
        meets: target === null || ratio <= target,
        note: `${on.organisation.ratings} ratings; the same rows stored by each, ${workers} compared each time, 0 differ`,
      };
    };
    return {
      reports,
      measurements: [against(best.name, times.best, TARGET_RATIO), against(overLog.name, times.log, null)],
    };
  } finally {
    await leave(on);
  }
}

async function bySql(on: Stage, statement: SetBased, trust: Trust): Promise<number> {
  const { tenantId, until: asOf } = on.organisation;
  const policy = policyBy(trust, (on.version += 1));
  await on.admin.query(
    `insert into rating_policy (tenant_id, version, name, kind, parameters, created_at)
     values ($1, $2, $3, 'most-trusted', $4, now())`,
    [tenantId, policy.version, policy.name, JSON.stringify({ ranks: policy.ranks, validityDays: {} })],
  );
  const ranks = sources.map(() => 0);
  policy.ranks.forEach((alike, place) => {
    for (const source of alike) ranks[codeOfSource(source)] = policy.ranks.length - place;
  });
  const instant = instantAtEndOf(asOf);
  const given = {
    tenantId,
    policyVersion: policy.version,
    asOf,
    algorithm: gapScoreAlgorithm,
    instant,
    ranks,
  };
  return rescoreBy(on.admin, statement, given);
}

/** All of the score but the policy's version and the time; and that it was this turn that stored it. */
async function assertSame(on: Stage, trust: Trust, name: string): Promise<void> {
  const { rows } = await on.admin.query<{ differ: number; stored: number; kept: number }>(
    `select (select count(*)::int from (
               (select ${STORED} from score except select ${STORED} from stored_${trust})
               union all (select ${STORED} from stored_${trust} except select ${STORED} from score)) d) as differ,
            (select count(*)::int from score where policy_version = $1) as stored,
            (select count(*)::int from score_history where policy_version = $1) as kept`,
    [on.version],
  );
  const { differ, stored, kept } = rows[0] as { differ: number; stored: number; kept: number };
  on.kept ??= kept;
  if (differ !== 0 || stored !== on.organisation.workers || kept !== on.kept)
    throw new Error(
      `By ${name} ${stored} scores were stored, ${differ} are others, ${kept} went into the history.`,
    );
}

const median = (times: readonly number[]): number => distribution(times).p50;
const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;
