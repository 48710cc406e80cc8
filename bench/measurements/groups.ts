import pg from 'pg';
import { RescoringService } from '#gaps';
import { AggregationService, CoverService, InsightsModule, MatrixService } from '#insights';
import { type RequestContext, systemContext } from '#platform/context/request-context';
import type { JobRun } from '#platform/jobs/job-run';
import { benchApplication } from '../application.ts';
import { loadOrganisation } from '../data/organisation.ts';
import { distribution } from '../distribution.ts';
import type { Bench, Measure, Measurement } from '../measurement.ts';
import { groupYardsticks, type GroupYardsticks } from '../yardsticks/groups.ts';

/**
 * Teams and the organisation: the matrix of a team of 2,000, the sums of one team and of every group of 100,000 workers
 * of 40 requirements each, and the organisation's cover on a day to come. Beside each the same in one SQL statement.
 */
const WORKERS = 100_000;
const TEAM = 2_000;
const ROUNDS = 3;

const run: JobRun = {
  jobId: 'bench',
  cursor: null,
  checkpoint: () => Promise.resolve(),
  isCancelled: () => Promise.resolve(false),
};

interface Prepared {
  readonly context: RequestContext;
  readonly teamId: string;
  readonly in90Days: string;
  readonly yardsticks: GroupYardsticks;
}

export const measurement: Measure = {
  name: 'groups',
  async run(bench) {
    const share = bench.quick ? 10 : 1;
    const database = await (await bench.cluster()).migratedDatabase('groups');
    const { tenantId, teams } = await loadOrganisation(database, {
      seed: 6000,
      workers: WORKERS / share,
      requirements: 40,
      withLog: false,
    });
    const application = await benchApplication(database, InsightsModule);
    const admin = new pg.Client({ connectionString: database.adminUrl });
    await admin.connect();
    try {
      const context = systemContext(tenantId, 'bench', new Date());
      // By chance no team is of that size: the first workers are the first team, and nobody else is.
      await admin.query(
        `update worker set team_no = case when worker_no <= $1 then 1 else 2 end
         where (worker_no <= $1) <> coalesce(team_no = 1, false)`,
        [TEAM / share],
      );
      await application.get(RescoringService).rescore(context, { scope: 'organisation' }, run);
      const { rows } = await admin.query<{ id: string; on: string }>(
        `select id, to_char(current_date + 90, 'YYYY-MM-DD') as on from team where team_no = 1`,
      );
      const yardsticks = await groupYardsticks(admin, tenantId);
      await admin.query('vacuum analyze');
      const prepared = { context, teamId: rows[0]?.id ?? '', in90Days: rows[0]?.on ?? '', yardsticks };
      bench.say(
        `${WORKERS / share} workers in ${teams} teams, one of them of ${await yardsticks.teamSize()}`,
      );
      return [
        await matrix(bench, prepared, application.get(MatrixService)),
        ...(await sums(bench, prepared, application.get(AggregationService))),
        await cover(bench, prepared, application.get(CoverService)),
      ];
    } finally {
      await admin.end();
      await application.close();
    }
  },
};

async function matrix(
  bench: Bench,
  { context, teamId, yardsticks }: Prepared,
  matrices: MatrixService,
): Promise<Measurement> {
  let size = 0;
  const [ours, theirs] = await alternated(
    async () => {
      size = JSON.stringify(await matrices.matrix(context, teamId)).length;
    },
    () => yardsticks.matrix(),
  );
  const { workers, ksas } = await matrices.matrix(context, teamId);
  bench.say(`matrix ${workers.id.length} x ${ksas.length}, ${Math.round(size / 1024)} kB of JSON`);
  return measured(
    `matrix of a team of ${workers.id.length}, served`,
    ours,
    'one SQL statement over the log, arrays a worker',
    theirs,
    {
      target: '<= 500 ms',
      meets: ours <= 500,
      note: `${ksas.length} KSAs, ${Math.round(size / 1024)} kB of JSON`,
    },
  );
}

async function sums(
  bench: Bench,
  { context, yardsticks }: Prepared,
  aggregation: AggregationService,
): Promise<Measurement[]> {
  const [all, allInSql] = await alternated(
    () => aggregation.aggregate(context, { teamNo: null }, run),
    () => yardsticks.all(),
    () => yardsticks.forget(),
  );
  await aggregation.aggregate(context, { teamNo: null }, run);
  const [team, teamInSql] = await alternated(
    () => aggregation.aggregate(context, { teamNo: 1 }, run),
    () => yardsticks.team(),
  );
  const differing = await yardsticks.differences();
  if (differing > 0) throw new Error(`SQL and the product differ in ${differing} sums.`);
  bench.say(
    `sums of every group ${Math.round(all)} ms, of one team and the organisation ${Math.round(team)} ms`,
  );
  const note = 'SQL leaves out what expires, which needs the ratings';
  return [
    measured('sums of every group', all, 'one SQL statement over the scores', allInSql, {
      target: 'ratio <= 1',
      meets: all <= allInSql,
      note,
    }),
    measured(
      'sums of one team, and the organisation’s from them',
      team,
      'one SQL statement, the team alone',
      teamInSql,
      {
        target: '<= 1000 ms',
        meets: team <= 1000,
        note: `${note}, and the organisation`,
      },
    ),
  ];
}

async function cover(
  bench: Bench,
  { context, in90Days, yardsticks, teamId }: Prepared,
  covers: CoverService,
): Promise<Measurement> {
  const [team, teamInSql] = await alternated(
    () => covers.cover(context, teamId, { on: in90Days }),
    () => yardsticks.matrix(),
  );
  const began = performance.now();
  await covers.cover(context, 'organisation', { on: in90Days });
  const whole = Math.round(performance.now() - began);
  bench.say(`cover in 90 days: the team ${Math.round(team)} ms, the organisation ${whole} ms`);
  return measured(
    'cover of the team in 90 days, resolved again',
    team,
    'the matrix’s SQL statement, which resolves the same',
    teamInSql,
    { target: '<= 500 ms', meets: team <= 500, note: `the organisation: ${whole} ms` },
  );
}

/** Medians in milliseconds of two that take turns, after one of each to warm up. */
async function alternated(
  ours: () => Promise<unknown>,
  theirs: () => Promise<unknown>,
  before: () => Promise<unknown> = () => Promise.resolve(),
): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [place, work] of [ours, theirs].entries()) {
      await before();
      const began = performance.now();
      await work();
      if (round > 0) times[place as 0 | 1].push(performance.now() - began);
    }
  }
  return [distribution(times[0]).p50, distribution(times[1]).p50];
}

function measured(
  name: string,
  value: number,
  yardstick: string,
  theirs: number,
  rest: Pick<Measurement, 'target' | 'meets' | 'note'>,
): Measurement {
  const unit = 'ms';
  return {
    name,
    value,
    unit,
    yardstick: { name: yardstick, value: theirs, unit },
    ratio: value / theirs,
    ...rest,
  };
}
