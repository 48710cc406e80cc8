import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Module } from '@nestjs/common';
import { Processor } from '@nestjs/bullmq';
import { eventually } from '#builders/client';
import { working, type Working } from '#builders/working';
import { describeOnRedis, startRedis, type Redis } from '#support/redis';
import type { RequestContext } from '../context/request-context.ts';
import { defineJob } from './job-definition.ts';
import { Jobs } from './jobs.ts';
import { TenantProcessor } from './tenant-processor.ts';

const BURST = 2_000;
/** What four workers have in hand, and what they take while a job is on its way to them. */
const A_FEW = 60;

const serve = defineJob('spec-serve');
let served: string[] = [];

@Injectable()
@Processor(serve.name)
class ServeProcessor extends TenantProcessor<object> {
  async handle({ tenantId }: RequestContext): Promise<void> {
    served.push(tenantId);
    await pause(2);
  }
}

@Module({ providers: [ServeProcessor] })
class ServeModule {}

describe('with its queues on PostgreSQL', () => {
  fairOrder(() => working([ServeModule]));
});

describeOnRedis('with its queues on Redis', () => {
  let redis: Redis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  fairOrder(() => working([ServeModule], { REDIS_URL: redis.url }));
  afterAll(() => redis.stop());
});

function fairOrder(start: () => Promise<Working>): void {
  let platform: Working;
  let many: string;
  let few: string;

  beforeAll(async () => {
    platform = await start();
    served = [];
    many = await platform.organisation();
    few = await platform.organisation();
  });
  afterAll(async () => {
    await platform.admin.query('truncate job, outbox');
    await platform.close();
  });

  const one = (tenantId: string, key: string) =>
    platform.within(tenantId, (context) => platform.app.get(Jobs).enqueue(context, serve, {}, key));

  /** How many of the burst were served while one job of another organisation went from its commit to its end. */
  async function overtaking(key: string): Promise<number> {
    const own = served.filter((tenantId) => tenantId === few).length;
    await one(few, key);
    // It may be served before its commit is answered: then none came first.
    const before = served.length;
    await eventually(() => Promise.resolve(served.filter((tenantId) => tenantId === few).length > own));
    return Math.max(0, served.lastIndexOf(few) - before);
  }

  it('a job of one organisation does not wait for the thousands of another', async () => {
    await platform.admin.query(
      `with ledger as (
         insert into job (tenant_id, id, name, job_key, payload, state, attempts, enqueued_at)
         select $1, gen_random_uuid(), $2, $2 || n, '{}', 'waiting', 0, now() from generate_series(1, $3::int) n
         returning tenant_id, id, name, payload)
       insert into outbox (id, tenant_id, job_id, name, payload) select id, tenant_id, id, name, payload from ledger`,
      [many, serve.name, BURST],
    );
    await one(many, 'the last of the burst');
    await eventually(() => Promise.resolve(served.length > 0));
    // While the burst is being handed over, when it has been, and again.
    const overtaken = [await overtaking('a')];
    await eventually(
      async () => (await platform.admin.query('select from outbox where relayed_at is null')).rowCount === 0,
    );
    overtaken.push(await overtaking('b'), await overtaking('c'));
    expect(served.length).toBeLessThan(BURST);
    process.stdout.write(`of ${BURST} of another organisation came first: ${overtaken.join(', ')}\n`);
    expect(overtaken[0]).toBeLessThan(BURST / 4);
    expect(Math.max(...overtaken.slice(1))).toBeLessThan(A_FEW);
  });
}
