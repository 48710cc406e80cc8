import { Injectable } from '@nestjs/common';
import type { Permission } from '#domain';
import type { TransactionContext } from '../context/request-context.ts';
import { UnitOfWork, type Statement } from '../database/unit-of-work.ts';

export const EVENT_CHANNEL = 'event';

/** Something happened that open pages may want to know. It names what, never the content: pages fetch that. */
export interface ApplicationEvent {
  readonly type: string;
  /** Whom it concerns: a worker who sees only their own is told only of what names them. */
  readonly workerId?: string;
  readonly roleProfileId?: string;
  /** A user whom it concerns: told even if the events of their organisation are not for them. */
  readonly userId?: string;
  readonly [name: string]: string | number | boolean | undefined;
}

/** An event with whom it is for. */
export type Told = { readonly event: ApplicationEvent } & (
  { readonly tenantId: string } | { readonly permission: Permission }
);

const PUBLISH: Statement = { name: 'event_publish', text: `select pg_notify('${EVENT_CHANNEL}', $1)` };

@Injectable()
export class Events {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Told by the database at commit, so nobody hears of what was rolled back. */
  async publish(context: TransactionContext, event: ApplicationEvent): Promise<void> {
    await this.send(context, { tenantId: context.tenantId, event });
  }

  /** To whoever has the permission, in whichever organisation: the event names nothing that is one organisation's. */
  async publishToAll(
    context: TransactionContext,
    permission: Permission,
    event: ApplicationEvent,
  ): Promise<void> {
    await this.send(context, { permission, event });
  }

  private async send(context: TransactionContext, told: Told): Promise<void> {
    await this.unitOfWork.read(context, PUBLISH, [JSON.stringify(told)]);
  }
}
