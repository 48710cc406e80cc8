import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { FrameworksService, isOwnKsaNo } from '#frameworks';
import {
  isTransaction,
  type RequestContext,
  type TransactionContext,
} from '#platform/context/request-context';
import { WorkforceService } from '#workforce';
import type { RoleAssignmentsQuery } from './dto/role-assignment.dto.ts';
import { RequirementsRepository } from './requirements.repository.ts';
import { RoleAssignmentsRepository } from './role-assignments.repository.ts';
import { RoleProfilesRepository, type VersionHead } from './role-profiles.repository.ts';
import {
  alreadyAssigned,
  assignmentNotFound,
  profileVersionNotFound,
  roleProfileNotFound,
  roleProfileNotPublished,
} from './roles.errors.ts';
import type { ProfileRequirement, ProfileVersion, RoleAssignment } from './roles.types.ts';

/** Published versions held in memory; the least lately used go first. */
const MOST_VERSIONS = 2000;

/** What a role asks for, and who has it: what assessments and scores stand on. */
@Injectable()
export class RolesService {
  private readonly published = new Map<string, readonly ProfileRequirement[]>();

  constructor(
    private readonly profiles: RoleProfilesRepository,
    private readonly requirements: RequirementsRepository,
    private readonly assignments: RoleAssignmentsRepository,
    private readonly frameworks: FrameworksService,
    private readonly workforce: WorkforceService,
  ) {}

  async profileVersion(context: RequestContext, profileVersionNo: number): Promise<ProfileVersion> {
    const head = await this.profiles.version(context, profileVersionNo);
    if (head === undefined) throw profileVersionNotFound();
    return { ...head, requirements: await this.requirementsOf(context, head) };
  }

  /** Null before the profile is first published. */
  async publishedVersion(context: RequestContext, roleProfileId: string): Promise<ProfileVersion | null> {
    const profile = await this.profiles.byId(context, roleProfileId);
    if (profile === undefined) throw roleProfileNotFound();
    return profile.publishedVersionNo === null
      ? null
      : this.profileVersion(context, profile.publishedVersionNo);
  }

  listAssignments(
    context: RequestContext,
    query: RoleAssignmentsQuery,
  ): Promise<{ rows: RoleAssignment[]; total: number }> {
    return this.assignments.list(context, query);
  }

  assignmentsOf(context: RequestContext, workerNo: number): Promise<readonly RoleAssignment[]> {
    return this.assignments.ofWorker(context, workerNo);
  }

  assignmentsOfProfile(context: RequestContext, roleProfileId: string): Promise<readonly RoleAssignment[]> {
    return this.assignments.ofProfile(context, roleProfileId);
  }

  /** The published version of each role that the worker has. */
  async assignedVersionNos(context: RequestContext, workerNo: number): Promise<readonly number[]> {
    return (await this.assignmentsOf(context, workerNo)).map(({ publishedVersionNo }) => publishedVersionNo);
  }

  /** The version that the worker is held against now; null when the worker has not this role. */
  async assignedVersion(
    context: RequestContext,
    workerNo: number,
    roleProfileId: string,
  ): Promise<number | null> {
    const assignments = await this.assignmentsOf(context, workerNo);
    return (
      assignments.find((assignment) => assignment.roleProfileId === roleProfileId)?.publishedVersionNo ?? null
    );
  }

  async assign(
    context: TransactionContext,
    input: { workerId: string; roleProfileId: string },
  ): Promise<{ id: string; workerNo: number; profileVersionNo: number }> {
    const { workerNo } = await this.workforce.workerById(context, input.workerId);
    // Locked: a version published at this moment either is the one assigned, or finds this assignment to follow it.
    const profile = await this.profiles.lock(context, input.roleProfileId);
    if (profile === undefined) throw roleProfileNotFound();
    if (profile.publishedVersionNo === null) throw roleProfileNotPublished();
    const id = uuidv7();
    if (!(await this.assignments.insert(context, id, workerNo, profile.id))) throw alreadyAssigned();
    return { id, workerNo, profileVersionNo: profile.publishedVersionNo };
  }

  async unassign(
    context: TransactionContext,
    id: string,
  ): Promise<{ workerNo: number; roleProfileId: string }> {
    const removed = await this.assignments.remove(context, id);
    if (removed === undefined) throw assignmentNotFound();
    return removed;
  }

  private async requirementsOf(
    context: RequestContext,
    head: VersionHead,
  ): Promise<readonly ProfileRequirement[]> {
    const key = `${context.tenantId}/${head.profileVersionNo}`;
    const known = this.published.get(key);
    if (known !== undefined) {
      this.keep(key, known);
      return known;
    }
    const requirements = await this.readRequirements(context, head);
    // Inside a transaction "published" may yet be rolled back, and the same number filled differently.
    // What is an organisation's own may be worded otherwise at any time.
    const isFixed = head.state === 'published' && !requirements.some(({ ksaNo }) => isOwnKsaNo(ksaNo));
    if (isFixed && !isTransaction(context)) this.keep(key, requirements);
    return requirements;
  }

  private keep(key: string, requirements: readonly ProfileRequirement[]): void {
    this.published.delete(key);
    this.published.set(key, requirements);
    for (const oldest of this.published.keys()) {
      if (this.published.size <= MOST_VERSIONS) break;
      this.published.delete(oldest);
    }
  }

  private async readRequirements(
    context: RequestContext,
    head: VersionHead,
  ): Promise<readonly ProfileRequirement[]> {
    const stored = await this.requirements.ofVersion(context, head.profileVersionNo);
    const numbers = stored.map(({ ksaNo }) => ksaNo);
    const ksas = await this.frameworks.ksasByNo(context, head.releaseId, numbers);
    return stored.map((requirement) => {
      const ksa = ksas.get(requirement.ksaNo);
      if (ksa === undefined)
        throw new Error(`Release ${head.releaseId} has lost its KSA ${requirement.ksaNo}.`);
      const { id, code, title, definition, occupationCount } = ksa;
      return { ...requirement, ksaId: id, ksaCode: code, title, definition, occupationCount };
    });
  }
}
