import { Injectable } from '@nestjs/common';
import { compileRoleProfile, type CompiledRoleProfile } from '#domain';
import type { RequestContext } from '#platform/context/request-context';
import { RolesService } from '#roles';
import { WorkforceService } from '#workforce';

/** The compiled role profile versions that members are held against, on the organisation's scale. */
export class GroupRoles extends Map<number, CompiledRoleProfile> {
  constructor(readonly maxLevel: number) {
    super();
  }

  /** A version that was added. */
  of(profileVersionNo: number): CompiledRoleProfile {
    const profile = this.get(profileVersionNo);
    if (profile === undefined) throw new Error(`Profile version ${profileVersionNo} was not read.`);
    return profile;
  }
}

@Injectable()
export class GroupRolesService {
  constructor(
    private readonly roles: RolesService,
    private readonly workforce: WorkforceService,
  ) {}

  async none(context: RequestContext): Promise<GroupRoles> {
    return new GroupRoles((await this.workforce.scale(context)).maxLevel);
  }

  /** Adds the versions that are missing; one after the other, for a transaction has one connection. */
  async add(context: RequestContext, roles: GroupRoles, profileVersionNos: Iterable<number>): Promise<void> {
    for (const profileVersionNo of profileVersionNos) {
      if (roles.has(profileVersionNo)) continue;
      const { requirements } = await this.roles.profileVersion(context, profileVersionNo);
      roles.set(profileVersionNo, compileRoleProfile(requirements, roles.maxLevel));
    }
  }
}
