import { Injectable } from '@nestjs/common';
import type { RequestContext } from '#platform/context/request-context';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';
import { booleans, integers, smallints } from './array-bytes.ts';
import { ORGANISATION } from './group.types.ts';
import type { Member, MemberScores, MembersPage } from './member.types.ts';

// These statements read other rooms' tables beside each other: a group of a hundred thousand workers is one pass, not a
// question a worker. They write nothing.
const WHOSE = {
  teams: 'w.team_no = any($2::int[])',
  none: 'w.team_no is null and $2::int[] is not null',
  all: '$2::int[] is not null',
} as const;

type Whose = keyof typeof WHOSE;

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
    select page.worker_no as "workerNo", page.team_no as "teamNo", s.profile_version_no as "profileVersionNo",
           array_send(s.attained) as attained, array_send(s.verified) as verified, array_send(s.used) as used,
           r.packed
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

const MEMBER = `
  w.worker_no as "workerNo", w.id, w.name, coalesce(r.packed, '') as packed,
  array(select p.published_version_no from role_assignment a
        join role_profile p on p.tenant_id = $1 and p.id = a.role_profile_id
        where a.tenant_id = $1 and a.worker_no = w.worker_no order by 1) as "profileVersionNos"`;

const members = (whose: Whose): Statement => ({
  name: `group_members_${whose}`,
  text: `
    select ${MEMBER} from worker w
    left join worker_ratings r on r.tenant_id = $1 and r.worker_no = w.worker_no
    where w.tenant_id = $1 and ${WHOSE[whose]} and w.worker_no > $3 order by w.worker_no limit $4`,
});

const BY_NAME: Statement = {
  name: 'group_members_by_name',
  text: `
    select ${MEMBER} from worker w
    left join worker_ratings r on r.tenant_id = $1 and r.worker_no = w.worker_no
    where w.tenant_id = $1 and w.team_no = $2 order by lower(w.name), w.worker_no`,
};

/** As many as are worth a round trip, and few enough for the memory (data design: chunks of 5,000 workers). */
export const PAGE_SIZE = 5_000;

interface ScoreRow {
  readonly workerNo: number;
  readonly teamNo: number | null;
  readonly profileVersionNo: number | null;
  readonly attained: Buffer;
  readonly verified: Buffer;
  readonly used: Buffer;
  readonly packed: Buffer | null;
}

@Injectable()
export class MembersRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The members of some teams (null: those in no team) with their newest scores, from a worker number on. */
  async scores(
    context: RequestContext,
    teamNos: readonly number[] | null,
    after: number,
  ): Promise<MembersPage<MemberScores>> {
    const statement = scores(teamNos === null ? 'none' : 'teams');
    const values = [context.tenantId, teamNos ?? [], after, PAGE_SIZE];
    const rows = await this.unitOfWork.read<ScoreRow>(context, statement, values);
    const found: MemberScores[] = [];
    for (const row of rows) {
      let member = found.at(-1);
      if (member?.workerNo !== row.workerNo) {
        const { workerNo, teamNo, packed } = row;
        member = { workerNo, teamNo, packed: packed ?? Buffer.alloc(0), scores: [] };
        found.push(member);
      }
      const { profileVersionNo } = row;
      if (profileVersionNo === null) continue;
      member.scores.push({
        profileVersionNo,
        attained: smallints(row.attained),
        verified: booleans(row.verified),
        used: integers(row.used),
      });
    }
    return pageOf(found);
  }

  /** The members of a group, with their ratings and the published version of each role that they have. */
  async members(context: RequestContext, teamNo: number, after: number): Promise<MembersPage<Member>> {
    const statement = members(teamNo === ORGANISATION ? 'all' : 'teams');
    const values = [context.tenantId, [teamNo], after, PAGE_SIZE];
    return pageOf(await this.unitOfWork.read<Member>(context, statement, values));
  }

  /** A team's members by name, of one name by number. */
  membersByName(context: RequestContext, teamNo: number): Promise<Member[]> {
    return this.unitOfWork.read<Member>(context, BY_NAME, [context.tenantId, teamNo]);
  }
}

function pageOf<Row extends { readonly workerNo: number }>(rows: Row[]): MembersPage<Row> {
  return { rows, next: rows.length < PAGE_SIZE ? null : (rows.at(-1) as Row).workerNo };
}
