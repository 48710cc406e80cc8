import { Injectable } from '@nestjs/common';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';
import { PUBLISHED_AT } from '../frameworks.repository.ts';

const APPROVALS: Statement = {
  name: 'release_approvals',
  text: `
    select user_id as "userId", user_name as "by", approved_at as at from release_approval
    where release_id = $1 and revision = $2 order by approved_at`,
};

const APPROVE: Statement = {
  name: 'release_approve',
  text: `
    insert into release_approval (release_id, revision, user_id, user_name, approved_at) values ($1, $2, $3, $4, $5)
    on conflict do nothing`,
};

// Numbers are given by one publication at a time.
const LOCK_NUMBERS: Statement = {
  name: 'ksa_numbers_lock',
  text: "select pg_advisory_xact_lock(hashtextextended('framework-loader', 0))",
};

const NUMBERS: Statement = {
  name: 'ksa_numbers',
  text: `
    select coalesce((select max(ksa_no) from item), 0)::int as last,
           (select count(*)::int from item where release_id = $1 and kind = 'ksa' and ksa_no is null) as wanted`,
};

const NUMBER: Statement = {
  name: 'ksa_numbers_give',
  text: `
    update item i set ksa_no = n.no
    from (select id, ($2 + row_number() over (order by code, id))::smallint as no
            from item where release_id = $1 and kind = 'ksa' and ksa_no is null) n
    where i.id = n.id`,
};

const SET_STATE: Statement = {
  name: 'publishing_set_state',
  text: 'update release set state = $2 where id = $1',
};

/** A copy of what another installation has published, which nobody has edited, is that very release: so it stays. */
const PUBLISH: Statement = {
  name: 'release_publish',
  text: `
    with original as (
      select r.id, r.origin ->> 'uri' as uri, (r.origin ->> 'publishedOn')::date as published_on
      from release r
      where r.id = $1 and r.revision = 1 and r.origin ->> 'state' in ('published', 'retired')
        and not exists (select from release other where other.uri = r.origin ->> 'uri')
    )
    update release r set state = 'published', content_hash = $3,
           published_on = coalesce((select o.published_on from original o), $2),
           uri = coalesce(r.uri, (select o.uri from original o),
                          (select f.uri from framework f where f.id = r.framework_id) || '#' || r.id)
    where id = $1`,
};

// What was published before the release that this one began from was left out by that one.
const LEFT_OUT: Statement = {
  name: 'release_left_out',
  text: `
    with recursive came_from as (
      select id, framework_id, based_on from release where id = $1
      union
      select r.id, r.framework_id, r.based_on from release r join came_from c on r.id = c.based_on
    ), published as (
      select r.id, r.label, r.state, coalesce(${PUBLISHED_AT}, r.published_on) as at
      from release r
      where r.framework_id = (select framework_id from came_from where id = $1) and r.published_on is not null
    )
    select p.id, p.label from published p
    where p.state = 'published' and p.id not in (select id from came_from)
      and p.at > coalesce(
            (select b.at from published b join came_from c on c.based_on = b.id where c.id = $1), '-infinity')
    order by p.at, p.id`,
};

export interface Approval {
  readonly userId: string;
  readonly by: string;
  readonly at: Date;
}

/** A published release whose changes are not in a later one. */
export interface LeftOut {
  readonly id: string;
  readonly label: string;
}

@Injectable()
export class PublishingRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  approvals(context: RequestContext, releaseId: string, revision: number): Promise<Approval[]> {
    return this.unitOfWork.read<Approval>(context, APPROVALS, [releaseId, revision]);
  }

  async approve(context: TransactionContext, releaseId: string, revision: number): Promise<void> {
    const { actor, now } = context;
    await this.unitOfWork.read(context, APPROVE, [releaseId, revision, actor.userId, actor.name, now]);
  }

  /** How many KSAs of the release have no number yet, and the last number that is given; held until the commit. */
  async numbers(context: TransactionContext, releaseId: string): Promise<{ last: number; wanted: number }> {
    await this.unitOfWork.read(context, LOCK_NUMBERS, []);
    const rows = await this.unitOfWork.read<{ last: number; wanted: number }>(context, NUMBERS, [releaseId]);
    return rows[0] ?? { last: 0, wanted: 0 };
  }

  /** In code order, after the last; its content is fixed in review, so that it is a draft for this moment. */
  async number(context: TransactionContext, releaseId: string, last: number): Promise<void> {
    await this.unitOfWork.read(context, SET_STATE, [releaseId, 'draft']);
    await this.unitOfWork.read(context, NUMBER, [releaseId, last]);
    await this.unitOfWork.read(context, SET_STATE, [releaseId, 'in-review']);
  }

  /** What was published since the release began, and is in nothing that it came from; the oldest first. */
  leftOut(context: RequestContext, releaseId: string): Promise<LeftOut[]> {
    return this.unitOfWork.read<LeftOut>(context, LEFT_OUT, [releaseId]);
  }

  async publish(context: TransactionContext, releaseId: string, day: string, hash: string): Promise<void> {
    await this.unitOfWork.read(context, PUBLISH, [releaseId, day, hash]);
  }

  async setState(context: TransactionContext, releaseId: string, state: string): Promise<void> {
    await this.unitOfWork.read(context, SET_STATE, [releaseId, state]);
  }
}
