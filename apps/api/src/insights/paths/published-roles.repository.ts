import { Injectable } from '@nestjs/common';
import type { Evidence } from '#domain';
import type { RequestContext } from '#platform/context/request-context';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';

// Every role profile of an organisation with what it asks for, in one statement; it writes nothing.
const ALL: Statement = {
  name: 'published_roles',
  text: `
    select p.id, p.name, v.version, (
      select json_agg(json_build_object('ksaNo', r.ksa_no, 'requiredLevel', r.required_level, 'weight', r.weight,
                                        'critical', r.critical, 'evidence', r.evidence) order by r.position)
      from requirement r where r.tenant_id = $1 and r.profile_version_no = v.profile_version_no) as requirements
    from role_profile p
    join role_profile_version v on v.tenant_id = $1 and v.profile_version_no = p.published_version_no
    where p.tenant_id = $1 order by lower(p.name), p.id`,
};

export interface PublishedRole {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  /** In code order. */
  readonly requirements: readonly {
    readonly ksaNo: number;
    readonly requiredLevel: number;
    readonly weight: number;
    readonly critical: boolean;
    readonly evidence: Evidence;
  }[];
}

@Injectable()
export class PublishedRolesRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** By name. */
  all(context: RequestContext): Promise<PublishedRole[]> {
    return this.unitOfWork.read<PublishedRole>(context, ALL, [context.tenantId]);
  }
}
