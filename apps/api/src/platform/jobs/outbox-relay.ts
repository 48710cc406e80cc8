import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Notifications } from '../database/notifications.ts';
import { definedJob, definedJobs } from './job-definition.ts';
import { places, type NextPlace } from './fair-order.ts';
import { JobRegistry } from './job-registry.ts';
import { OUTBOX_CHANNEL } from './jobs.ts';
import { jobOptions } from './queue-backend.ts';
import type { Envelope } from './tenant-processor.ts';

interface OutboxRow {
  id: string;
  tenantId: string;
  jobId: string;
  run: number;
  name: string;
  payload: object;
}

const BATCH = 500;
const SWEEP_MS = 5_000;
const RECONCILE_MS = 30_000;

/** Longer than a queue keeps a job waiting in ordinary times; asking for one that is there is harmless. */
const STALE_AFTER = '60 seconds';

// As many of each organisation: a burst of one is not handed over before what others committed meanwhile. A newer
// release's jobs are left to its own workers.
const TO_RELAY = `
  with recursive tenant (tenant_id) as (
    (select tenant_id from outbox where relayed_at is null order by tenant_id limit 1)
    union all
    select (select tenant_id from outbox where relayed_at is null and tenant_id > tenant.tenant_id
             order by tenant_id limit 1)
      from tenant where tenant.tenant_id is not null
  )
  select box.id, box.tenant_id as "tenantId", box.job_id as "jobId", box.run, box.name, box.payload
    from tenant cross join lateral (
      select * from outbox where relayed_at is null and tenant_id = tenant.tenant_id and name = any($1)
       order by id limit greatest(1, ${BATCH} / (select count(*) from tenant)) for update skip locked) box`;

/**
 * Moves what was committed to the queue: at once when the commit notifies, and by a sweep for what a notification
 * missed. A row is handed over under its own id, so twice is once; it stays, marked, until the work is over.
 */
@Injectable()
export class OutboxRelay {
  private readonly logger = new Logger(OutboxRelay.name);
  private running: Promise<void> | null = null;
  private again = false;
  private stopped = false;
  private timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly dataSource: DataSource,
    private readonly registry: JobRegistry,
    private readonly notifications: Notifications,
  ) {}

  start(): void {
    this.notifications.listen(
      OUTBOX_CHANNEL,
      () => this.wake(),
      () => this.wake(),
    );
    this.timers = [
      setInterval(() => this.wake(), SWEEP_MS),
      setInterval(() => void this.reconcile().catch((error: unknown) => this.complain(error)), RECONCILE_MS),
    ];
    this.wake();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.timers.forEach(clearInterval);
    await this.running;
  }

  /** One pass at a time; what is committed during a pass asks for another. */
  wake(): void {
    if (this.stopped) return;
    if (this.running) {
      this.again = true;
      return;
    }
    this.running = this.drain()
      .catch((error: unknown) => this.complain(error))
      .finally(() => {
        this.running = null;
        if (this.again) {
          this.again = false;
          this.wake();
        }
      });
  }

  private async drain(): Promise<void> {
    while (!this.stopped && (await this.relayBatch()) > 0);
  }

  private async relayBatch(): Promise<number> {
    return this.dataSource.transaction(async (manager) => {
      const rows = await manager.query<OutboxRow[]>(TO_RELAY, [definedJobs().map(({ name }) => name)]);
      if (rows.length === 0) return 0;
      const next = await places(manager, rows);
      for (const [name, those] of Map.groupBy(rows, (row) => row.name)) await this.hand(name, those, next);
      await manager.query('update outbox set relayed_at = now() where id = any($1)', [
        rows.map((row) => row.id),
      ]);
      return rows.length;
    });
  }

  private async hand(name: string, rows: readonly OutboxRow[], next: NextPlace): Promise<void> {
    const definition = definedJob(name);
    if (definition === undefined) return;
    await this.registry.queue(name).addBulk(
      rows.map(({ id, tenantId, jobId, run, payload }) => ({
        name,
        data: { tenantId, jobId, run, payload } satisfies Envelope<object>,
        opts: { ...jobOptions(definition), jobId: id, priority: next({ tenantId, name }) },
      })),
    );
  }

  /** Work handed over long ago that its queue no longer holds (Redis emptied, a queue dropped) is handed over again. */
  async reconcile(): Promise<number> {
    const rows = await this.dataSource.query<Pick<OutboxRow, 'id' | 'name'>[]>(
      `select id, name from outbox
        where relayed_at < now() - $1::interval order by relayed_at limit ${BATCH}`,
      [STALE_AFTER],
    );
    const lost: string[] = [];
    for (const row of rows) {
      if (definedJob(row.name) === undefined) continue;
      const job = await this.registry.queue(row.name).getJob(row.id);
      const state = await job?.getState();
      if (state !== undefined && state !== 'completed' && state !== 'failed' && state !== 'unknown') continue;
      // Over for the queue, not for the ledger: its worker died between the two. The id must be free to be used again.
      await job?.remove();
      lost.push(row.id);
    }
    if (lost.length > 0) {
      await this.dataSource.query('update outbox set relayed_at = null where id = any($1)', [lost]);
      this.logger.warn(`${lost.length} jobs that no queue held were handed over again.`);
      this.wake();
    }
    return lost.length;
  }

  private complain(error: unknown): void {
    this.logger.error(`The outbox waits: ${error instanceof Error ? error.message : String(error)}`);
  }
}
