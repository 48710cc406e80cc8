import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Injectable, Module } from '@nestjs/common';
import { Processor } from '@nestjs/bullmq';
import { uuidv7 } from 'uuidv7';
import { eventually } from '#builders/client';
import { idle, working, type Working } from '#builders/working';
import type { RequestContext } from '../context/request-context.ts';
import { Refusal } from '../problem/refusal.ts';
import { defineJob } from './job-definition.ts';
import { JobRegistry } from './job-registry.ts';
import { Jobs } from './jobs.ts';
import { OutboxRelay } from './outbox-relay.ts';
import { TenantProcessor } from './tenant-processor.ts';

interface Greeting {
  readonly to: string;
}

const greet = defineJob<Greeting>('spec-greet', { attempts: 3, backoffMs: 20 });
const handle = jest.fn<(context: RequestContext, payload: Greeting) => Promise<void>>();

@Injectable()
@Processor(greet.name)
class GreetProcessor extends TenantProcessor<Greeting> {
  handle(context: RequestContext, payload: Greeting): Promise<void> {
    return handle(context, payload);
  }
}

@Module({ providers: [GreetProcessor] })
class GreetModule {}

let mine: string;
let other: string;
let platform: Working;

const enqueue = (key: string, to = 'Ada', tenantId = mine) =>
  platform.within(tenantId, (context) => platform.app.get(Jobs).enqueue(context, greet, { to }, key));

const ledger = async () =>
  (await platform.ledger()).map(({ job_key, state, attempts, error }) => ({
    job_key,
    state,
    attempts,
    error,
  }));

const settled = () => platform.settled();

beforeAll(async () => {
  platform = await working([GreetModule]);
  mine = await platform.organisation();
  other = await platform.organisation();
});

beforeEach(() => void handle.mockReset().mockResolvedValue());

afterEach(async () => {
  await platform.admin.query('truncate job, outbox');
});

afterAll(() => platform.close());

