import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';
import type { ReleaseChange } from './curation.types.ts';

const INSERT: Statement = {
  name: 'release_change_insert',
  text: `
    insert into release_change (id, release_id, lineage, subject, action, at, by_user, by_name, reason, before, after)
    select c.id, $1, c.lineage, c.subject, c.action, $2, $3, $4, $5, c.before, c.after
    from json_to_recordset($6) as c (id uuid, lineage uuid, subject text, action text, before jsonb, after jsonb)`,
};

const LIST: Statement = {
  name: 'release_change_list',
  text: `
    select c.id, c.release_id as "releaseId", r.label as "releaseLabel", r.state as "releaseState", c.lineage, c.subject, c.action, c.at,
           c.by_name as "by", c.reason, c.before, c.after, count(*) over ()::int as total
    from release_change c join release r on r.id = c.release_id
    where ($1::uuid is null or c.release_id = $1) and ($2::uuid is null or c.lineage = $2)
      and ($3::uuid[] is null or c.release_id = any($3))
    order by c.at desc, c.id desc limit $4 offset $5`,
};

/** One change as whoever makes it tells it: who, when and why come with the context. */
export interface NewChange {
  readonly subject: ReleaseChange['subject'];
  readonly action: string;
  readonly lineage: string | null;
  readonly before: object | null;
  readonly after: object | null;
}

@Injectable()
export class ChangeLogRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async add(
    context: TransactionContext,
    releaseId: string,
    reason: string,
    changes: readonly NewChange[],
  ): Promise<void> {
    const { now, actor } = context;
    const rows = changes.map((change) => ({ id: uuidv7(), ...change }));
    await this.unitOfWork.read(context, INSERT, [
      releaseId,
      now,
      actor.userId,
      actor.name,
      reason,
      JSON.stringify(rows),
    ]);
  }

  /** The newest first. @param releaseIds those that the reader may see; null: all */
  async list(
    context: RequestContext,
    of: { releaseId: string | null; lineage: string | null; releaseIds: readonly string[] | null },
    page: { limit: number; offset: number },
  ): Promise<{ rows: ReleaseChange[]; total: number }> {
    const rows = await this.unitOfWork.read<ReleaseChange & { total: number }>(context, LIST, [
      of.releaseId,
      of.lineage,
      of.releaseIds,
      page.limit,
      page.offset,
    ]);
    return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
  }
}
