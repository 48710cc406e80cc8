import { Injectable } from '@nestjs/common';
import {
  changedRequirements,
  minutesOfHours,
  type RatingPolicy,
  type Requirement,
  type RequirementChange,
  type TakenProgramme,
} from '#domain';
import { FrameworksService } from '#frameworks';
import { policyOf } from '#gaps';
import type { RequestContext } from '#platform/context/request-context';
import { type ProfileVersion, RolesService } from '#roles';
import { CatalogueService } from '#training';
import { PolicyInForce } from '../policy-in-force.ts';
import type { WhatIfDto } from './dto/what-if.dto.ts';
import { ScopeMembersRepository } from './scope-members.repository.ts';
import {
  ksaNotInRelease,
  programmeUnknown,
  roleNotPublished,
  roleUnnamed,
  workerUnknown,
} from './what-if.errors.ts';

/** What is tried, in the domain's terms. */
export interface PlannedChanges {
  readonly policy: { readonly before: RatingPolicy; readonly after: RatingPolicy };
  /** By profile version number: what it would ask for. */
  readonly requirements: ReadonlyMap<number, readonly Requirement[]>;
  /** Numbers of workers. */
  readonly leavers: ReadonlySet<number>;
  readonly programmes: readonly TakenProgramme[];
  readonly titles: ReadonlyMap<string, string>;
}

/** Reads what somebody would change: ids become what they stand for, or the place is named where one stands for nothing. */
@Injectable()
export class PlannedChangesService {
  constructor(
    private readonly policies: PolicyInForce,
    private readonly roles: RolesService,
    private readonly frameworks: FrameworksService,
    private readonly catalogues: CatalogueService,
    private readonly members: ScopeMembersRepository,
  ) {}

  async read(context: RequestContext, { scope, changes }: WhatIfDto): Promise<PlannedChanges> {
    const before = await this.policies.now(context);
    const after = changes.policy === undefined ? before : policyOf(changes.policy, before.version + 1);
    const ofScope = 'roleProfileId' in scope ? scope.roleProfileId : undefined;
    const { programmes, titles } = await this.programmes(context, changes.programmes);
    return {
      policy: { before, after },
      requirements: await this.requirements(context, changes.requirements, ofScope),
      leavers: new Set(await this.numbers(context, changes.leavers, '/changes/leavers')),
      ...{ programmes, titles },
    };
  }

  private async requirements(
    context: RequestContext,
    changes: WhatIfDto['changes']['requirements'],
    ofScope: string | undefined,
  ): Promise<ReadonlyMap<number, readonly Requirement[]>> {
    const versions = new Map<string, ProfileVersion>();
    const byRole = new Map<string, RequirementChange[]>();
    for (const [index, { roleProfileId = ofScope, ...change }] of changes.entries()) {
      const at = `/changes/requirements/${index}`;
      if (roleProfileId === undefined) throw roleUnnamed(`${at}/roleProfileId`);
      const version =
        versions.get(roleProfileId) ?? (await this.roles.publishedVersion(context, roleProfileId));
      if (version === null) throw roleNotPublished(`${at}/roleProfileId`);
      versions.set(roleProfileId, version);
      const ksas = await this.frameworks.ksasByCode(context, version.releaseId, [change.ksaCode]);
      const ksaNo = ksas.get(change.ksaCode)?.ksaNo;
      if (ksaNo === undefined) throw ksaNotInRelease(`${at}/ksaCode`, change.ksaCode);
      const others = byRole.get(roleProfileId);
      if (others === undefined) byRole.set(roleProfileId, [{ ...change, ksaNo }]);
      else others.push({ ...change, ksaNo });
    }
    return new Map(
      [...byRole].map(([roleProfileId, ofRole]) => {
        const { profileVersionNo, requirements } = versions.get(roleProfileId) as ProfileVersion;
        return [profileVersionNo, changedRequirements(requirements, ofRole)];
      }),
    );
  }

  private async programmes(
    context: RequestContext,
    taken: WhatIfDto['changes']['programmes'],
  ): Promise<Pick<PlannedChanges, 'programmes' | 'titles'>> {
    if (taken.length === 0) return { programmes: [], titles: new Map() };
    const { byId: catalogue } = await this.catalogues.of(context);
    const programmes: TakenProgramme[] = [];
    for (const [index, { programmeId, workerIds }] of taken.entries()) {
      const at = `/changes/programmes/${index}`;
      const stored = catalogue.get(programmeId);
      if (stored === undefined) throw programmeUnknown(`${at}/programmeId`);
      programmes.push({
        programme: { ...stored, minutes: minutesOfHours(String(stored.hours)) },
        workerNos:
          workerIds === undefined ? null : new Set(await this.numbers(context, workerIds, `${at}/workerIds`)),
      });
    }
    return { programmes, titles: new Map([...catalogue].map(([id, { title }]) => [id, title])) };
  }

  private async numbers(
    context: RequestContext,
    workerIds: readonly string[],
    at: string,
  ): Promise<number[]> {
    if (workerIds.length === 0) return [];
    const numbers = await this.members.numbers(context, workerIds);
    return workerIds.map((id, index) => {
      const workerNo = numbers.get(id);
      if (workerNo === undefined) throw workerUnknown(`${at}/${index}`);
      return workerNo;
    });
  }
}
