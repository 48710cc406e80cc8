import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sharedTable } from './support/tables.ts';

/** What a release consists of, and may therefore change in a draft alone. */
const CONTENT = ['technology_area', 'item', 'occupation', 'selection', 'succession'] as const;

/** By command: the rows that a statement has touched. */
const TOUCHED = {
  insert: 'referencing new table as touched',
  update: 'referencing old table as former new table as touched',
  delete: 'referencing old table as touched',
} as const;

/**
 * Releases are drafted, reviewed, published and retired. An item and an occupation keep their lineage over releases; what
 * became of one that ended is a succession. That nothing but a draft changes is not left to whoever writes: triggers
 * refuse it, by statement, so that 50,000 rows are asked once.
 */
export class Curation0000000002100 implements MigrationInterface {
  name = 'Curation0000000002100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- The one whose newest release role profiles begin from; others are there to be compared with.
      alter table framework add column is_basis boolean not null default false;
      update framework set is_basis = true where id = (
        select framework_id from release order by published_on desc, label desc limit 1);
      create unique index framework_basis on framework (is_basis) where is_basis;

      alter table release
        drop constraint release_state_check,
        alter column uri drop not null,
        alter column published_on drop not null,
        alter column content_hash drop not null,
        add column based_on uuid references release (id),
        add column revision int not null default 1,
        add column created_at timestamptz not null default now(),
        add column created_by text not null default '',
        add check (state in ('draft', 'in-review', 'published', 'retired', 'discarded')),
        add check (state not in ('published', 'retired')
                   or uri is not null and published_on is not null and content_hash is not null);

      alter table item
        add column lineage uuid,
        add column version int not null default 1;
      update item set lineage = id;
      alter table item
        alter column lineage set not null,
        drop constraint item_release_id_code_key,
        add constraint item_code unique (release_id, code) deferrable initially deferred,
        add constraint item_lineage unique (release_id, lineage),
        drop constraint item_check,
        add constraint item_number check (kind = 'ksa' or ksa_no is null);
      create index item_of_lineage on item (lineage);

      -- Areas are a release's own, as its occupations are.
      alter table occupation drop constraint occupation_technology_area_fkey;
      alter table technology_area
        drop constraint technology_area_pkey,
        add column release_id uuid references release (id) on delete cascade;
      insert into technology_area (release_id, code, name, position)
        select r.id, a.code, a.name, a.position from release r cross join technology_area a where a.release_id is null;
      delete from technology_area where release_id is null;
      alter table technology_area
        alter column release_id set not null,
        add primary key (release_id, code);

      alter table occupation
        add column lineage uuid,
        add column version int not null default 1,
        add column definition text,
        add foreign key (release_id, technology_area) references technology_area (release_id, code)
          on update cascade deferrable initially deferred;
      update occupation set lineage = id;
      alter table occupation
        alter column lineage set not null,
        drop constraint occupation_release_id_technology_area_title_key,
        add constraint occupation_title unique (release_id, technology_area, title) deferrable initially deferred,
        add constraint occupation_lineage unique (release_id, lineage);

      alter table selection add column release_id uuid references release (id) on delete cascade;
      update selection s set release_id = o.release_id from occupation o where o.id = s.occupation_id;
      alter table selection alter column release_id set not null;
      create index selection_release on selection (release_id);

      create table succession (
        release_id uuid not null references release (id) on delete cascade,
        subject text not null check (subject in ('item', 'occupation')),
        kind text not null check (kind in ('split', 'merged', 'retired')),
        from_lineage uuid not null,
        -- Null: what is retired is replaced by nothing.
        to_lineage uuid,
        unique nulls not distinct (release_id, subject, from_lineage, to_lineage)
      );
      create index succession_to on succession (release_id, to_lineage);

      create table release_change (
        id uuid primary key,
        release_id uuid not null references release (id) on delete cascade,
        -- Null: of the release itself.
        lineage uuid,
        subject text not null check (subject in ('release', 'item', 'occupation', 'selection', 'technology-area')),
        action text not null,
        at timestamptz not null,
        by_user uuid,
        by_name text not null,
        reason text not null check (length(reason) <= 2000),
        before jsonb,
        after jsonb
      );
      create index release_change_of on release_change (release_id, at desc);
      create index release_change_lineage on release_change (lineage, at desc) where lineage is not null;

