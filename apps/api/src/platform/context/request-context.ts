import type { EntityManager } from 'typeorm';
import type { Role } from '#domain';

/** Who acts. `userId` is null for the system itself: jobs, the demonstration, the set-up. */
export interface Actor {
  readonly userId: string | null;
  readonly name: string;
  readonly roles: readonly Role[];
  /** The worker that this user is, when they are one: the number inside, the id outside. */
  readonly workerNo: number | null;
  readonly workerId: string | null;
}

/** The first argument of every service method: without one nothing is read. */
export interface RequestContext {
  readonly tenantId: string;
  readonly actor: Actor;
  readonly requestId: string;
  /** The clock, read once at the edge: everything that one request does happens at one time. */
  readonly now: Date;
  /** Set when the request came under an Idempotency-Key; the unit of work records it with the commit. */
  readonly idempotency?: Idempotency;
}

export interface Idempotency {
  readonly key: string;
  readonly claim: string;
}

/** Exists only inside `UnitOfWork.transaction`. */
export interface TransactionContext extends RequestContext {
  readonly manager: EntityManager;
}

export function isTransaction(context: RequestContext): context is TransactionContext {
  return 'manager' in context;
}

/** The context of work that no person started. */
export function systemContext(
  tenantId: string,
  requestId: string,
  now: Date,
  name = 'system',
): RequestContext {
  return {
    tenantId,
    requestId,
    now,
    actor: { userId: null, name, roles: [], workerNo: null, workerId: null },
  };
}
