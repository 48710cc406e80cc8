import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Module } from '@nestjs/common';
import { Processor } from '@nestjs/bullmq';
import { UnrecoverableError } from 'bullmq';
import { uuidv7 } from 'uuidv7';
import { eventually } from '#builders/client';
import { working, type LedgerRow, type Working } from '#builders/working';
import { systemContext, type RequestContext, type TransactionContext } from '../context/request-context.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { Refusal } from '../problem/refusal.ts';
import { defineJob } from './job-definition.ts';
import { JobRegistry } from './job-registry.ts';
import { JobCancelled, type JobRun } from './job-run.ts';
import { Jobs } from './jobs.ts';
import { JobsService } from './jobs.service.ts';
import { TenantProcessor } from './tenant-processor.ts';

interface Sum {
  readonly team: number;
}

/** What a run read, wrote and was told; the spec holds it where it wants. */
type Handle = (context: RequestContext, payload: Sum, run: JobRun) => Promise<void>;

const DELAY_MS = 40;
const sum = defineJob<Sum>('spec-sum', { attempts: 2, backoffMs: 300, delayMs: DELAY_MS, concurrency: 2 });
const handle = jest.fn<Handle>();

@Injectable()
@Processor(sum.name)
class SumProcessor extends TenantProcessor<Sum> {
  handle(context: RequestContext, payload: Sum, run: JobRun): Promise<void> {
    return handle(context, payload, run);
  }
}

@Module({ providers: [SumProcessor] })
class SumModule {}

const COUNT = { name: 'spec_count', text: 'select count(*)::int as rows from noted where tenant_id = $1' };
const NOTE = { name: 'spec_note', text: 'insert into noted (tenant_id, n) values ($1, $2)' };

let tenantId: string;
let platform: Working;

const within = <T>(work: (context: TransactionContext) => Promise<T>) => platform.within(tenantId, work);
const request = (context: TransactionContext, team = 1) =>
  platform.app.get(Jobs).request(context, sum, { team }, `team:${team}`);
const unitOfWork = () => platform.app.get(UnitOfWork);
const note = (context: TransactionContext, n: number) => unitOfWork().read(context, NOTE, [tenantId, n]);
const noted = async (context: RequestContext): Promise<number> =>
  (await unitOfWork().read<{ rows: number }>(context, COUNT, [tenantId]))[0]?.rows ?? -1;

async function theJob(): Promise<LedgerRow> {
  const [job, second] = await platform.ledger();
  if (job === undefined || second !== undefined) throw new Error('There is not exactly one job.');
  return job;
}
const state = async () => (await theJob()).state;
const until = (wanted: string) => eventually(async () => (await state()) === wanted);
const outbox = async () => (await platform.admin.query('select 1 from outbox')).rowCount;

/** The next run stops in here until it is let go on. */
function held(then: Handle = () => Promise.resolve()) {
  const begun = Promise.withResolvers();
  const go = Promise.withResolvers();
  handle.mockImplementationOnce(async (context, payload, run) => {
    begun.resolve(undefined);
    await go.promise;
    await then(context, payload, run);
  });
  return { begun: begun.promise, go: () => go.resolve(undefined) };
}

/** Writes `n` and says so, in one transaction: what is there of the one is there of the other. */
const chunk = (context: RequestContext, run: JobRun, n: number) =>
  unitOfWork().transaction(context, async (transaction) => {
    await note(transaction, n);
    await run.checkpoint(transaction, { done: n, total: 3, cursor: { next: n + 1 } });
  });

const cancel = async () =>
  platform.app.get(JobsService).cancel(systemContext(tenantId, 'spec', new Date()), (await theJob()).id);

/** As a queue delivers a second time what it delivered before. */
async function deliver(jobId: string, run: number): Promise<void> {
  await platform.app
    .get(JobRegistry)
    .queue(sum.name)
    .add(sum.name, { tenantId, jobId, run, payload: { team: 1 } });
}

beforeAll(async () => {
  platform = await working([SumModule]);
  tenantId = await platform.organisation();
  await platform.admin.query(
    'create table noted (tenant_id uuid, n int); grant select, insert on noted to skills_app',
  );
});
beforeEach(() => void handle.mockReset().mockResolvedValue());
afterEach(async () => {
  await platform.settled();
  await platform.admin.query('truncate job, outbox, noted');
});
afterAll(() => platform.close());

