import { Injectable } from '@nestjs/common';
import { isTransaction, type RequestContext } from '#platform/context/request-context';
import { ReadTogether } from '#platform/database/read-together';
import { UnitOfWork } from '#platform/database/unit-of-work';
import { GAP_VIEWS, placed } from './gap-view.statement.ts';

interface AskedView {
  readonly workerId: string;
  readonly roleProfileId: string;
  /** The only worker who may be seen; null: everybody. */
  readonly ownWorkerNo: number | null;
}

/** Facts; null when no score is there yet; undefined when there is no such view to be seen. */
type Found = string | null | undefined;

const STATEMENTS_AT_ONCE = 2;
const MOST_VIEWS = 32;

@Injectable()
export class GapViewsRepository {
  private readonly together = new ReadTogether<RequestContext, AskedView, Found>(
    // Of one tenant and one day: by that day it is said whether a score still holds.
    ({ tenantId, now }) => `${tenantId}/${now.toISOString().slice(0, 10)}`,
    (context, asked) => this.read(context, asked),
    STATEMENTS_AT_ONCE,
    MOST_VIEWS,
  );

  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * What `factsOf` takes apart. Undefined when the role profile is not assigned to the worker, or another is the only
   * one who may be seen; null when no score is there yet.
   */
  async facts(
    context: RequestContext,
    workerId: string,
    roleProfileId: string,
    ownWorkerNo: number | null,
  ): Promise<Found> {
    const asked = { workerId, roleProfileId, ownWorkerNo };
    if (isTransaction(context)) return (await this.read(context, [asked]))[0];
    return this.together.ask(context, asked);
  }

  private async read(context: RequestContext, asked: readonly AskedView[]): Promise<Found[]> {
    const rows = await this.unitOfWork.readTexts(context, GAP_VIEWS, [
      context.tenantId,
      asked.map(({ workerId }) => workerId),
      asked.map(({ roleProfileId }) => roleProfileId),
      asked.map(({ ownWorkerNo }) => ownWorkerNo),
      context.now.toISOString(),
    ]);
    const found: Found[] = asked.map(() => undefined);
    for (const row of rows) {
      const { place, facts } = placed(row ?? '');
      found[place] = facts;
    }
    return found;
  }
}
