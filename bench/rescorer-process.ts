import 'reflect-metadata';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { RatingPolicy } from '#domain';
import { GapsModule, PoliciesService, RescoreRequests, RescoringService } from '#gaps';
import { systemContext } from '#platform/context/request-context';
import { UnitOfWork } from '#platform/database/unit-of-work';
import { Events } from '#platform/events/events';
import { JobLedger } from '#platform/jobs/job-ledger';
import { LedgerRun } from '#platform/jobs/job-run';
import { benchApplication } from './application.ts';
import type { RescorerReport, RescorerTask } from './rescorer.ts';

/** What a process of the product does with a rescoring that it takes from the queue; `rescorer.ts` starts it. */
const { database, tenantId, today } = JSON.parse(process.argv[2] ?? '{}') as RescorerTask;
const application = await benchApplication(database, GapsModule);
const unitOfWork = application.get(UnitOfWork);
const ledger = application.get(JobLedger);
const context = systemContext(tenantId, 'bench', new Date(`${today}T12:00:00Z`));

process.on('message', (policy: RatingPolicy) => {
  void rescore(policy).then((report) => process.send?.(report));
});
process.once('disconnect', () => void application.close().then(() => process.exit()));
process.send?.('ready');

async function rescore(policy: RatingPolicy): Promise<RescorerReport> {
  const job = await unitOfWork.transaction(context, async (transaction) => {
    await application.get(PoliciesService).add(transaction, policy);
    await application.get(RescoreRequests).ofOrganisation(transaction);
    const find = `select id, run from job where tenant_id = $1 and name = 'rescore'`;
    const rows = await unitOfWork.read<{ id: string; run: number }>(
      transaction,
      { name: 'bench_rescore_job', text: find },
      [tenantId],
    );
    return rows[0] as { id: string; run: number };
  });
  const attempt = await ledger.begin(context, job.id, job.run);
  if (attempt === null) throw new Error('The rescoring is not there to be done.');
  const run = new LedgerRun(ledger, application.get(Events), attempt, null);
  const waits = monitorEventLoopDelay({ resolution: 1 });
  waits.enable();
  const from = performance.now();
  await application.get(RescoringService).rescore(context, { scope: 'organisation' }, run);
  const milliseconds = performance.now() - from;
  waits.disable();
  await ledger.complete(context, attempt);
  return {
    milliseconds,
    waitP99: waits.percentile(99) / 1e6,
    waitMax: waits.max / 1e6,
    megabytes: process.resourceUsage().maxRSS / 1024,
  };
}
