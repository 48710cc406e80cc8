import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { compileRoleProfile } from '#domain';
import { FrameworksService, releaseRetired } from '#frameworks';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { UnitOfWork } from '#platform/database/unit-of-work';
import { Jobs } from '#platform/jobs/jobs';
import { WorkforceService } from '#workforce';
import type { CreateRoleProfileDto, EditRoleProfileDto, RoleProfilesQuery } from './dto/role-profile.dto.ts';
import { roleProfilePublished } from './jobs/role-profile-published.job.ts';
import { assertRequiredLevel, defaultRequiredLevel, newRequirement } from './requirement-rules.ts';
import { RequirementsRepository } from './requirements.repository.ts';
import { RoleAssignmentsRepository } from './role-assignments.repository.ts';
import { RoleProfilesRepository } from './role-profiles.repository.ts';
import {
  nothingToPublish,
  occupationUnknown,
  roleProfileChanged,
  roleProfileEmpty,
  roleProfileNotFound,
} from './roles.errors.ts';
import type { RoleProfile, StoredRequirement } from './roles.types.ts';

@Injectable()
export class RoleProfilesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly profiles: RoleProfilesRepository,
    private readonly requirements: RequirementsRepository,
    private readonly assignments: RoleAssignmentsRepository,
    private readonly frameworks: FrameworksService,
    private readonly workforce: WorkforceService,
    private readonly jobs: Jobs,
  ) {}

  async list(
    context: RequestContext,
    query: RoleProfilesQuery,
  ): Promise<{ rows: RoleProfile[]; total: number }> {
    const { itemId } = query.filter;
    const ksaNos = itemId === undefined ? null : await this.frameworks.ksaNosIn(context, itemId);
    return this.profiles.list(context, query, ksaNos);
  }

  async one(context: RequestContext, id: string): Promise<RoleProfile> {
    const profile = await this.profiles.byId(context, id);
    if (profile === undefined) throw roleProfileNotFound();
    return profile;
  }

  /** Begun from occupations: every KSA that one of them selects becomes a requirement of the first draft. */
  async create(context: RequestContext, input: CreateRoleProfileDto): Promise<RoleProfile> {
    const { maxLevel } = await this.workforce.scale(context);
    assertRequiredLevel(input.defaultLevel, maxLevel, '/defaultLevel');
    const level = input.defaultLevel ?? defaultRequiredLevel(maxLevel);
    const occupationIds = [...new Set(input.occupationIds)];
    const release = await this.releaseOf(context, input.occupationIds);
    const ksas = await this.frameworks.occupationKsas(context, occupationIds);
    return this.unitOfWork.transaction(context, async (transaction) => {
      const profile = {
        id: uuidv7(),
        name: input.name,
        description: input.description,
        releaseId: release,
        occupationIds,
      };
      const draftVersionNo = await this.profiles.nextVersionNo(transaction);
      await this.profiles.insert(transaction, profile, draftVersionNo);
      await this.profiles.insertDraft(transaction, profile.id, draftVersionNo, 1, release);
      const requirements = ksas.map((ksa) => newRequirement(ksa, level));
      await this.requirements.put(transaction, draftVersionNo, requirements);
      return this.one(transaction, profile.id);
    });
  }

  /** The name and the description are the profile's, not a version's: they change at once. */
  edit(
    context: RequestContext,
    id: string,
    version: number,
    change: EditRoleProfileDto,
  ): Promise<RoleProfile> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      const profile = await this.lock(transaction, id, version);
      const { name = profile.name, description = profile.description } = change;
      await this.profiles.change(transaction, profile, { name, description });
      return this.one(transaction, id);
    });
  }

  publish(context: RequestContext, id: string, version: number): Promise<RoleProfile> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      const profile = await this.lock(transaction, id, version);
      const profileVersionNo = profile.draftVersionNo;
      if (profileVersionNo === null) throw nothingToPublish();
      const requirements = await this.requirements.ofVersion(transaction, profileVersionNo);
      if (requirements.length === 0) throw roleProfileEmpty();
      await this.assertScorable(transaction, profile.releaseId, requirements);
      await this.profiles.markPublished(transaction, profileVersionNo);
      const change = { publishedVersionNo: profileVersionNo, draftVersionNo: null };
      await this.profiles.change(transaction, profile, change);
      if ((await this.assignments.ofProfile(transaction, id)).length > 0) {
        const payload = { roleProfileId: id, profileVersionNo };
        await this.jobs.enqueue(transaction, roleProfilePublished, payload, String(profileVersionNo));
      }
      return this.one(transaction, id);
    });
  }

  /** By the rule that people are scored by: what it refuses would leave their scores as they were for ever. */
  async assertScorable(
    context: RequestContext,
    releaseId: string,
    requirements: readonly StoredRequirement[],
  ): Promise<void> {
    const { maxLevel } = await this.workforce.scale(context);
    const numbers = requirements.map(({ ksaNo }) => ksaNo);
    const ksas = await this.frameworks.ksasByNo(context, releaseId, numbers);
    const coded = requirements.map((each) => ({ ...each, ksaCode: ksas.get(each.ksaNo)?.code ?? '' }));
    compileRoleProfile(coded, maxLevel);
  }

  /** @param version the one that the editor has seen */
  async lock(context: TransactionContext, id: string, version: number): Promise<RoleProfile> {
    const profile = await this.profiles.lock(context, id);
    if (profile === undefined) throw roleProfileNotFound();
    if (profile.version !== version) throw roleProfileChanged();
    return profile;
  }

  /** Under the lock. A published version never changes: the first edit copies it. */
  async ensureDraft(context: TransactionContext, profile: RoleProfile): Promise<number> {
    if (profile.draftVersionNo !== null) return profile.draftVersionNo;
    const draftVersionNo = await this.profiles.nextVersionNo(context);
    const version = (profile.publishedVersion ?? 0) + 1;
    await this.profiles.insertDraft(context, profile.id, draftVersionNo, version, profile.releaseId);
    await this.requirements.copy(context, profile.currentVersionNo, draftVersionNo);
    return draftVersionNo;
  }

  /** One profile is of one release; without an occupation, of the current one. */
  private async releaseOf(context: RequestContext, occupationIds: readonly string[]): Promise<string> {
    const [first] = occupationIds;
    if (first === undefined) return (await this.frameworks.currentRelease(context)).id;
    const index = await this.frameworks.releaseHolding(context, first);
    if (index === undefined) throw occupationUnknown('/occupationIds/0');
    occupationIds.forEach((id, place) => {
      if (!index.occupationsById.has(id)) throw occupationUnknown(`/occupationIds/${place}`);
    });
    const { id: releaseId, label, state } = index.release;
    if (state === 'retired') throw releaseRetired(label, '/occupationIds');
    return releaseId;
  }
}
