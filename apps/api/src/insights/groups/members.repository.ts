import { Injectable } from '@nestjs/common';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';
import { ORGANISATION } from './group.types.ts';

// These statements read other rooms' tables beside each other: a group of a hundred thousand workers is one pass, not a
// question a worker. They write nothing.
const WHOSE = {
  teams: 'w.team_no = any($2::int[])',
  none: 'w.team_no is null',
  all: 'true',
} as const;

type Whose = keyof typeof WHOSE;

// A page at a time, in the order of an index: the database never sorts more than that.
const PAGE = (whose: Whose): string => `
  with page as (
    select w.worker_no, w.team_no from worker w
    where w.tenant_id = $1 and ${WHOSE[whose]} and w.worker_no > $3 order by w.worker_no limit $4
  )`;

// The newest scored version of each role that the worker has; a worker without one comes once, with nulls.
const scores = (whose: Whose): Statement => ({
  name: `group_member_scores_${whose}`,
  text: `
    ${PAGE(whose)}
    select page.worker_no, page.team_no, r.packed, s.profile_version_no, s.attained, s.verified, s.used
    from page
    left join role_assignment a on a.tenant_id = $1 and a.worker_no = page.worker_no
    left join lateral (
      select s.profile_version_no, s.attained, s.verified, s.used from score s
      join role_profile_version v on v.tenant_id = $1 and v.profile_version_no = s.profile_version_no
      where s.tenant_id = $1 and s.worker_no = a.worker_no and v.role_profile_id = a.role_profile_id
      order by s.profile_version_no desc limit 1
    ) s on true
    left join worker_ratings r on r.tenant_id = $1 and r.worker_no = page.worker_no
    order by page.worker_no, s.profile_version_no`,
});

const VERSION_NOS = `
  array(select p.published_version_no from role_assignment a
        join role_profile p on p.tenant_id = $1 and p.id = a.role_profile_id
        where a.tenant_id = $1 and a.worker_no = w.worker_no order by 1)`;

const members = (whose: Whose): Statement => ({
  name: `group_members_${whose}`,
  text: `
    select w.worker_no, r.packed, ${VERSION_NOS} from worker w
    left join worker_ratings r on r.tenant_id = $1 and r.worker_no = w.worker_no
    where w.tenant_id = $1 and ${WHOSE[whose]} and w.worker_no > $3 order by w.worker_no limit $4`,
});

const ofEach = <Made>(make: (whose: Whose) => Made): Record<Whose, Made> => ({
  teams: make('teams'),
  none: make('none'),
  all: make('all'),
});

const SCORED_VERSIONS = ofEach<Statement>((whose) => ({
  name: `group_scored_versions_${whose}`,
  text: `
    select distinct s.profile_version_no as "versionNo" from worker w
    join score s on s.tenant_id = $1 and s.worker_no = w.worker_no
    where w.tenant_id = $1 and $2::int[] is not null and ${WHOSE[whose]}`,
}));

const ASSIGNED_VERSIONS = ofEach<Statement>((whose) => ({
  name: `group_assigned_versions_${whose}`,
  text: `
    select distinct p.published_version_no as "versionNo" from worker w
    join role_assignment a on a.tenant_id = $1 and a.worker_no = w.worker_no
    join role_profile p on p.tenant_id = $1 and p.id = a.role_profile_id
    where w.tenant_id = $1 and $2::int[] is not null and ${WHOSE[whose]}`,
}));

const BY_NAME: Statement = {
  name: 'group_members_by_name',
  text: `
    select w.worker_no as "workerNo", w.id, w.name, coalesce(r.packed, '') as packed,
           ${VERSION_NOS} as "profileVersionNos"
    from worker w left join worker_ratings r on r.tenant_id = $1 and r.worker_no = w.worker_no
    where w.tenant_id = $1 and w.team_no = $2 order by lower(w.name), w.worker_no`,
};

/** A team's member, by whom the matrix names its rows. */
export interface NamedMember {
  readonly workerNo: number;
  readonly id: string;
  readonly name: string;
  readonly packed: Buffer;
  /** The published version of each role that they have, in ascending order. */
  readonly profileVersionNos: readonly number[];
}

/** Takes a page's rows, and knows how many workers they were and who was the last. */
interface Rows {
  readonly workerNo: number;
  readonly workers: number;
  begin(): void;
  take(piece: Buffer): void;
  finish(): void;
}

@Injectable()
export class MembersRepository {
  /** As many as are worth a round trip, and few enough for the memory (data design: chunks of 5,000 workers). */
  pageSize = 5_000;

  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The role profile versions that members of these teams (null: those in no team) were ever scored against. */
  async scoredVersions(context: RequestContext, teamNos: readonly number[] | null): Promise<number[]> {
    const statement = SCORED_VERSIONS[teamNos === null ? 'none' : 'teams'];
    return this.versionNos(context, statement, teamNos ?? []);
  }

  /** The published versions that a group's members are held against. */
  async assignedVersions(context: RequestContext, teamNo: number): Promise<number[]> {
    const statement = ASSIGNED_VERSIONS[teamNo === ORGANISATION ? 'all' : 'teams'];
    return this.versionNos(context, statement, [teamNo]);
  }

  /**
   * Streams a page of the members of these teams (null: those in no team) with their newest scores, from a worker number
   * on; the number to go on after, null at the end.
   */
  scores(
    context: TransactionContext,
    teamNos: readonly number[] | null,
    after: number,
    rows: Rows,
  ): Promise<number | null> {
    return this.page(context, scores(teamNos === null ? 'none' : 'teams'), teamNos ?? [], after, rows);
  }

  /** Likewise a group's members with their ratings and the published version of each role that they have. */
  members(context: TransactionContext, teamNo: number, after: number, rows: Rows): Promise<number | null> {
    return this.page(context, members(teamNo === ORGANISATION ? 'all' : 'teams'), [teamNo], after, rows);
  }

  /** A team's members by name, of one name by number. */
  membersByName(context: RequestContext, teamNo: number): Promise<NamedMember[]> {
    return this.unitOfWork.read<NamedMember>(context, BY_NAME, [context.tenantId, teamNo]);
  }

  private async versionNos(
    context: RequestContext,
    statement: Statement,
    teamNos: readonly number[],
  ): Promise<number[]> {
    const values = [context.tenantId, [...teamNos]];
    const rows = await this.unitOfWork.read<{ versionNo: number }>(context, statement, values);
    return rows.map(({ versionNo }) => versionNo);
  }

  private async page(
    context: TransactionContext,
    statement: Statement,
    teamNos: readonly number[],
    after: number,
    rows: Rows,
  ): Promise<number | null> {
    const before = rows.workers;
    rows.begin();
    const values = [context.tenantId, `{${teamNos.join(',')}}`, after, this.pageSize];
    await this.unitOfWork.copyOut(context, statement, values, (piece) => rows.take(piece));
    rows.finish();
    return rows.workers - before < this.pageSize ? null : rows.workerNo;
  }
}
