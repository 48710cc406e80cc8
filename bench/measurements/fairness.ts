import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { Client, eventually } from '#builders/client';
import { productProcess } from '#builders/killable';
import { defaultRatingPolicy } from '#domain';
import { GapsModule, PoliciesService, RescoreRequests } from '#gaps';
import { systemContext } from '#platform/context/request-context';
import { UnitOfWork } from '#platform/database/unit-of-work';
import { benchApplication } from '../application.ts';
import { consensusOf, loadOrganisation } from '../data/organisation.ts';
import { distribution, inWords } from '../distribution.ts';
import type { Bench, Measure, Measurement } from '../measurement.ts';
import { aRole, idle, listening, prepare, type Prepared } from '../submissions.ts';

/**
 * A small organisation's submit-to-score while a large one's policy changes and everybody there is scored again, in the
 * same process of the product; beside it the same submissions while the large one rests. Turn by turn, in one run.
 */
const WORKERS = 100_000;
const TURNS = 8;
const SUBMISSIONS_A_TURN = 25;
const TARGET_RATIO = 2;

/** For a rescoring to end, and the sums that follow it. */
const REST_MS = 300_000;

export const measurement: Measure = {
  name: 'fairness',
  async run(bench) {
    const database = await (await bench.cluster()).migratedDatabase('fairness');
    const workers = bench.quick ? WORKERS / 10 : WORKERS;
    const large = await loadOrganisation(database, {
      seed: 7000,
      workers,
      requirements: 40,
      withLog: false,
    });
    const admin = new pg.Client({ connectionString: database.adminUrl });
    await admin.connect();
    const application = await benchApplication(database, GapsModule);
    const product = await productProcess({
      DATABASE_URL: database.appUrl,
      OWNER_DATABASE_URL: database.ownerUrl,
    });
    try {
      const organisation = largeOrganisation(admin, large.tenantId, async (version) => {
        await application
          .get(UnitOfWork)
          .transaction(systemContext(large.tenantId, 'bench', new Date()), async (context) => {
            // Another kind each time: nearly every score changes and is written.
            await application
              .get(PoliciesService)
              .add(context, version % 2 === 0 ? consensusOf(version) : { ...defaultRatingPolicy, version });
            await application.get(RescoreRequests).ofOrganisation(context);
          });
      });
      return await turns(bench, product.nobody, organisation, workers);
    } finally {
      await product.kill();
      await application.close();
      await admin.end();
    }
  },
};

interface LargeOrganisation {
  /** Until its rescoring writes; begins another when none is under way. */
  busy(): Promise<void>;
  isBusy(): Promise<boolean>;
  rested(): Promise<void>;
  /** Of the rescorings that have ended, in seconds. */
  readonly took: readonly number[];
}

function largeOrganisation(
  admin: pg.Client,
  tenantId: string,
  changePolicy: (version: number) => Promise<void>,
): LargeOrganisation {
  let version = defaultRatingPolicy.version;
  const took: number[] = [];
  const job = async () => {
    const { rows } = await admin.query<{ state: string; done: number; seconds: number }>(
      `select state, done, extract(epoch from finished_at - started_at)::float8 as seconds from job
        where tenant_id = $1 and name = 'rescore'`,
      [tenantId],
    );
    return rows[0];
  };
  const isBusy = async () => {
    const now = await job();
    return now?.state === 'active' && now.done > 0;
  };
  return {
    isBusy,
    async busy() {
      const now = await job();
      if (now?.state !== 'active' && now?.state !== 'waiting') {
        if (now !== undefined) took.push(now.seconds);
        await changePolicy((version += 1));
      }
      await eventually(isBusy, 60_000);
    },
    async rested() {
      await eventually(async () => {
        const { rows } = await admin.query<{ open: boolean; failed: string | null }>(
          `select bool_or(state in ('waiting', 'active')) as open, max(error) as failed from job where tenant_id = $1`,
          [tenantId],
        );
        if (rows[0]?.failed != null)
          throw new Error(`A job of the large organisation failed: ${rows[0].failed}`);
        return rows[0]?.open === false;
      }, REST_MS);
      const ended = await job();
      if (ended !== undefined) took.push(ended.seconds);
      // What it wrote goes to disk in its own time, not in the small one's.
      await admin.query('checkpoint');
      await pause(500);
    },
    took,
  };
}

async function turns(
  bench: Bench,
  nobody: Client,
  large: LargeOrganisation,
  workers: number,
): Promise<Measurement[]> {
  const employer = await nobody.persona('employer-administrator');
  const roleProfileId = await aRole(bench, employer);
  const each = bench.quick ? SUBMISSIONS_A_TURN / 5 : SUBMISSIONS_A_TURN;
  const prepared: Prepared[] = [];
  // Some more: a submission in whose course the rescoring ends counts for neither.
  for (let place = 0; place < TURNS * each * 1.5; place += 1)
    prepared.push(await prepare(nobody, employer, roleProfileId, place));
  await idle(employer);

  const times = { alone: [] as number[], beside: [] as number[] };
  const { submit, stop } = await listening(employer, roleProfileId);
  const next = (): Prepared => {
    const one = prepared.pop();
    if (one === undefined) throw new Error('The rescoring is over too soon to measure anything beside it.');
    return one;
  };
  // The first rescoring fills an empty table, and both ways are warm after it.
  await submit(next());
  await large.busy();
  await submit(next());
  await large.rested();
  for (let turn = 0; turn < TURNS; turn += 1) {
    if (turn % 2 === 0) {
      for (let count = 0; count < each; count += 1) times.alone.push((await submit(next())).read);
      continue;
    }
    for (let count = 0; count < each;) {
      await large.busy();
      const { read } = await submit(next());
      if (!(await large.isBusy())) continue;
      times.beside.push(read);
      count += 1;
    }
    await large.rested();
  }
  stop();

  const [alone, beside] = [distribution(times.alone), distribution(times.beside)];
  bench.say(inWords('submit to score, alone', alone));
  bench.say(inWords(`beside a rescoring of ${workers}`, beside));
  bench.say(`the rescorings took ${large.took.map((took) => took.toFixed(1)).join(', ')} s`);
  const ratio = beside.p95 / alone.p95;
  return [
    {
      name: `submit to score beside a rescoring of ${workers}, p95`,
      value: beside.p95,
      unit: 'ms',
      yardstick: { name: 'the same while the large organisation rests, p95', value: alone.p95, unit: 'ms' },
      ratio,
      target: `ratio <= ${TARGET_RATIO}`,
      meets: ratio <= TARGET_RATIO,
      note: `n ${beside.count} beside, p50 ${beside.p50} ms, p99 ${beside.p99} ms; alone n ${alone.count}, p50 ${alone.p50} ms, p99 ${alone.p99} ms`,
    },
  ];
}
