import { Injectable } from '@nestjs/common';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';
import type { StoredRequirement } from './roles.types.ts';

const OF_VERSION: Statement = {
  name: 'requirements_of_version',
  text: `
    select r.ksa_no as "ksaNo", r.position, r.required_level as "requiredLevel", r.weight, r.critical, r.evidence,
           r.evidence_chosen as "evidenceChosen"
    from requirement r
    where r.tenant_id = $1 and r.profile_version_no = $2
    order by r.position`,
};

const COPY: Statement = {
  name: 'requirements_copy',
  text: `
    insert into requirement (tenant_id, profile_version_no, ksa_no, position, required_level, weight, critical,
                             evidence, evidence_chosen)
    select tenant_id, $3, ksa_no, position, required_level, weight, critical, evidence, evidence_chosen
    from requirement where tenant_id = $1 and profile_version_no = $2`,
};

/** Only ever into or onto a draft: the statement itself leaves a published version alone. */
const PUT: Statement = {
  name: 'requirements_put',
  text: `
    insert into requirement (tenant_id, profile_version_no, ksa_no, position, required_level, weight, critical,
                             evidence, evidence_chosen)
    select $1, v.profile_version_no, r."ksaNo", r.position, r."requiredLevel", r.weight, r.critical, r.evidence,
           r."evidenceChosen"
    from role_profile_version v,
         json_to_recordset($3) as r ("ksaNo" smallint, position smallint, "requiredLevel" smallint, weight smallint,
                                     critical boolean, evidence text, "evidenceChosen" boolean)
    where v.tenant_id = $1 and v.profile_version_no = $2 and v.state = 'draft'
    on conflict (tenant_id, profile_version_no, ksa_no) do update
      set required_level = excluded.required_level, weight = excluded.weight, critical = excluded.critical,
          evidence = excluded.evidence, evidence_chosen = excluded.evidence_chosen`,
};

const REMOVE: Statement = {
  name: 'requirements_remove',
  text: `
    delete from requirement r using role_profile_version v
    where r.tenant_id = $1 and r.profile_version_no = $2 and r.ksa_no = $3
      and v.tenant_id = $1 and v.profile_version_no = $2 and v.state = 'draft'`,
};

const CLEAR: Statement = {
  name: 'requirements_clear',
  text: `
    delete from requirement r using role_profile_version v
    where r.tenant_id = $1 and r.profile_version_no = $2
      and v.tenant_id = $1 and v.profile_version_no = $2 and v.state = 'draft'`,
};

@Injectable()
export class RequirementsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** In code order. */
  ofVersion(context: RequestContext, profileVersionNo: number): Promise<StoredRequirement[]> {
    return this.unitOfWork.read<StoredRequirement>(context, OF_VERSION, [context.tenantId, profileVersionNo]);
  }

  async copy(context: TransactionContext, fromVersionNo: number, toVersionNo: number): Promise<void> {
    await this.unitOfWork.read(context, COPY, [context.tenantId, fromVersionNo, toVersionNo]);
  }

  /** Adds what is new and replaces what is there. */
  async put(
    context: TransactionContext,
    draftVersionNo: number,
    requirements: readonly StoredRequirement[],
  ): Promise<void> {
    await this.unitOfWork.read(context, PUT, [
      context.tenantId,
      draftVersionNo,
      JSON.stringify(requirements),
    ]);
  }

  /** Puts these in the place of all that the draft asks for. */
  async replace(
    context: TransactionContext,
    draftVersionNo: number,
    requirements: readonly StoredRequirement[],
  ): Promise<void> {
    await this.unitOfWork.read(context, CLEAR, [context.tenantId, draftVersionNo]);
    await this.put(context, draftVersionNo, requirements);
  }

  async remove(context: TransactionContext, draftVersionNo: number, ksaNo: number): Promise<void> {
    await this.unitOfWork.read(context, REMOVE, [context.tenantId, draftVersionNo, ksaNo]);
  }
}
