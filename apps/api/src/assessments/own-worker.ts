import { type Permission, scopeOf } from '#domain';
import type { RequestContext } from '#platform/context/request-context';

/** No worker has this number: what is asked for it finds nothing. */
const NOBODY = 0;

/** The worker whom a permission is confined to; null when it reaches all of the organisation. */
export function ownWorkerNo(context: RequestContext, permission: Permission): number | null {
  const { roles, workerNo } = context.actor;
  return scopeOf(roles, permission) === 'all' ? null : (workerNo ?? NOBODY);
}
