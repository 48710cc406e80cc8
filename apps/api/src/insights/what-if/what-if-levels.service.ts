import { Injectable } from '@nestjs/common';
import { toScaleDto } from '#assessments';
import { instantAtEndOf } from '#domain';
import type { RequestContext } from '#platform/context/request-context';
import { RolesService } from '#roles';
import { WorkforceService } from '#workforce';
import { PolicyInForce } from '../policy-in-force.ts';
import type { WhatIfLevelsDto } from './dto/what-if-levels.dto.ts';
import { levelsOf } from './member-levels.ts';
import { ScopeMembersRepository } from './scope-members.repository.ts';
import { roleNotPublished } from './what-if.errors.ts';

/** Three bytes a worker and requirement: what a page may hold. */
const MOST_WORKERS = 10_000;

/** What a page needs to try other levels and weights by itself: everybody's attained levels, once. */
@Injectable()
export class WhatIfLevelsService {
  constructor(
    private readonly members: ScopeMembersRepository,
    private readonly policies: PolicyInForce,
    private readonly roles: RolesService,
    private readonly workforce: WorkforceService,
  ) {}

  async read(context: RequestContext, roleProfileId: string): Promise<WhatIfLevelsDto> {
    const version = await this.roles.publishedVersion(context, roleProfileId);
    if (version === null) throw roleNotPublished('?roleProfileId');
    const found = await this.members.members(context, { roleProfileId }, 0, MOST_WORKERS + 1);
    const complete = found.length <= MOST_WORKERS;
    const members = complete ? found : [];
    const policy = await this.policies.now(context);
    const scale = await this.workforce.scale(context);
    const asOf = context.now.toISOString().slice(0, 10);
    const ksaNos = version.requirements.map(({ ksaNo }) => ksaNo);
    const { byEvidence } = levelsOf(members, policy, ksaNos, instantAtEndOf(asOf));
    return {
      asOf,
      policy: { version: policy.version, name: policy.name },
      scale: toScaleDto(scale),
      roleProfile: { id: roleProfileId, name: version.name, version: version.version },
      requirements: version.requirements.map(
        ({ ksaCode, title, requiredLevel, weight, critical, evidence, evidenceChosen }) => ({
          ...{ ksaCode, title, requiredLevel, weight, critical, evidence, evidenceChosen },
        }),
      ),
      complete,
      workers: { id: members.map(({ id }) => id), name: members.map(({ name }) => name) },
      levels: {
        any: inBase64(byEvidence.any),
        observed: inBase64(byEvidence.observed),
        certified: inBase64(byEvidence.certified),
      },
    };
  }
}

function inBase64(levels: Int8Array): string {
  return Buffer.from(levels.buffer, levels.byteOffset, levels.byteLength).toString('base64');
}
