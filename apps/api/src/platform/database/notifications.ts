import { Inject, Injectable, Logger } from '@nestjs/common';
import pg from 'pg';
import { CONFIG, type Config } from '../config/config.ts';
import { appConnection } from './data-source.ts';

type Listener = (payload: string) => void;

const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 5_000;

/** One connection per process that listens; what it may have missed while it was broken its users sweep up. */
@Injectable()
export class Notifications {
  private readonly logger = new Logger(Notifications.name);
  private readonly listeners = new Map<string, Set<Listener>>();
  private readonly onReconnect = new Set<() => void>();
  private client: pg.Client | null = null;
  private stopped = false;
  private retryMs = FIRST_RETRY_MS;
  private timer: NodeJS.Timeout | null = null;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Call before `start`. `reconnected` runs whenever the line is up again: notifications may have been lost. */
  listen(channel: string, listener: Listener, reconnected?: () => void): void {
    const those = this.listeners.get(channel) ?? new Set();
    those.add(listener);
    this.listeners.set(channel, those);
    if (reconnected) this.onReconnect.add(reconnected);
  }

  async start(): Promise<void> {
    const client = new pg.Client({
      ...appConnection(this.config),
      keepAlive: true,
      application_name: 'skills-listen',
    });
    client.on('error', () => this.retry(client));
    client.on('end', () => this.retry(client));
    client.on('notification', ({ channel, payload }) => {
      for (const listener of this.listeners.get(channel) ?? []) listener(payload ?? '');
    });
    this.client = client;
    await client.connect();
    for (const channel of this.listeners.keys()) await client.query(`listen ${pg.escapeIdentifier(channel)}`);
    this.retryMs = FIRST_RETRY_MS;
    for (const reconnected of this.onReconnect) reconnected();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  private retry(broken: pg.Client): void {
    if (this.stopped || this.client !== broken) return;
    this.client = null;
    this.logger.warn(`The listening connection broke; trying again in ${this.retryMs} ms.`);
    broken.end().catch(() => undefined);
    this.timer = setTimeout(
      () => void this.start().catch(() => this.client && this.retry(this.client)),
      this.retryMs,
    );
    this.retryMs = Math.min(this.retryMs * 2, LONGEST_RETRY_MS);
  }
}
