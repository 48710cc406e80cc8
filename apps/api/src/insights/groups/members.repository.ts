import { Injectable } from '@nestjs/common';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { CopyReader } from '#platform/database/copy-reader';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';
import { booleans, integers, smallints } from './array-bytes.ts';
import { ORGANISATION } from './group.types.ts';
import type { Member, MemberScores, MembersPage, NamedMember } from './member.types.ts';

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

const BY_NAME: Statement = {
  name: 'group_members_by_name',
  text: `
    select w.worker_no as "workerNo", w.id, w.name, coalesce(r.packed, '') as packed,
           ${VERSION_NOS} as "profileVersionNos"
    from worker w left join worker_ratings r on r.tenant_id = $1 and r.worker_no = w.worker_no
    where w.tenant_id = $1 and w.team_no = $2 order by lower(w.name), w.worker_no`,
};

/** As many as are worth a round trip, and few enough for the memory (data design: chunks of 5,000 workers). */
export const PAGE_SIZE = 5_000;

@Injectable()
export class MembersRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The members of some teams (null: those in no team) with their newest scores, from a worker number on. */
  async scores(
    context: TransactionContext,
    teamNos: readonly number[] | null,
    after: number,
  ): Promise<MembersPage<MemberScores>> {
    const found: MemberScores[] = [];
    await this.page(context, scores(teamNos === null ? 'none' : 'teams'), teamNos ?? [], after, (row) => {
      const workerNo = row.int4(0);
      let member = found.at(-1);
      if (member?.workerNo !== workerNo) {
        const teamNo = row.isNull(1) ? null : row.int4(1);
        member = { workerNo, teamNo, packed: Buffer.from(row.bytes(2)), scores: [] };
        found.push(member);
      }
      if (row.isNull(3)) return;
      member.scores.push({
        profileVersionNo: row.int4(3),
        attained: smallints(row.bytes(4)),
        verified: booleans(row.bytes(5)),
        used: integers(row.bytes(6)),
      });
    });
    return pageOf(found);
  }

  /** The members of a group, with their ratings and the published version of each role that they have. */
  async members(context: TransactionContext, teamNo: number, after: number): Promise<MembersPage<Member>> {
    const found: Member[] = [];
    await this.page(context, members(teamNo === ORGANISATION ? 'all' : 'teams'), [teamNo], after, (row) =>
      found.push({
        workerNo: row.int4(0),
        packed: Buffer.from(row.bytes(1)),
        profileVersionNos: [...integers(row.bytes(2))],
      }),
    );
    return pageOf(found);
  }

  /** A team's members by name, of one name by number. */
  membersByName(context: RequestContext, teamNo: number): Promise<NamedMember[]> {
    return this.unitOfWork.read<NamedMember>(context, BY_NAME, [context.tenantId, teamNo]);
  }

  private async page(
    context: TransactionContext,
    statement: Statement,
    teamNos: readonly number[],
    after: number,
    take: (row: CopyReader) => unknown,
  ): Promise<void> {
    const reader = new CopyReader();
    const values = [context.tenantId, `{${teamNos.join(',')}}`, after, PAGE_SIZE];
    await this.unitOfWork.copyOut(context, statement, values, (piece) => {
      reader.push(piece);
      while (reader.next()) take(reader);
    });
  }
}

function pageOf<Row extends { readonly workerNo: number }>(rows: Row[]): MembersPage<Row> {
  return { rows, next: rows.length < PAGE_SIZE ? null : (rows.at(-1) as Row).workerNo };
}
