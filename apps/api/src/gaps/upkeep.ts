import { Injectable, Logger } from '@nestjs/common';
import { OrganisationsService } from '#identity';
import { systemContext } from '#platform/context/request-context';
import { StaleScoresService } from './stale-scores.service.ts';

/** The day may turn, and the process may have slept over it: looked at often, found once. */
const EVERY_MS = 10 * 60_000;

/** Looks after the scores of all organisations, one after the other, at the start and from then on. */
@Injectable()
export class Upkeep {
  private readonly logger = new Logger(Upkeep.name);
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly organisations: OrganisationsService,
    private readonly staleScores: StaleScoresService,
  ) {}

  start(): void {
    const round = (): void => {
      this.running = this.round(new Date()).catch((error: unknown) =>
        this.logger.error(`Scores were not looked after: ${String(error)}`),
      );
    };
    this.timer = setInterval(round, EVERY_MS);
    round();
  }

  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }

  async round(now: Date): Promise<void> {
    for (const tenantId of await this.organisations.ids()) {
      const context = systemContext(tenantId, 'upkeep', now);
      const mended = await this.staleScores.mend(context);
      if (mended > 0)
        this.logger.warn(`${mended} scores of ${tenantId} were behind and are asked for again.`);
    }
  }
}
