import { HttpException, Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { JobRegistry } from '../jobs/job-registry.ts';

const PATIENCE_MS = 2_000;

@Injectable()
export class HealthService {
  private readonly logger = new Logger(HealthService.name);
  private stopping = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: JobRegistry,
  ) {}

  /** Said before anything closes, so that a balancer sends its requests elsewhere. */
  beginStopping(): void {
    this.stopping = true;
  }

  get isStopping(): boolean {
    return this.stopping;
  }

  async assertReady(): Promise<void> {
    if (this.stopping) throw notReady('stopping');
    await this.inTime('database', this.dataSource.query('select 1'));
    const [queue] = this.jobs.queues();
    if (queue) await this.inTime('queue', queue.getJobCounts('waiting'));
  }

  private async inTime(what: string, answer: Promise<unknown>): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer in ${PATIENCE_MS} ms`)), PATIENCE_MS);
    });
    try {
      await Promise.race([answer, late]);
    } catch (error) {
      this.logger.warn(`The ${what} is not ready: ${error instanceof Error ? error.message : String(error)}`);
      throw notReady(what);
    } finally {
      clearTimeout(timer);
    }
  }
}

function notReady(what: string): HttpException {
  return new HttpException(`Not ready: ${what}`, 503);
}
