import { Injectable } from '@nestjs/common';
import type { Succession } from '#domain';
import type { TransactionContext } from '#platform/context/request-context';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';

type Subject = Succession['subject'];

/** Whether the release that the draft began from has it: what the draft itself has made has no past to keep. */
const isOlder = (subject: Subject): Statement => ({
  name: `draft_${subject}_is_older`,
  text: `select 1 from ${subject} x join release r on r.based_on = x.release_id where r.id = $1 and x.lineage = $2`,
});

const IS_OLDER: Readonly<Record<Subject, Statement>> = {
  item: isOlder('item'),
  occupation: isOlder('occupation'),
};

const TO: Statement = {
  name: 'draft_successions_to',
  text: `
    select subject, kind, from_lineage as "from", to_lineage as "to" from succession
    where release_id = $1 and subject = $2 and to_lineage = $3`,
};

const FORGET_TO: Statement = {
  name: 'draft_successions_forget_to',
  text: 'delete from succession where release_id = $1 and subject = $2 and to_lineage = $3',
};

const FORGET_FROM: Statement = {
  name: 'draft_successions_forget_from',
  text: 'delete from succession where release_id = $1 and subject = $2 and from_lineage = $3',
};

/**
 * What says nothing beside the rest: that nothing became of a part, where something became of others; and that something
 * goes on as itself, alone. Kept, it would colour what a later release says of the same.
 */
const SETTLE: Statement = {
  name: 'draft_successions_settle',
  text: `
    with part as (
      delete from succession s
      where s.release_id = $1 and s.to_lineage is null
        and exists (select from succession o
                    where o.release_id = $1 and o.subject = s.subject and o.from_lineage = s.from_lineage
                      and o.to_lineage is not null)
    )
    delete from succession s
    where s.release_id = $1 and s.from_lineage = s.to_lineage
      and not exists (select from succession o
                      where o.release_id = $1 and o.subject = s.subject
                        and (o.from_lineage = s.from_lineage and o.to_lineage <> s.to_lineage
                             or o.to_lineage = s.to_lineage and o.from_lineage <> s.from_lineage
                                and o.kind = 'merged'))`,
};

const INSERT: Statement = {
  name: 'draft_successions_insert',
  text: `
    insert into succession (release_id, subject, kind, from_lineage, to_lineage)
    select $1, s.subject, s.kind, s.from_lineage, s.to_lineage
    from json_to_recordset($2) as s (subject text, kind text, from_lineage uuid, to_lineage uuid)
    on conflict do nothing`,
};

/** One that ended, and what stands for it now; nothing: nothing does. */
export interface Became {
  readonly from: string;
  readonly into: readonly string[];
}

/** What became of items and occupations in a draft whose release is locked by the caller. */
@Injectable()
export class SuccessionsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Says what an edit has made of some, all at once. What an earlier edit of this draft had become one of them becomes the
   * same; what this draft has made itself, and nothing became, leaves no trace.
   */
  async become(
    context: TransactionContext,
    releaseId: string,
    what: Pick<Succession, 'subject' | 'kind'>,
    those: readonly Became[],
  ): Promise<void> {
    for (const each of those) await this.becomeOne(context, releaseId, what, each);
    await this.unitOfWork.read(context, SETTLE, [releaseId]);
  }

  private async becomeOne(
    context: TransactionContext,
    releaseId: string,
    { subject, kind }: Pick<Succession, 'subject' | 'kind'>,
    { from, into }: Became,
  ): Promise<void> {
    const it = [releaseId, subject, from];
    const former = await this.unitOfWork.read<Succession>(context, TO, it);
    if (!into.includes(from)) await this.unitOfWork.read(context, FORGET_TO, it);
    const older = await this.unitOfWork.read(context, IS_OLDER[subject], [releaseId, from]);
    const origins = [
      ...former.filter((each) => each.from !== from),
      ...(older.length > 0 ? [{ subject, kind, from }] : []),
    ];
    const targets = into.length === 0 ? [null] : into;
    const rows = origins.flatMap((origin) =>
      targets.map((to) => ({
        ...{ subject: origin.subject, kind: origin.kind, from_lineage: origin.from, to_lineage: to },
      })),
    );
    if (rows.length > 0) await this.unitOfWork.read(context, INSERT, [releaseId, JSON.stringify(rows)]);
  }

  /** It is there again, as if nothing had become of it. */
  async forgetFrom(
    context: TransactionContext,
    releaseId: string,
    subject: Subject,
    lineage: string,
  ): Promise<void> {
    await this.unitOfWork.read(context, FORGET_FROM, [releaseId, subject, lineage]);
    await this.unitOfWork.read(context, SETTLE, [releaseId]);
  }
}
