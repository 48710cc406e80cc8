import { Injectable } from '@nestjs/common';
import { FrameworksService } from '#frameworks';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { UnitOfWork } from '#platform/database/unit-of-work';
import { WorkforceService } from '#workforce';
import type {
  CreateRequirementDto,
  EditRequirementDto,
  EditRequirementsDto,
  IdentifiedRequirement,
  RequirementsQuery,
} from './dto/requirement.dto.ts';
import { assertRequiredLevel, changed, defaultRequiredLevel, newRequirement } from './requirement-rules.ts';
import { RequirementsRepository } from './requirements.repository.ts';
import { RoleProfilesRepository } from './role-profiles.repository.ts';
import { RoleProfilesService } from './role-profiles.service.ts';
import { ksaNotInRelease, requirementExists, requirementNotFound } from './roles.errors.ts';
import { RolesService } from './roles.service.ts';
import type { RoleProfile, StoredRequirement } from './roles.types.ts';
import { inOrder } from './sort-requirements.ts';

/** What an edit answers: the requirements as they are now, and the profile's new version. */
export interface EditedRequirements {
  readonly requirements: readonly [IdentifiedRequirement, ...IdentifiedRequirement[]];
  readonly profile: RoleProfile;
}

/** The requirements of a profile's draft or, without one, of its published version. */
@Injectable()
export class RequirementsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: RequirementsRepository,
    private readonly profilesRepository: RoleProfilesRepository,
    private readonly profiles: RoleProfilesService,
    private readonly roles: RolesService,
    private readonly frameworks: FrameworksService,
    private readonly workforce: WorkforceService,
  ) {}

  async list(
    context: RequestContext,
    query: RequirementsQuery,
  ): Promise<{ requirements: readonly IdentifiedRequirement[]; profile: RoleProfile; total: number }> {
    const profile = await this.profiles.one(context, query.filter.roleProfileId);
    const requirements = inOrder(await this.ofProfile(context, profile), query.sort);
    const page = requirements.slice(query.offset, query.offset + query.limit);
    return { requirements: page, profile, total: requirements.length };
  }

  async one(context: RequestContext, id: string): Promise<EditedRequirements> {
    const { roleProfileId, ksaNo } = await this.locate(context, id);
    const profile = await this.profiles.one(context, roleProfileId);
    return { requirements: await this.pick(context, profile, [ksaNo]), profile };
  }

  add(context: RequestContext, version: number, input: CreateRequirementDto): Promise<EditedRequirements> {
    return this.editing(context, input.roleProfileId, version, async (transaction, profile, stored) => {
      const ksas = await this.frameworks.ksasByCode(transaction, profile.releaseId, [input.ksaCode]);
      const ksa = ksas.get(input.ksaCode);
      if (ksa === undefined) throw ksaNotInRelease('/ksaCode', input.ksaCode);
      if (stored.has(ksa.ksaNo)) throw requirementExists(input.ksaCode);
      const { maxLevel } = await this.workforce.scale(transaction);
      assertRequiredLevel(input.requiredLevel, maxLevel, '/requiredLevel');
      return [changed(newRequirement(ksa, defaultRequiredLevel(maxLevel)), input)];
    });
  }

  async edit(
    context: RequestContext,
    id: string,
    version: number,
    change: EditRequirementDto,
  ): Promise<EditedRequirements> {
    const { roleProfileId, ksaNo } = await this.locate(context, id);
    return this.editing(context, roleProfileId, version, async (transaction, _profile, stored) => {
      const requirement = stored.get(ksaNo);
      if (requirement === undefined) throw requirementNotFound();
      const { maxLevel } = await this.workforce.scale(transaction);
      assertRequiredLevel(change.requiredLevel, maxLevel, '/requiredLevel');
      return [changed(requirement, change)];
    });
  }

  /** Several at once, all or none. */
  editMany(
    context: RequestContext,
    roleProfileId: string,
    version: number,
    input: EditRequirementsDto,
  ): Promise<EditedRequirements> {
    return this.editing(context, roleProfileId, version, async (transaction, profile, stored) => {
      const codes = input.requirements.map(({ ksaCode }) => ksaCode);
      const ksasByCode = await this.frameworks.ksasByCode(transaction, profile.releaseId, codes);
      const { maxLevel } = await this.workforce.scale(transaction);
      const edited = new Map<number, StoredRequirement>();
      input.requirements.forEach((change, place) => {
        const ksaNo = ksasByCode.get(change.ksaCode)?.ksaNo;
        const requirement = ksaNo === undefined ? undefined : (edited.get(ksaNo) ?? stored.get(ksaNo));
        if (requirement === undefined)
          throw ksaNotInRelease(`/requirements/${place}/ksaCode`, change.ksaCode);
        assertRequiredLevel(change.requiredLevel, maxLevel, `/requirements/${place}/requiredLevel`);
        edited.set(requirement.ksaNo, changed(requirement, change));
      });
      return [...edited.values()];
    });
  }

  async remove(context: RequestContext, id: string, version: number): Promise<RoleProfile> {
    const { roleProfileId, ksaNo } = await this.locate(context, id);
    return this.unitOfWork.transaction(context, async (transaction) => {
      const profile = await this.profiles.lock(transaction, roleProfileId, version);
      const draftVersionNo = await this.profiles.ensureDraft(transaction, profile);
      if (!(await this.storedByNo(transaction, draftVersionNo)).has(ksaNo)) throw requirementNotFound();
      await this.repository.remove(transaction, draftVersionNo, ksaNo);
      await this.profilesRepository.change(transaction, profile, { draftVersionNo });
      return this.profiles.one(transaction, roleProfileId);
    });
  }

  private editing(
    context: RequestContext,
    roleProfileId: string,
    version: number,
    decide: (
      transaction: TransactionContext,
      profile: RoleProfile,
      stored: ReadonlyMap<number, StoredRequirement>,
    ) => Promise<readonly StoredRequirement[]>,
  ): Promise<EditedRequirements> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      const profile = await this.profiles.lock(transaction, roleProfileId, version);
      const draftVersionNo = await this.profiles.ensureDraft(transaction, profile);
      const edited = await decide(transaction, profile, await this.storedByNo(transaction, draftVersionNo));
      await this.repository.put(transaction, draftVersionNo, edited);
      await this.profilesRepository.change(transaction, profile, { draftVersionNo });
      const now = await this.profiles.one(transaction, roleProfileId);
      const numbers = edited.map(({ ksaNo }) => ksaNo);
      return { requirements: await this.pick(transaction, now, numbers), profile: now };
    });
  }

  /** An id names a version; the version before the draft is still a good name for what the draft holds of it. */
  private async locate(
    context: RequestContext,
    id: string,
  ): Promise<{ roleProfileId: string; ksaNo: number }> {
    const [versionNo, ksaNo] = id.split('.').map(Number) as [number, number];
    const version = await this.profilesRepository.version(context, versionNo);
    if (version === undefined) throw requirementNotFound();
    const { publishedVersionNo, draftVersionNo } = await this.profiles.one(context, version.roleProfileId);
    if (versionNo !== publishedVersionNo && versionNo !== draftVersionNo) throw requirementNotFound();
    return { roleProfileId: version.roleProfileId, ksaNo };
  }

  private async storedByNo(
    context: RequestContext,
    versionNo: number,
  ): Promise<ReadonlyMap<number, StoredRequirement>> {
    const stored = await this.repository.ofVersion(context, versionNo);
    return new Map(stored.map((requirement) => [requirement.ksaNo, requirement]));
  }

  private async pick(
    context: RequestContext,
    profile: RoleProfile,
    ksaNos: readonly number[],
  ): Promise<EditedRequirements['requirements']> {
    const wanted = new Set(ksaNos);
    const requirements = await this.ofProfile(context, profile);
    const [first, ...others] = requirements.filter(({ requirement }) => wanted.has(requirement.ksaNo));
    if (first === undefined) throw requirementNotFound();
    return [first, ...others];
  }

  private async ofProfile(context: RequestContext, profile: RoleProfile): Promise<IdentifiedRequirement[]> {
    const profileVersionNo = profile.currentVersionNo;
    const { requirements } = await this.roles.profileVersion(context, profileVersionNo);
    return requirements.map((requirement) => ({ roleProfileId: profile.id, profileVersionNo, requirement }));
  }
}
