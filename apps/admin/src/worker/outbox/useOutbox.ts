import { useCallback, useEffect, useRef, useState } from 'react';
import { request } from '../../api/client.ts';
import { newKey, withLock } from '../../api/locks.ts';
import { readable } from '../../api/problem.ts';
import { indexedDbStore } from './indexedDbStore.ts';
import { drain, type DrainResult, retryAfterSeconds, type StoredAnswer } from './outbox.ts';

export type SaveState =
  | { state: 'idle' }
  | { state: 'saving' }
  | { state: 'saved' }
  | { state: 'kept'; waiting: number }
  | { state: 'refused'; detail: string };

async function send({ key, assessmentId, ksaCode, level }: StoredAnswer): Promise<void> {
  await request('PUT', `/api/assessments/${assessmentId}/answers/${encodeURIComponent(ksaCode)}`, {
    body: { level },
    idempotencyKey: key,
  });
}

async function mine(workerId: string): Promise<StoredAnswer[]> {
  return (await indexedDbStore.all()).filter((answer) => answer.workerId === workerId);
}

export interface Outbox {
  saving: SaveState;
  put(assessmentId: string, ksaCode: string, level: number | null): Promise<void>;
  waiting(): Promise<StoredAnswer[]>;
  /** Sends what waits; true when nothing waits any more. */
  flush(): Promise<boolean>;
}

/** Answers are kept on the device first and sent at once; what finds no network goes out when it is back. */
export function useOutbox(workerId: string): Outbox {
  const [saving, setSaving] = useState<SaveState>({ state: 'idle' });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const flush = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current);
    // One tab at a time sends: the order of the taps holds over tabs too.
    const result = await withLock<DrainResult>('outbox', () => drain(indexedDbStore, workerId, send));
    if (result.outcome === 'waiting') {
      timer.current = setTimeout(() => void flush(), retryAfterSeconds(result.error) * 1000);
      setSaving({ state: 'kept', waiting: (await mine(workerId)).length });
      return false;
    }
    if (result.outcome === 'refused') setSaving({ state: 'refused', detail: readable(result.error) });
    else setSaving((before) => (before.state === 'idle' ? before : { state: 'saved' }));
    return true;
  }, [workerId]);

  const put = useCallback(
    async (assessmentId: string, ksaCode: string, level: number | null) => {
      setSaving({ state: 'saving' });
      const answer = { key: newKey(), workerId, assessmentId, ksaCode, level };
      try {
        await indexedDbStore.add(answer);
      } catch {
        // Some private windows keep nothing on the device: then it goes straight to the server or is said to fail.
        await send({ ...answer, order: 0 }).then(
          () => setSaving({ state: 'saved' }),
          (error: unknown) => setSaving({ state: 'refused', detail: readable(error) }),
        );
        return;
      }
      void flush();
    },
    [workerId, flush],
  );

  useEffect(() => {
    // What an earlier visit left behind; and the network's return is the time to try.
    void mine(workerId).then((left) => {
      if (left.length === 0) return;
      setSaving({ state: 'saving' });
      void flush();
    });
    const online = () => void flush();
    window.addEventListener('online', online);
    return () => {
      window.removeEventListener('online', online);
      clearTimeout(timer.current);
    };
  }, [workerId, flush]);

  return { saving, put, flush, waiting: useCallback(() => mine(workerId), [workerId]) };
}
