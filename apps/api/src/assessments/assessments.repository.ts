import { Injectable } from '@nestjs/common';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';
import { AssessmentEntity } from './assessment.entity.ts';
import type { Answer, Assessment, LockedAssessment } from './assessment.types.ts';
import type { AssessmentsQuery } from './dto/assessment.dto.ts';

// Names of the worker, the role profile and the reviewer stand in other rooms' tables; a page of a list that is sorted
// by them is one statement, so this one reads there. It writes nowhere but here.
const COLUMNS = `
  a.id, a.worker_no as "workerNo", w.id as "workerId", w.name as "workerName", a.role_profile_id as "roleProfileId",
  p.name as "roleProfileName", a.profile_version_no as "profileVersionNo", v.version as "profileVersion", a.state,
  a.version, a.created_at as "createdAt", a.submitted_at as "submittedAt", a.reviewed_at as "reviewedAt",
  a.reviewed_by as "reviewedBy", u.display_name as "reviewedByName",
  (select count(*)::int from requirement r
     join assessment_answer n on n.tenant_id = $1 and n.assessment_id = a.id and n.ksa_no = r.ksa_no
    where r.tenant_id = $1 and r.profile_version_no = a.profile_version_no) as answered,
  (select count(*)::int from requirement r
    where r.tenant_id = $1 and r.profile_version_no = a.profile_version_no) as questions`;

const FROM = `
  from assessment a
  join worker w on w.tenant_id = $1 and w.worker_no = a.worker_no
  join role_profile p on p.tenant_id = $1 and p.id = a.role_profile_id
  join role_profile_version v on v.tenant_id = $1 and v.profile_version_no = a.profile_version_no
  left join user_account u on u.tenant_id = $1 and u.id = a.reviewed_by`;

const BY_ID: Statement = {
  name: 'assessments_by_id',
  text: `select ${COLUMNS} ${FROM} where a.tenant_id = $1 and a.id = $2 and ($3::int is null or a.worker_no = $3)`,
};

const FILTER = `
  where a.tenant_id = $1 and ($2::int is null or a.worker_no = $2) and ($3::text[] is null or a.state = any($3))
    and ($4::uuid is null or w.id = $4) and ($5::uuid is null or a.role_profile_id = $5)
    and ($6::uuid[] is null or a.id = any($6))`;

const ORDERS: Record<AssessmentsQuery['sort']['field'], string> = {
  createdAt: 'a.created_at',
  submittedAt: 'a.submitted_at',
  reviewedAt: 'a.reviewed_at',
  state: 'a.state',
  workerName: 'lower(w.name)',
  roleProfileName: 'lower(p.name)',
};

const list = ({ field, order }: AssessmentsQuery['sort']): Statement => ({
  name: `assessments_list_${field}_${order}`,
  text: `select ${COLUMNS} ${FROM} ${FILTER} order by ${ORDERS[field]} ${order} nulls last, a.id ${order} limit $7 offset $8`,
});

const COUNT: Statement = {
  name: 'assessments_count',
  text: `select count(*)::int as total ${FROM} ${FILTER}`,
};

const LOCKED = `
  id, worker_no as "workerNo", role_profile_id as "roleProfileId", profile_version_no as "profileVersionNo", state, version`;

const LOCK: Statement = {
  name: 'assessments_lock',
  text: `select ${LOCKED} from assessment where tenant_id = $1 and id = $2 for no key update`,
};

const ANSWERS: Statement = {
  name: 'assessments_answers',
  text: `select ksa_no as "ksaNo", level, answered_at as "answeredAt" from assessment_answer
         where tenant_id = $1 and assessment_id = $2`,
};

const ANSWER: Statement = {
  name: 'assessments_answer',
  text: `
    insert into assessment_answer (tenant_id, assessment_id, ksa_no, level, answered_at) values ($1, $2, $3, $4, $5)
    on conflict (tenant_id, assessment_id, ksa_no)
    do update set level = excluded.level, answered_at = excluded.answered_at`,
};

const HAS_OPEN: Statement = {
  name: 'assessments_has_open',
  text: `select 1 from assessment
         where tenant_id = $1 and worker_no = $2 and role_profile_id = $3 and state in ('draft', 'submitted')`,
};

