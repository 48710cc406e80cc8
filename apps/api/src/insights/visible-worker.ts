import { ownWorkerNo } from '#assessments';
import type { Permission } from '#domain';
import type { RequestContext } from '#platform/context/request-context';
import { type Worker, workerNotFound, type WorkforceService } from '#workforce';

/** The worker, when whoever asks may see this of them; whose own they may see alone, others do not exist for. */
export async function visibleWorker(
  context: RequestContext,
  workforce: WorkforceService,
  workerId: string,
  permission: Permission,
): Promise<Worker> {
  const own = ownWorkerNo(context, permission);
  const worker = await workforce.workerById(context, workerId);
  if (own !== null && worker.workerNo !== own) throw workerNotFound();
  return worker;
}
