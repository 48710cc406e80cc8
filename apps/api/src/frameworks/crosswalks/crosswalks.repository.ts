import { Injectable } from '@nestjs/common';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';
import type { Crosswalk } from './crosswalk.types.ts';

const seen = (lineage: string): string =>
  `exists (select from item i where i.lineage = ${lineage} and i.release_id = any($1))`;

const LIST: Statement = {
  name: 'crosswalks_list',
  text: `
    select c.id, c.title, c.source, c.version, c.created_at as "createdAt", c.created_by_name as "createdBy",
           json_build_object('frameworkId', f.id, 'framework', f.name) as "from",
           json_build_object('frameworkId', t.id, 'framework', t.name) as "to",
           (select count(*)::int from association a where a.crosswalk_id = c.id
              and ${seen('a.from_lineage')} and ${seen('a.to_lineage')}) as "associationCount"
    from crosswalk c join framework f on f.id = c.from_framework_id join framework t on t.id = c.to_framework_id
    where c.removed_at is null and ($2::uuid is null or c.id = $2)
    order by t.name, f.name, c.title`,
};

const INSERT: Statement = {
  name: 'crosswalks_insert',
  text: `
    insert into crosswalk (id, from_framework_id, to_framework_id, title, source, created_at, created_by, created_by_name)
    values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning id`,
};

const TITLED: Statement = {
  name: 'crosswalks_titled',
  text: `
    select o.id from crosswalk c join crosswalk o on o.from_framework_id = c.from_framework_id
       and o.to_framework_id = c.to_framework_id and o.removed_at is null and o.id <> c.id
    where c.id = $1 and o.title = $2`,
};

const UPDATE: Statement = {
  name: 'crosswalks_update',
  text: `update crosswalk set title = $2, source = $3, version = version + 1 where id = $1`,
};

const REMOVE: Statement = {
  name: 'crosswalks_remove',
  text: 'update crosswalk set removed_at = $2, version = version + 1 where id = $1',
};

const LOCK: Statement = {
  name: 'crosswalks_lock',
  text: `
    select id, from_framework_id as "fromFrameworkId", to_framework_id as "toFrameworkId", title, source, version
    from crosswalk where id = $1 and removed_at is null for update`,
};

/** A crosswalk's row alone, locked. */
export interface LockedCrosswalk {
  readonly id: string;
  readonly fromFrameworkId: string;
  readonly toFrameworkId: string;
  readonly title: string;
  readonly source: string;
  readonly version: number;
}

@Injectable()
export class CrosswalksRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @param releaseIds the releases that the reader may see @param id null: all */
  list(context: RequestContext, releaseIds: readonly string[], id: string | null): Promise<Crosswalk[]> {
    return this.unitOfWork.read<Crosswalk>(context, LIST, [releaseIds, id]);
  }

  /** Until the transaction ends nobody else edits it or what is in it. */
  async lock(context: TransactionContext, id: string): Promise<LockedCrosswalk | undefined> {
    return (await this.unitOfWork.read<LockedCrosswalk>(context, LOCK, [id]))[0];
  }

  /** False when the two frameworks have one of this title. */
  async insert(
    context: TransactionContext,
    { id, fromFrameworkId, toFrameworkId, title, source }: Omit<LockedCrosswalk, 'version'>,
  ): Promise<boolean> {
    const { now, actor } = context;
    const values = [id, fromFrameworkId, toFrameworkId, title, source, now, actor.userId, actor.name];
    return (await this.unitOfWork.read(context, INSERT, values)).length > 0;
  }

  async isTitleTaken(context: TransactionContext, id: string, title: string): Promise<boolean> {
    return (await this.unitOfWork.read(context, TITLED, [id, title])).length > 0;
  }

  async update(
    context: TransactionContext,
    { id, title, source }: Pick<LockedCrosswalk, 'id' | 'title' | 'source'>,
  ): Promise<void> {
    await this.unitOfWork.read(context, UPDATE, [id, title, source]);
  }

  async remove(context: TransactionContext, id: string): Promise<void> {
    await this.unitOfWork.read(context, REMOVE, [id, context.now]);
  }
}