const REMOVE_DRAFTS: Statement = {
  name: 'assessments_remove_drafts',
  text: `delete from assessment where tenant_id = $1 and worker_no = $2 and role_profile_id = $3 and state = 'draft'`,
};

const CLOSE_SUBMITTED: Statement = {
  name: 'assessments_close_submitted',
  text: `
    update assessment set state = 'closed', version = version + 1
    where tenant_id = $1 and worker_no = $2 and role_profile_id = $3 and state = 'submitted'`,
};

const MOVE_DRAFTS: Statement = {
  name: 'assessments_move_drafts',
  text: `
    update assessment set profile_version_no = $3, version = version + 1
    where tenant_id = $1 and role_profile_id = $2 and state = 'draft' and profile_version_no < $3`,
};

@Injectable()
export class AssessmentsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** `ownWorkerNo`: only when it is this worker's; null for whoever may see all. */
  async byId(
    context: RequestContext,
    id: string,
    ownWorkerNo: number | null,
  ): Promise<Assessment | undefined> {
    return (await this.unitOfWork.read<Assessment>(context, BY_ID, [context.tenantId, id, ownWorkerNo]))[0];
  }

  async list(
    context: RequestContext,
    query: AssessmentsQuery,
    ownWorkerNo: number | null,
  ): Promise<{ rows: Assessment[]; total: number }> {
    const { state, workerId, roleProfileId, id } = query.filter;
    const states = state === undefined ? null : [state].flat();
    const found = [
      context.tenantId,
      ownWorkerNo,
      states,
      workerId ?? null,
      roleProfileId ?? null,
      id ?? null,
    ];
    const [rows, counted] = await Promise.all([
      this.unitOfWork.read<Assessment>(context, list(query.sort), [...found, query.limit, query.offset]),
      this.unitOfWork.read<{ total: number }>(context, COUNT, found),
    ]);
    return { rows, total: counted[0]?.total ?? 0 };
  }

  async lock(context: TransactionContext, id: string): Promise<LockedAssessment | undefined> {
    return (await this.unitOfWork.read<LockedAssessment>(context, LOCK, [context.tenantId, id]))[0];
  }

  answers(context: RequestContext, assessmentId: string): Promise<Answer[]> {
    return this.unitOfWork.read<Answer>(context, ANSWERS, [context.tenantId, assessmentId]);
  }

  async hasOpen(context: RequestContext, workerNo: number, roleProfileId: string): Promise<boolean> {
    const rows = await this.unitOfWork.read(context, HAS_OPEN, [context.tenantId, workerNo, roleProfileId]);
    return rows.length > 0;
  }

  async insert(
    context: TransactionContext,
    draft: { id: string; workerNo: number; roleProfileId: string; profileVersionNo: number },
  ): Promise<void> {
    await context.manager.insert(AssessmentEntity, {
      ...draft,
      tenantId: context.tenantId,
      state: 'draft',
      version: 1,
      createdAt: context.now,
    });
  }

  /** The caller holds the assessment's lock. */
  async putAnswer(context: TransactionContext, assessmentId: string, answer: Answer): Promise<void> {
    const { ksaNo, level, answeredAt } = answer;
    await this.unitOfWork.read(context, ANSWER, [context.tenantId, assessmentId, ksaNo, level, answeredAt]);
  }

  /** Under the same lock. */
  async update(
    context: TransactionContext,
    id: string,
    change: Partial<
      Pick<AssessmentEntity, 'state' | 'version' | 'submittedAt' | 'reviewedAt' | 'reviewedBy'>
    >,
  ): Promise<void> {
    await context.manager.update(AssessmentEntity, { tenantId: context.tenantId, id }, change);
  }

  async removeDrafts(context: TransactionContext, workerNo: number, roleProfileId: string): Promise<void> {
    await this.unitOfWork.read(context, REMOVE_DRAFTS, [context.tenantId, workerNo, roleProfileId]);
  }

  async closeSubmitted(context: TransactionContext, workerNo: number, roleProfileId: string): Promise<void> {
    await this.unitOfWork.read(context, CLOSE_SUBMITTED, [context.tenantId, workerNo, roleProfileId]);
  }

  async moveDrafts(
    context: TransactionContext,
    roleProfileId: string,
    profileVersionNo: number,
  ): Promise<void> {
    await this.unitOfWork.read(context, MOVE_DRAFTS, [context.tenantId, roleProfileId, profileVersionNo]);
  }
}
