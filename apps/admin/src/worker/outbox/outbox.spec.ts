import { describe, expect, it } from '@jest/globals';
import { ApiProblem, Unreachable } from '../../api/problem.ts';
import { drain, latestLevels, type OutboxStore, type PendingAnswer, type StoredAnswer } from './outbox.ts';

const aTap = (ksaCode: string, level: number | null, workerId = 'amara'): PendingAnswer => ({
  key: `${ksaCode} ${String(level)}`,
  workerId,
  assessmentId: 'a1',
  ksaCode,
  level,
});

async function holding(...taps: PendingAnswer[]): Promise<OutboxStore> {
  let held: StoredAnswer[] = [];
  let order = 0;
  const store: OutboxStore = {
    add: (answer) => {
      held.push({ ...answer, order: ++order });
      return Promise.resolve();
    },
    all: () => Promise.resolve([...held]),
    remove: (gone) => {
      held = held.filter((answer) => answer.order !== gone);
      return Promise.resolve();
    },
  };
  for (const tap of taps) await store.add(tap);
  return store;
}

const problem = (status: number) => new ApiProblem(status, 'about:blank', 'Refused', 'Refused.');

describe('the outbox', () => {
  it('sends in the order of the taps and keeps nothing that was answered', async () => {
    const store = await holding(aTap('A', 1), aTap('B', null), aTap('A', 3));
    const sent: string[] = [];
    const result = await drain(store, 'amara', ({ key }) => {
      sent.push(key);
      return Promise.resolve();
    });
    expect(result).toEqual({ outcome: 'sent' });
    expect(sent).toEqual(['A 1', 'B null', 'A 3']);
    expect(await store.all()).toEqual([]);
  });

  it.each([new Unreachable(), problem(500), problem(401), problem(429)])(
    'stops where it finds no ear and loses nothing: %s',
    async (error) => {
      const store = await holding(aTap('A', 1), aTap('B', 2), aTap('C', 3));
      const result = await drain(store, 'amara', ({ ksaCode }) =>
        ksaCode === 'B' ? Promise.reject(error) : Promise.resolve(),
      );
      expect(result).toEqual({ outcome: 'waiting', error });
      expect((await store.all()).map(({ ksaCode }) => ksaCode)).toEqual(['B', 'C']);
    },
  );

  it('keeps the key over every attempt, so that an answer counts once', async () => {
    const store = await holding(aTap('A', 1));
    const keys: string[] = [];
    const failing = ({ key }: StoredAnswer) => {
      keys.push(key);
      return keys.length === 1 ? Promise.reject(new Unreachable()) : Promise.resolve();
    };
    await drain(store, 'amara', failing);
    await drain(store, 'amara', failing);
    expect(keys).toEqual(['A 1', 'A 1']);
  });

  it('drops what the server will never take, says so, and goes on', async () => {
    const store = await holding(aTap('A', 1), aTap('B', 2));
    const result = await drain(store, 'amara', ({ ksaCode }) =>
      ksaCode === 'A' ? Promise.reject(problem(409)) : Promise.resolve(),
    );
    expect(result).toMatchObject({ outcome: 'refused', answer: { ksaCode: 'A' } });
    expect(await store.all()).toEqual([]);
  });

  it('never sends another worker’s answers from a shared phone', async () => {
    const store = await holding(aTap('A', 1, 'amara'), aTap('A', 4, 'jamal'));
    await drain(store, 'jamal', () => Promise.resolve());
    expect((await store.all()).map(({ workerId }) => workerId)).toEqual(['amara']);
  });

  it('shows the last tap of each question', async () => {
    const store = await holding(aTap('A', 1), aTap('B', 2), aTap('A', null));
    expect([...latestLevels(await store.all(), 'a1')]).toEqual([
      ['A', null],
      ['B', 2],
    ]);
  });
});