describe('a job', () => {
  it('is done once in its tenant’s context, and the ledger says so', async () => {
    await enqueue('a');
    await settled();
    expect(handle).toHaveBeenCalledTimes(1);
    expect(handle.mock.calls[0]?.[0]).toMatchObject({ tenantId: mine, actor: { userId: null } });
    expect(handle.mock.calls[0]?.[1]).toEqual({ to: 'Ada' });
    expect(await ledger()).toEqual([
      { job_key: 'spec-greet:a', state: 'completed', attempts: 1, error: null },
    ]);
    expect((await platform.admin.query('select 1 from outbox')).rowCount).toBe(0);
  });

  it('is never done when the transaction that enqueued it rolls back', async () => {
    const failing = platform.within(mine, async (context) => {
      await platform.app.get(Jobs).enqueue(context, greet, { to: 'Nobody' }, 'rolled-back');
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    await enqueue('after');
    await settled();
    expect(handle.mock.calls.map(([, payload]) => payload.to)).toEqual(['Ada']);
    expect(await ledger()).toHaveLength(1);
  });

  it('under the same key is the same job, in one organisation; in another it is another', async () => {
    await Promise.all([enqueue('same'), enqueue('same'), enqueue('same', 'Bo', other)]);
    await settled();
    expect(handle.mock.calls.map(([{ tenantId }, { to }]) => [tenantId, to]).sort()).toEqual(
      [
        [mine, 'Ada'],
        [other, 'Bo'],
      ].sort(),
    );
  });

  it('is tried again after a fault of the moment', async () => {
    handle.mockRejectedValueOnce(new Error('the network')).mockRejectedValueOnce(new Error('the network'));
    await enqueue('again');
    await eventually(async () => (await ledger())[0]?.state === 'completed');
    expect(await ledger()).toMatchObject([{ attempts: 3, state: 'completed', error: null }]);
  });

  it('fails for good after its attempts, and says why', async () => {
    handle.mockRejectedValue(new Error('for ever'));
    await enqueue('never');
    await eventually(async () => (await ledger())[0]?.state === 'failed');
    expect(await ledger()).toMatchObject([{ attempts: 3, state: 'failed', error: 'for ever' }]);
    expect((await platform.admin.query('select 1 from outbox')).rowCount).toBe(0);
  });

  it('is not tried again when the rules refuse it', async () => {
    handle.mockRejectedValue(new Refusal('not-found', 'gone', 'It is gone.'));
    await enqueue('refused');
    await eventually(async () => (await ledger())[0]?.state === 'failed');
    expect(await ledger()).toMatchObject([{ attempts: 1, state: 'failed', error: 'It is gone.' }]);
  });

  it('that no queue holds any more is handed over again', async () => {
    await platform.admin.query(
      `insert into job (tenant_id, id, name, job_key, payload, state, attempts, enqueued_at)
       values ($1, $2, 'spec-greet', 'lost', '{"to":"Lost"}', 'active', 1, now())`,
      [mine, uuidv7()],
    );
    await platform.admin.query(
      `insert into outbox (id, tenant_id, job_id, name, payload, relayed_at)
       select id, tenant_id, id, name, payload, now() - interval '2 minutes' from job where job_key = 'lost'`,
    );
    expect(await platform.app.get(OutboxRelay).reconcile()).toBe(1);
    await settled();
    expect(handle.mock.calls.map(([, { to }]) => to)).toEqual(['Lost']);
  });

  it('that is done is not done again when it is delivered twice', async () => {
    await enqueue('twice');
    await settled();
    const [{ id } = { id: '' }] = (await platform.admin.query<{ id: string }>('select id from job')).rows;
    await platform.app
      .get(JobRegistry)
      .queue(greet.name)
      .add(greet.name, { tenantId: mine, jobId: id, payload: { to: 'Ada' } });
    await enqueue('after');
    await settled();
    expect(handle).toHaveBeenCalledTimes(2);
  });

  it('starts within moments of its commit, and a burst is done without a double', async () => {
    const waits: number[] = [];
    for (let n = 0; n < 40; n += 1) {
      const started = new Promise<void>((resolve) =>
        handle.mockImplementation(() => {
          resolve();
          return Promise.resolve();
        }),
      );
      await enqueue(`latency-${n}`);
      const committed = performance.now();
      await started;
      waits.push(performance.now() - committed);
    }
    waits.sort((a, b) => a - b);
    process.stdout.write(
      `commit to start: p50 ${waits[20]!.toFixed(1)} ms, p95 ${waits[37]!.toFixed(1)} ms\n`,
    );
    // The machine may be busy; a poll would show as seconds.
    expect(waits[20]).toBeLessThan(250);

    const done: string[] = [];
    handle.mockImplementation((_context, { to }) => Promise.resolve(void done.push(to)));
    await Promise.all(Array.from({ length: 300 }, (_, n) => enqueue(`burst-${n}`, String(n))));
    await settled();
    expect(done).toHaveLength(300);
    expect(new Set(done).size).toBe(300);
  });
});

describe('the start', () => {
  it('fails when a job has no processor, or two', async () => {
    const without = await idle([]);
    expect(() => without.app.get(JobRegistry).assertOneProcessorEach()).toThrow(
      '"spec-greet" has no processor',
    );
    await without.close();

    @Injectable()
    @Processor(greet.name)
    class SecondProcessor extends TenantProcessor<Greeting> {
      handle = (): Promise<void> => Promise.resolve();
    }
    @Module({ providers: [GreetProcessor, SecondProcessor] })
    class Twice {}
    const twice = await idle([Twice]);
    expect(() => twice.app.get(JobRegistry).assertOneProcessorEach()).toThrow(
      'two processors: GreetProcessor and SecondProcessor',
    );
    await twice.close();
  });

  it('refuses a name that is defined twice, or is no name', () => {
    expect(() => defineJob('spec-greet')).toThrow('defined twice');
    expect(() => defineJob('Spec Greet')).toThrow('kebab-case');
  });
});
