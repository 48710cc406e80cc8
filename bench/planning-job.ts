import { monitorEventLoopDelay } from 'node:perf_hooks';
import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { RescoringService } from '#gaps';
import { type RequestContext, systemContext } from '#platform/context/request-context';
import type { JobRun } from '#platform/jobs/job-run';
import { TrainingModule, TrainingPlansService, PlanningService } from '#training';
import { benchApplication } from './application.ts';
import { loadOrganisation } from './data/organisation.ts';
import { randomFrom } from './data/random.ts';
import type { BenchDatabase } from './measurement.ts';

export interface PlannedByJob {
  readonly cpuSeconds: number;
  /** How late the event loop was for whoever else wanted it, in milliseconds. */
  readonly delay: { readonly p50: number; readonly p99: number; readonly max: number };
  readonly workers: number;
  readonly places: number;
  readonly closesAtLeastPercent: number;
}

const WINDOW = { from: '2027-01-04', until: '2027-07-02' };
const PROGRAMMES = 150;

const run: JobRun = {
  jobId: 'bench',
  cursor: null,
  checkpoint: () => Promise.resolve(),
  isCancelled: () => Promise.resolve(false),
};

/** The job's whole work on a database: reads the organisation's levels, plans, stores every place. */
export async function planByJob(
  database: BenchDatabase,
  size: { workers: number; sessions: number },
): Promise<PlannedByJob> {
  const { tenantId, roleProfiles } = await loadOrganisation(database, {
    ...{ seed: 5100, workers: size.workers, requirements: 40, withLog: false },
  });
  const application = await benchApplication(database, TrainingModule);
  try {
    const context = systemContext(tenantId, 'bench', new Date());
    await application.get(RescoringService).rescore(context, { scope: 'organisation' }, run);
    const ksaNos = [...new Set(roleProfiles.flatMap((profile) => profile.ksaNos))].sort((a, b) => a - b);
    await loadSessions(database, tenantId, ksaNos, size.sessions);
    const plans = application.get(TrainingPlansService);
    const { id } = await plans.create(context, {
      ...{ ...WINDOW, name: 'Benchmark', teamId: null, roleProfileIds: null, hoursPerWorker: null },
      ...{ budgetCents: size.sessions * 16 * 40_000, currency: 'USD' },
    });
    return await planned(application.get(PlanningService), plans, context, id);
  } finally {
    await application.close();
  }
}

async function planned(
  planning: PlanningService,
  plans: TrainingPlansService,
  context: RequestContext,
  planId: string,
): Promise<PlannedByJob> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const from = process.cpuUsage();
  delay.enable();
  await planning.plan(context, planId, run);
  delay.disable();
  const { user, system } = process.cpuUsage(from);
  const { result } = await plans.one(context, planId);
  if (result === null) throw new Error('The plan has no result.');
  return {
    cpuSeconds: (user + system) / 1e6,
    // A timer of a millisecond is late by that much anyhow.
    delay: {
      p50: delay.percentile(50) / 1e6,
      p99: delay.percentile(99) / 1e6,
      max: delay.max / 1e6,
    },
    workers: result.workerCount,
    places: result.placeCount,
    closesAtLeastPercent: result.closesAtLeastPercent,
  };
}

/** Courses of one to five days for one to four of the KSAs that the roles ask for, each held some times. */
async function loadSessions(
  database: BenchDatabase,
  tenantId: string,
  ksaNos: readonly number[],
  sessions: number,
): Promise<void> {
  const random = randomFrom(5100, 1);
  const programmes = Array.from({ length: PROGRAMMES }, () => ({
    ...{ id: uuidv7(), days: 1 + random(5), cents: 5_000 * (2 + random(30)) },
    ksas: [...new Set(Array.from({ length: 1 + random(4) }, () => ksaNos[random(ksaNos.length)] as number))],
  }));
  const held = Array.from({ length: sessions }, () => {
    const { id, days } = programmes[random(PROGRAMMES)] as (typeof programmes)[number];
    return { id: uuidv7(), programme: id, first: random(180 - days), days, seats: 8 + random(17) };
  });
  const admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  try {
    await admin.query(
      `insert into programme (tenant_id, id, title, kind, provider, hours, cost_cents, currency, mode, description, created_at)
       select $1, p.id, 'Programme', 'course', '', p.days * 8, p.cents, 'USD', 'on-site', '', now()
       from json_to_recordset($2) as p (id uuid, days int, cents int)`,
      [tenantId, JSON.stringify(programmes)],
    );
    await admin.query(
      `insert into programme_outcome (tenant_id, programme_id, ksa_no, level)
       select $1, p.id, k::text::smallint, 3 from json_to_recordset($2) as p (id uuid, ksas json), json_array_elements(p.ksas) k`,
      [tenantId, JSON.stringify(programmes)],
    );
    await admin.query(
      `insert into programme_session (tenant_id, id, programme_id, first_day, last_day, seats, created_at, updated_at)
       select $1, s.id, s.programme, $3::date + s.first, $3::date + s.first + s.days - 1, s.seats, now(), now()
       from json_to_recordset($2) as s (id uuid, programme uuid, first int, days int, seats int)`,
      [tenantId, JSON.stringify(held), WINDOW.from],
    );
  } finally {
    await admin.end();
  }
}
