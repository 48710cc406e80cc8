import { Injectable } from '@nestjs/common';
import type { TransactionContext } from '#platform/context/request-context';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';

/** Whose levels: of a team, of role profiles, of both at once; null is no limit. */
export interface LevelsScope {
  readonly teamNo: number | null;
  readonly roleProfileIds: readonly string[] | null;
}

interface LevelsRow {
  readonly workerNo: number;
  readonly profileVersionNo: number;
  readonly attained: number[];
  /** Null unless it was asked for. */
  readonly packed: Buffer | null;
}

// Reads other rooms' tables beside the scores: an organisation is some pages, not a question a worker. The newest scored
// version of each role counts.
const PAGE: Statement = {
  name: 'levels_page',
  text: `
    with page as (
      select w.worker_no from worker w
      where w.tenant_id = $1 and ($2::int is null or w.team_no = $2) and w.worker_no > $4
        and exists (select from role_assignment a where a.tenant_id = $1 and a.worker_no = w.worker_no
                     and ($3::uuid[] is null or a.role_profile_id = any($3)))
      order by w.worker_no limit $5
    )
    select page.worker_no as "workerNo", s.profile_version_no as "profileVersionNo", s.attained,
           case when $6::boolean then r.packed end as packed
    from page
    join role_assignment a on a.tenant_id = $1 and a.worker_no = page.worker_no
      and ($3::uuid[] is null or a.role_profile_id = any($3))
    left join lateral (
      select s.profile_version_no, s.attained from score s
      join role_profile_version v on v.tenant_id = $1 and v.profile_version_no = s.profile_version_no
      where s.tenant_id = $1 and s.worker_no = a.worker_no and v.role_profile_id = a.role_profile_id
      order by s.profile_version_no desc limit 1
    ) s on true
    left join worker_ratings r on r.tenant_id = $1 and r.worker_no = page.worker_no
    order by page.worker_no, s.profile_version_no`,
};

@Injectable()
export class LevelsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** One row a role of each worker after `after`; of a role that is not scored yet the version is null. */
  page(
    context: TransactionContext,
    { teamNo, roleProfileIds }: LevelsScope,
    after: number,
    workers: number,
    withRatings: boolean,
  ): Promise<(LevelsRow | (Pick<LevelsRow, 'workerNo' | 'packed'> & { profileVersionNo: null }))[]> {
    const values = [context.tenantId, teamNo, roleProfileIds, after, workers, withRatings];
    return this.unitOfWork.read(context, PAGE, values);
  }
}