describe('a job that is requested', () => {
  it('while one waits is that one', async () => {
    for (let n = 0; n < 3; n += 1) await within((context) => request(context));
    await platform.settled();
    expect(handle).toHaveBeenCalledTimes(1);
    expect(await theJob()).toMatchObject({ state: 'completed', run: 1, attempts: 1 });
    expect(await outbox()).toBe(0);
  });

  it('while one is active follows it once, from the beginning, however many asked', async () => {
    const first = held((context, _payload, run) => chunk(context, run, 1));
    await within((context) => request(context));
    await first.begun;
    for (let n = 0; n < 3; n += 1) await within((context) => request(context));
    expect(await theJob()).toMatchObject({ state: 'active', run: 1 });
    first.go();
    await platform.settled();
    expect(handle.mock.calls.map(([, , run]) => run.cursor)).toEqual([null, null]);
    expect(await theJob()).toMatchObject({ state: 'completed', run: 2, done: 0, total: null });
  });

  it('runs anew when it is over, completed, failed or cancelled, in the same row', async () => {
    await within((context) => request(context));
    await until('completed');
    const { id } = await theJob();

    handle.mockRejectedValueOnce(new UnrecoverableError('hopeless'));
    await within((context) => request(context));
    await until('failed');
    expect(await theJob()).toMatchObject({ id, run: 2, error: 'hopeless' });

    await within((context) => request(context));
    await cancel();
    expect(await theJob()).toMatchObject({ id, run: 3, state: 'cancelled' });

    await within((context) => request(context));
    await until('completed');
    expect(await theJob()).toMatchObject({ id, run: 4, attempts: 1, error: null, cancel_requested: false });
    expect(handle).toHaveBeenCalledTimes(3);
  });

  it('and rolled back was never requested', async () => {
    const running = held();
    await within((context) => request(context));
    await running.begun;
    await expect(
      within(async (context) => {
        await request(context);
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    running.go();
    await platform.settled();
    expect(handle).toHaveBeenCalledTimes(1);
  });

  it('begins after the commit of whoever has joined it, and sees what they wrote', async () => {
    const seen: number[] = [];
    handle.mockImplementation(async (context) => void seen.push(await noted(context)));
    await within((context) => request(context));
    await within(async (context) => {
      await note(context, 1);
      await request(context);
      // Its delay is over, its queue has delivered it: it must wait for this transaction.
      await pause(DELAY_MS + 200);
      expect(await state()).toBe('waiting');
    });
    await platform.settled();
    expect(seen).toEqual([1]);
  });

  it('while another attempt waits, which goes on where the last stopped, follows that one', async () => {
    const failing = held(async (context, _payload, run) => {
      await chunk(context, run, 1);
      throw new Error('the network');
    });
    await within((context) => request(context));
    await failing.begun;
    failing.go();
    await until('waiting');
    await within((context) => request(context));
    await platform.settled();
    expect(handle.mock.calls.map(([, , run]) => run.cursor)).toEqual([null, { next: 2 }, null]);
    expect(await theJob()).toMatchObject({ run: 2, state: 'completed' });
  });

  it('five hundred times at once, while runs go on, runs a few times, the last time for all', async () => {
    const seen: number[] = [];
    handle.mockImplementation(async (context) => {
      seen.push(await noted(context));
      await pause(100);
    });
    let n = 0;
    const one = async () => {
      while (n < 500) {
        const mine = (n += 1);
        await within(async (context) => {
          await note(context, mine);
          await request(context);
        });
      }
    };
    await Promise.all(Array.from({ length: 20 }, one));
    await platform.settled();
    process.stdout.write(`500 requests: ${seen.length} runs, which saw ${seen.join(', ')}\n`);
    expect(seen.at(-1)).toBe(500);
    // 0.1 s and its delay each: as many as fit into the time that the requests take, and no more.
    expect(seen.length).toBeLessThanOrEqual(10);
    expect(await theJob()).toMatchObject({ run: seen.length, state: 'completed', again: false });
  });

  it('that comes at the very moment of a run’s end is never lost', async () => {
    // Runs that last as long as a request takes: each request meets its run waiting, active, ending or over.
    const seen: number[] = [];
    handle.mockImplementation(async (context) => void seen.push(await noted(context)));
    for (let n = 1; n <= 30; n += 1) {
      await within(async (context) => {
        await note(context, n);
        await request(context);
      });
      await pause(DELAY_MS + (n % 12));
    }
    await platform.settled();
    expect(seen.at(-1)).toBe(30);
  });
});

describe('a delivery', () => {
  it('of a run that is over does nothing to the one that waits', async () => {
    await within((context) => request(context));
    await until('completed');
    const { id } = await theJob();
    await within((context) => request(context));
    const second = held();
    // While run 2 waits, while it is active, and after it.
    await deliver(id, 1);
    await second.begun;
    await deliver(id, 1);
    await pause(DELAY_MS + 100);
    second.go();
    await platform.settled();
    await deliver(id, 2);
    await pause(50);
    expect(handle).toHaveBeenCalledTimes(2);
    expect(await theJob()).toMatchObject({ run: 2, attempts: 1, state: 'completed' });
  });

  it('to a second process takes the run over: the first writes nothing more', async () => {
    const told = jest.fn();
    const first = held(async (context, _payload, run) => {
      expect(await run.isCancelled(context)).toBe(true);
      await chunk(context, run, 2).catch((error: unknown) => {
        told((error as Error).name);
        throw error;
      });
    });
    await within((context) => request(context));
    await first.begun;
    const second = held((context, _payload, run) => chunk(context, run, 3));
    await deliver((await theJob()).id, 1);
    await second.begun;
    first.go();
    await eventually(() => Promise.resolve(told.mock.calls.length > 0));
    expect(told).toHaveBeenCalledWith('JobSuperseded');
    expect(await theJob()).toMatchObject({ state: 'active', attempts: 2, done: 0 });
    second.go();
    await platform.settled();
    const { rows } = await platform.admin.query('select n from noted');
    expect(rows).toEqual([{ n: 3 }]);
    expect(await theJob()).toMatchObject({ state: 'completed', done: 3, total: 3, cursor: null });
  });

  it('after a failure gives the cursor of the last chunk that was committed', async () => {
    const first = held(async (context, _payload, run) => {
      await chunk(context, run, 1);
      await unitOfWork().transaction(context, async (transaction) => {
        await run.checkpoint(transaction, { done: 2, total: 3, cursor: { next: 3 } });
        throw new Error('the network');
      });
    });
    await within((context) => request(context));
    first.go();
    await platform.settled();
    expect(handle.mock.calls.map(([, , run]) => run.cursor)).toEqual([null, { next: 2 }]);
  });
});

describe('a job that is cancelled', () => {
  it('while it waits is over at once, and never run', async () => {
    await within((context) => request(context));
    expect(await cancel()).toMatchObject({ state: 'cancelled', startedAt: null });
    expect(await outbox()).toBe(0);
    await pause(DELAY_MS + 100);
    expect(handle).not.toHaveBeenCalled();
  });

  it('while it is active stops at the next chunk, of which nothing is written, for good', async () => {
    const running = held(async (context, _payload, run) => {
      await chunk(context, run, 1);
      expect(await run.isCancelled(context)).toBe(false);
      expect(await cancel()).toMatchObject({ state: 'active', cancelRequested: true, done: 1, total: 3 });
      expect(await run.isCancelled(context)).toBe(true);
      await chunk(context, run, 2);
    });
    await within((context) => request(context));
    running.go();
    await until('cancelled');
    const { rows } = await platform.admin.query('select n from noted');
    expect(rows).toEqual([{ n: 1 }]);
    expect([await theJob(), await outbox()]).toMatchObject([{ attempts: 1, done: 1, error: null }, 0]);
    await pause(400);
    expect(handle).toHaveBeenCalledTimes(1);
  });

  it('by its own look, when it computes long without writing', async () => {
    const running = held(async (context, _payload, run) => {
      await cancel();
      if (await run.isCancelled(context)) throw new JobCancelled();
    });
    await within((context) => request(context));
    running.go();
    await until('cancelled');
  });

  it('is not tried again after a fault, nor by a second delivery', async () => {
    const failing = held(async () => {
      await cancel();
      throw new Error('the network');
    });
    await within((context) => request(context));
    failing.go();
    await until('cancelled');
    await pause(400);
    expect(await theJob()).toMatchObject({ state: 'cancelled', attempts: 1, error: 'the network' });

    await platform.admin.query(
      `update job set state = 'active', cancel_requested = true, attempts = 1, finished_at = null`,
    );
    await deliver((await theJob()).id, 1);
    await until('cancelled');
    expect(handle).toHaveBeenCalledTimes(1);
  });

  it('runs anew for whoever asked meanwhile', async () => {
    const running = held(async (context, _payload, run) => {
      await cancel();
      await within((transaction) => request(transaction));
      await chunk(context, run, 1);
    });
    await within((context) => request(context));
    running.go();
    await until('completed');
    expect(await theJob()).toMatchObject({ run: 2, attempts: 1, done: 0, cancel_requested: false });
  });

  it('cannot be cancelled when it is over, or does not exist, or is another organisation’s', async () => {
    await within((context) => request(context));
    await until('completed');
    await expect(cancel()).rejects.toMatchObject({ kind: 'conflict', code: 'job-is-over' });
    const { id } = await theJob();
    const stranger = systemContext(await platform.organisation(), 'spec', new Date());
    const jobs = platform.app.get(JobsService);
    await expect(jobs.cancel(stranger, id)).rejects.toBeInstanceOf(Refusal);
    await expect(jobs.one(stranger, id)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(jobs.cancel(stranger, uuidv7())).rejects.toMatchObject({ kind: 'not-found' });
  });
});
