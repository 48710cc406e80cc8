import { ApiProblem, Unreachable } from '../../api/problem.ts';

/** One answer on its way. The key stays the same over every attempt: however often it is sent, it counts once. */
export interface PendingAnswer {
  key: string;
  workerId: string;
  assessmentId: string;
  ksaCode: string;
  /** null: not sure. */
  level: number | null;
}

export interface StoredAnswer extends PendingAnswer {
  /** Given by the store, rising: the order of the taps. */
  order: number;
}

export interface OutboxStore {
  add(answer: PendingAnswer): Promise<void>;
  /** In the order of the taps. */
  all(): Promise<StoredAnswer[]>;
  remove(order: number): Promise<void>;
}

export type DrainResult =
  | { outcome: 'sent' }
  /** Nothing is lost: the answers stay and go out later, in the same order. */
  | { outcome: 'waiting'; error: unknown }
  /** The server will never take this one (its assessment is submitted, say): it is dropped and said so. */
  | { outcome: 'refused'; error: ApiProblem; answer: StoredAnswer };

const REFUSALS = new Set([400, 403, 404, 409, 410, 422]);

function isRefusal(error: unknown): error is ApiProblem {
  return error instanceof ApiProblem && REFUSALS.has(error.status);
}

/**
 * Sends one worker's answers in the order of the taps, each removed only after the server's answer. It stops at the
 * first that finds no ear: a later answer to the same question must never arrive before the earlier one. A shared
 * phone may hold another worker's answers; they wait for their own sign-in.
 */
export async function drain(
  store: OutboxStore,
  workerId: string,
  send: (answer: StoredAnswer) => Promise<void>,
): Promise<DrainResult> {
  let refused: DrainResult | null = null;
  for (;;) {
    const next = (await store.all()).find((answer) => answer.workerId === workerId);
    if (next === undefined) return refused ?? { outcome: 'sent' };
    try {
      await send(next);
    } catch (error) {
      if (!isRefusal(error)) return { outcome: 'waiting', error };
      refused = { outcome: 'refused', error, answer: next };
    }
    await store.remove(next.order);
  }
}

/** Seconds to wait before trying again by itself: soon when the network is away, longer when the server asks so. */
export function retryAfterSeconds(error: unknown): number {
  if (error instanceof Unreachable) return 5;
  return error instanceof ApiProblem && error.status === 429 ? 20 : 10;
}

/** The last tap per question: what the page shows before the server knows it. */
export function latestLevels(
  answers: readonly StoredAnswer[],
  assessmentId: string,
): Map<string, number | null> {
  const levels = new Map<string, number | null>();
  for (const answer of answers) {
    if (answer.assessmentId === assessmentId) levels.set(answer.ksaCode, answer.level);
  }
  return levels;
}
