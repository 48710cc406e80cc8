import { Injectable } from '@nestjs/common';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { containing } from '#platform/database/containing';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';
import type { ProgrammesQuery } from '../dto/programme.dto.ts';
import type { StoredProgramme } from './programme.types.ts';

const levels = (table: string) => `
  (select coalesce(json_agg(json_build_object('ksaNo', l.ksa_no, 'level', l.level) order by l.ksa_no), '[]'::json)
   from ${table} l where l.tenant_id = $1 and l.programme_id = p.id)`;

const COLUMNS = `
  p.id, p.title, p.kind, p.provider, p.hours::float8 as hours, p.cost_cents as "costCents", p.currency, p.mode,
  p.source_url as "sourceUrl", p.description, ${levels('programme_outcome')} as outcomes,
  array(select q.required_programme_id from programme_prerequisite q
        where q.tenant_id = $1 and q.programme_id = p.id order by 1) as "requiresProgrammes",
  ${levels('programme_prerequisite_level')} as "requiresLevels"`;

const ALL: Statement = {
  name: 'programmes_all',
  text: `select ${COLUMNS} from programme p where p.tenant_id = $1 order by p.id`,
};

const REVISION: Statement = {
  name: 'programmes_revision',
  text: `select count(*)::int as revision from programme p where p.tenant_id = $1`,
};

const BY_ID: Statement = {
  name: 'programmes_by_id',
  text: `select ${COLUMNS} from programme p where p.tenant_id = $1 and p.id = $2`,
};

const FILTER = `
  where p.tenant_id = $1 and ($2::text is null or lower(p.title) like $2 or lower(p.provider) like $2)
    and ($3::text is null or p.kind = $3)
    and ($4::smallint is null or exists (select from programme_outcome o
          where o.tenant_id = $1 and o.programme_id = p.id and o.ksa_no = $4))
    and ($5::uuid[] is null or p.id = any($5))`;

const ORDERS: Record<ProgrammesQuery['sort']['field'], string> = {
  title: 'lower(p.title)',
  hours: 'p.hours',
  provider: 'lower(p.provider)',
};

const list = ({ field, order }: ProgrammesQuery['sort']): Statement => ({
  name: `programmes_list_${field}_${order}`,
  text: `select ${COLUMNS} from programme p ${FILTER} order by ${ORDERS[field]} ${order}, p.id limit $6 offset $7`,
});

const COUNT: Statement = {
  name: 'programmes_count',
  text: `select count(*)::int as total from programme p ${FILTER}`,
};

const INSERT: Statement = {
  name: 'programmes_insert',
  text: `
    insert into programme (tenant_id, id, title, kind, provider, hours, cost_cents, currency, mode, source_url,
                           description, created_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
};

const insertLevels = (table: string): Statement => ({
  name: `${table}_insert`,
  text: `
    insert into ${table} (tenant_id, programme_id, ksa_no, level)
    select $1, $2, l."ksaNo", l.level from json_to_recordset($3) as l ("ksaNo" smallint, level smallint)`,
});

const INSERT_OUTCOMES = insertLevels('programme_outcome');
const INSERT_PREREQUISITE_LEVELS = insertLevels('programme_prerequisite_level');

const INSERT_PREREQUISITES: Statement = {
  name: 'programme_prerequisite_insert',
  text: `insert into programme_prerequisite (tenant_id, programme_id, required_programme_id)
         select $1, $2, unnest($3::uuid[])`,
};

@Injectable()
export class ProgrammesRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  all(context: RequestContext): Promise<StoredProgramme[]> {
    return this.unitOfWork.read<StoredProgramme>(context, ALL, [context.tenantId]);
  }

  /** Another one whenever the catalogue is another one: programmes are added and never edited. */
  async revision(context: RequestContext): Promise<number> {
    const rows = await this.unitOfWork.read<{ revision: number }>(context, REVISION, [context.tenantId]);
    return rows[0]?.revision ?? 0;
  }

  async byId(context: RequestContext, id: string): Promise<StoredProgramme | undefined> {
    return (await this.unitOfWork.read<StoredProgramme>(context, BY_ID, [context.tenantId, id]))[0];
  }

  /** @param ksaNo of the KSA that the filter names by its code */
  async list(
    context: RequestContext,
    query: ProgrammesQuery,
    ksaNo: number | null,
  ): Promise<{ rows: StoredProgramme[]; total: number }> {
    const { q, kind, id } = query.filter;
    const pattern = containing(q);
    const found = [context.tenantId, pattern, kind ?? null, ksaNo, id ?? null];
    const [rows, counted] = await Promise.all([
      this.unitOfWork.read<StoredProgramme>(context, list(query.sort), [...found, query.limit, query.offset]),
      this.unitOfWork.read<{ total: number }>(context, COUNT, found),
    ]);
    return { rows, total: counted[0]?.total ?? 0 };
  }

  async insert(context: TransactionContext, programme: StoredProgramme): Promise<void> {
    const { tenantId } = context;
    const { id } = programme;
    await this.unitOfWork.read(context, INSERT, [
      tenantId,
      id,
      programme.title,
      programme.kind,
      programme.provider,
      programme.hours,
      programme.costCents,
      programme.currency,
      programme.mode,
      programme.sourceUrl,
      programme.description,
      context.now,
    ]);
    await this.unitOfWork.read(context, INSERT_OUTCOMES, [tenantId, id, JSON.stringify(programme.outcomes)]);
    await this.unitOfWork.read(context, INSERT_PREREQUISITES, [tenantId, id, programme.requiresProgrammes]);
    const asked = JSON.stringify(programme.requiresLevels);
    await this.unitOfWork.read(context, INSERT_PREREQUISITE_LEVELS, [tenantId, id, asked]);
  }
}