      create function refuse_unless_draft() returns trigger language plpgsql as $$
      declare fixed text;
      begin
        if tg_op = 'UPDATE' then
          select r.label into fixed from release r
           where r.state <> 'draft' and r.id in (select release_id from touched union select release_id from former) limit 1;
        else
          select r.label into fixed from release r
           where r.state <> 'draft' and r.id in (select release_id from touched) limit 1;
        end if;
        if fixed is not null then
          raise exception 'release % is no draft: its content is fixed', fixed using errcode = 'restrict_violation';
        end if;
        return null;
      end $$;

      create function refuse_to_change_what_is_published() returns trigger language plpgsql as $$
      begin
        if old.state = 'draft' then return new; end if;
        if (to_jsonb(new) - 'state' - 'published_on' - 'content_hash' - 'uri')
             is distinct from (to_jsonb(old) - 'state' - 'published_on' - 'content_hash' - 'uri')
           or old.state in ('published', 'retired') and (new.published_on, new.content_hash, new.uri)
                is distinct from (old.published_on, old.content_hash, old.uri)
           or not (old.state, new.state) in (('in-review', 'draft'), ('in-review', 'published'), ('in-review', 'discarded'),
                ('published', 'retired'), ('retired', 'published'), (old.state, old.state)) then
          raise exception 'release % is no draft: it is fixed', old.label using errcode = 'restrict_violation';
        end if;
        return new;
      end $$;
      create trigger fixed before update on release for each row execute function refuse_to_change_what_is_published()`);
    for (const table of CONTENT) {
      for (const [command, touched] of Object.entries(TOUCHED)) {
        await queryRunner.query(
          `create trigger fixed_${command} after ${command} on ${table} ${touched}
           for each statement execute function refuse_unless_draft()`,
        );
      }
      await sharedTable(queryRunner, table, { grants: ['select', 'insert', 'update', 'delete'] });
    }
    await sharedTable(queryRunner, 'release', { grants: ['select', 'insert', 'update'] });
    await sharedTable(queryRunner, 'framework', { grants: ['select', 'insert', 'update'] });
    await sharedTable(queryRunner, 'release_change', { grants: ['select', 'insert'] });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of CONTENT) {
      for (const command of Object.keys(TOUCHED))
        await queryRunner.query(`drop trigger fixed_${command} on ${table}`);
    }
    await queryRunner.query(`
      drop trigger fixed on release;
      drop function refuse_unless_draft, refuse_to_change_what_is_published;
      drop table release_change, succession;
      revoke insert, update, delete on technology_area, item, occupation, selection from skills_app;
      revoke insert, update on release, framework from skills_app;
      delete from release where state not in ('published');
      alter table selection drop column release_id;
      alter table occupation
        drop constraint occupation_release_id_technology_area_fkey,
        drop constraint occupation_title,
        drop constraint occupation_lineage,
        drop column lineage, drop column version, drop column definition,
        add unique (release_id, technology_area, title);
      create temporary table area on commit drop as select distinct on (code) code, name, position from technology_area;
      delete from technology_area;
      alter table technology_area drop constraint technology_area_pkey, drop column release_id, add primary key (code);
      insert into technology_area (code, name, position) select code, name, position from area;
      alter table occupation add foreign key (technology_area) references technology_area (code);
      alter table item
        drop constraint item_number,
        drop constraint item_lineage,
        drop constraint item_code,
        drop column lineage, drop column version,
        add unique (release_id, code),
        add constraint item_check check ((kind = 'ksa') = (ksa_no is not null));
      alter table release
        drop constraint release_state_check,
        drop constraint release_check,
        drop column based_on, drop column revision, drop column created_at, drop column created_by,
        alter column uri set not null, alter column published_on set not null, alter column content_hash set not null,
        add check (state in ('draft', 'published'));
      alter table framework drop column is_basis`);
  }
}
