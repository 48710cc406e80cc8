import { Injectable } from '@nestjs/common';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { containing } from '#platform/database/containing';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';
import type { TeamsQuery } from './dto/team.dto.ts';
import { TeamEntity } from './team.entity.ts';
import type { Team, TeamMinimum } from './team.types.ts';

const WORKER_COUNT = `
  (select count(*)::int from worker w where w.tenant_id = $1 and w.team_no = t.team_no) as "workerCount"`;

const COLUMNS = `t.id, t.team_no as "teamNo", t.name, t.site, t.version, ${WORKER_COUNT}`;

const BY_ID: Statement = {
  name: 'teams_by_id',
  text: `select ${COLUMNS} from team t where t.tenant_id = $1 and t.id = $2`,
};

const BY_NO: Statement = {
  name: 'teams_by_no',
  text: `select ${COLUMNS} from team t where t.tenant_id = $1 and t.team_no = $2`,
};

const NEXT_NO: Statement = {
  name: 'teams_next_no',
  text: `insert into team_counter (tenant_id, last_no) values ($1, 1)
         on conflict (tenant_id) do update set last_no = team_counter.last_no + 1
         returning last_no as "teamNo"`,
};

// One statement whose answer says whether it was done: an index that is violated would end the whole transaction.
const INSERT: Statement = {
  name: 'teams_insert',
  text: `insert into team (tenant_id, team_no, id, name, site, created_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (tenant_id, lower(site), lower(name)) do nothing returning team_no`,
};

const NAMED: Statement = {
  name: 'teams_named',
  text: `select t.team_no as "teamNo" from team t
          where t.tenant_id = $1 and lower(t.site) = lower($2) and lower(t.name) = lower($3)`,
};

const REMOVE: Statement = {
  name: 'teams_remove',
  text: `delete from team t where t.tenant_id = $1 and t.team_no = $2
            and not exists (select from worker w where w.tenant_id = $1 and w.team_no = $2)
         returning t.team_no`,
};

const MINIMUMS: Statement = {
  name: 'team_minimums',
  text: `select ksa_no as "ksaNo", headcount from team_minimum where tenant_id = $1 and team_no = $2 order by ksa_no`,
};

const SET_MINIMUM: Statement = {
  name: 'team_minimums_set',
  text: `insert into team_minimum (tenant_id, team_no, ksa_no, headcount) values ($1, $2, $3, $4)
         on conflict (tenant_id, team_no, ksa_no) do update set headcount = excluded.headcount`,
};

const REMOVE_MINIMUM: Statement = {
  name: 'team_minimums_remove',
  text: `delete from team_minimum where tenant_id = $1 and team_no = $2 and ksa_no = $3 returning ksa_no`,
};

const ORDERS: Record<TeamsQuery['sort']['field'], string> = {
  name: 'lower(t.name)',
  site: 'lower(t.site)',
  workerCount: '"workerCount"',
};

const FOUND = `
  where t.tenant_id = $1 and ($2::text is null or lower(t.name) like $2 or lower(t.site) like $2)
    and ($3::uuid[] is null or t.id = any($3))`;

const list = ({ field, order }: TeamsQuery['sort']): Statement => ({
  name: `teams_list_${field}_${order}`,
  text: `select ${COLUMNS} from team t ${FOUND} order by ${ORDERS[field]} ${order}, t.team_no limit $4 offset $5`,
});

const COUNT: Statement = {
  name: 'teams_count',
  text: `select count(*)::int as total from team t ${FOUND}`,
};

@Injectable()
export class TeamsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async byId(context: RequestContext, id: string): Promise<Team | undefined> {
    return (await this.unitOfWork.read<Team>(context, BY_ID, [context.tenantId, id]))[0];
  }

  async byNo(context: RequestContext, teamNo: number): Promise<Team | undefined> {
    return (await this.unitOfWork.read<Team>(context, BY_NO, [context.tenantId, teamNo]))[0];
  }

  async list(context: RequestContext, query: TeamsQuery): Promise<{ rows: Team[]; total: number }> {
    const found = [context.tenantId, containing(query.filter.q), query.filter.id ?? null];
    const page = [...found, query.limit, query.offset];
    const rows = await this.unitOfWork.read<Team>(context, list(query.sort), page);
    if (query.offset === 0 && rows.length < query.limit) return { rows, total: rows.length };
    const [count] = await this.unitOfWork.read<{ total: number }>(context, COUNT, found);
    return { rows, total: count?.total ?? 0 };
  }

  async nextNo(context: TransactionContext): Promise<number> {
    const rows = await this.unitOfWork.read(context, NEXT_NO, [context.tenantId]);
    return (rows as [{ teamNo: number }])[0].teamNo;
  }

  /** The number of the team of this name at this site. */
  async named(context: RequestContext, site: string, name: string): Promise<number | undefined> {
    const values = [context.tenantId, site, name];
    return (await this.unitOfWork.read<{ teamNo: number }>(context, NAMED, values))[0]?.teamNo;
  }

  /** False when the site has a team of this name. */
  async insert(
    context: TransactionContext,
    team: Pick<Team, 'teamNo' | 'id' | 'name' | 'site'>,
  ): Promise<boolean> {
    const { teamNo, id, name, site } = team;
    const row = [context.tenantId, teamNo, id, name, site, context.now];
    return (await this.unitOfWork.read(context, INSERT, row)).length === 1;
  }

  /** False when the team is not at this version any more. */
  async edit(
    context: TransactionContext,
    teamNo: number,
    version: number,
    change: Pick<Team, 'name' | 'site'>,
  ): Promise<boolean> {
    const { affected } = await context.manager.update(
      TeamEntity,
      { tenantId: context.tenantId, teamNo, version },
      { ...change, version: version + 1 },
    );
    return affected === 1;
  }

  /** False when somebody is in it. */
  async remove(context: TransactionContext, teamNo: number): Promise<boolean> {
    return (await this.unitOfWork.read(context, REMOVE, [context.tenantId, teamNo])).length === 1;
  }

  minimums(context: RequestContext, teamNo: number): Promise<TeamMinimum[]> {
    return this.unitOfWork.read<TeamMinimum>(context, MINIMUMS, [context.tenantId, teamNo]);
  }

  async setMinimum(context: RequestContext, teamNo: number, minimum: TeamMinimum): Promise<void> {
    const row = [context.tenantId, teamNo, minimum.ksaNo, minimum.headcount];
    await this.unitOfWork.read(context, SET_MINIMUM, row);
  }

  /** False when there was none. */
  async removeMinimum(context: RequestContext, teamNo: number, ksaNo: number): Promise<boolean> {
    const values = [context.tenantId, teamNo, ksaNo];
    return (await this.unitOfWork.read(context, REMOVE_MINIMUM, values)).length === 1;
  }
}
