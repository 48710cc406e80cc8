import { compileRoleProfile, type Requirement, type RoleBeforeAndAfter } from '#domain';
import type { RequestContext } from '#platform/context/request-context';
import type { ProfileVersion, RolesService } from '#roles';

/** The role profile versions that members have, as they are and as they would be; read when first met. */
export class WhatIfRoles {
  readonly beforeAndAfter = new Map<number, RoleBeforeAndAfter>();
  readonly versions = new Map<number, ProfileVersion>();

  constructor(
    private readonly roles: RolesService,
    private readonly maxLevel: number,
    private readonly changed: ReadonlyMap<number, readonly Requirement[]>,
  ) {}

  async meet(context: RequestContext, profileVersionNos: Iterable<number>): Promise<void> {
    for (const profileVersionNo of profileVersionNos) {
      if (this.versions.has(profileVersionNo)) continue;
      const version = await this.roles.profileVersion(context, profileVersionNo);
      const before = compileRoleProfile(version.requirements, this.maxLevel);
      const requirements = this.changed.get(profileVersionNo);
      const after = requirements === undefined ? before : compileRoleProfile(requirements, this.maxLevel);
      this.versions.set(profileVersionNo, version);
      this.beforeAndAfter.set(profileVersionNo, { before, after });
    }
  }

  /** What some of them ask for, before or after. */
  ksaNos(profileVersionNos: ReadonlySet<number>): number[] {
    const asked = [...profileVersionNos].flatMap((profileVersionNo) => {
      const { before, after } = this.beforeAndAfter.get(profileVersionNo) as RoleBeforeAndAfter;
      return [...before.requirements, ...after.requirements].map(({ ksaNo }) => ksaNo);
    });
    return [...new Set(asked)];
  }

  nameOf(profileVersionNo: number): { id: string; name: string; version: number } {
    const { roleProfileId, name, version } = this.versions.get(profileVersionNo) as ProfileVersion;
    return { id: roleProfileId, name, version };
  }
}
