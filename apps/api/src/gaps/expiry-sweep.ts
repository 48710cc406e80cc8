import { Injectable, Logger } from '@nestjs/common';
import { OrganisationsService } from '#identity';
import { systemContext } from '#platform/context/request-context';
import { ExpiriesService } from './expiries.service.ts';

/** The day may turn, and the process may have slept over it: looked at often, found once. */
const EVERY_MS = 10 * 60_000;

/** Looks at all organisations, one after the other, at the start and from then on. */
@Injectable()
export class ExpirySweep {
  private readonly logger = new Logger(ExpirySweep.name);
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly organisations: OrganisationsService,
    private readonly expiries: ExpiriesService,
  ) {}

  start(): void {
    const sweep = (): void => {
      this.running = this.sweep(new Date()).catch((error: unknown) =>
        this.logger.error(`Expired ratings were not looked for: ${String(error)}`),
      );
    };
    this.timer = setInterval(sweep, EVERY_MS);
    sweep();
  }

  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }

  async sweep(now: Date): Promise<void> {
    for (const tenantId of await this.organisations.ids())
      await this.expiries.askAgain(systemContext(tenantId, 'expiries', now));
  }
}
