import { Injectable } from '@nestjs/common';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { Jobs } from '#platform/jobs/jobs';
import { rescore } from '../jobs/rescore.job.ts';

/** Asks for scores in bulk. However many ask while one waits, it is that one; call it last in a transaction. */
@Injectable()
export class RescoreRequests {
  constructor(private readonly jobs: Jobs) {}

  /** Everybody against the published versions of their roles. */
  ofOrganisation(context: TransactionContext): Promise<void> {
    return this.jobs.request(context, rescore, { scope: 'organisation' }, 'organisation');
  }

  /** Whether one waits or is being worked on. */
  areOutstanding(context: RequestContext): Promise<boolean> {
    return this.jobs.areOutstanding(context, rescore);
  }

  /** Everybody who is held against this version; nothing, once a newer one is published. */
  ofProfile(context: TransactionContext, profileVersionNo: number): Promise<void> {
    const payload = { scope: 'profile', profileVersionNo } as const;
    return this.jobs.request(context, rescore, payload, `profile:${profileVersionNo}`);
  }
}
