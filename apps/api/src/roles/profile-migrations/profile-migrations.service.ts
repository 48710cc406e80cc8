import { Injectable } from '@nestjs/common';
import {
  byOrigin,
  decideMigration,
  followSuccessions,
  type MigrationDecision,
  type MigrationStep,
  planMigration,
  type Succession,
} from '#domain';
import {
  FrameworksService,
  isOwnKsaNo,
  type Release,
  ReleaseContentService,
  type ReleaseIndex,
} from '#frameworks';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { UnitOfWork } from '#platform/database/unit-of-work';
import { WorkforceService } from '#workforce';
import { RequirementsRepository } from '../requirements.repository.ts';
import { RoleProfilesRepository } from '../role-profiles.repository.ts';
import { RoleProfilesService } from '../role-profiles.service.ts';
import type { RoleProfile, StoredRequirement } from '../roles.types.ts';
import type { ProfileMigrationsQuery } from './dto/profile-migration.dto.ts';
import type { MigrationPlan, StoredMigration, WayBack } from './profile-migration.types.ts';
import { changesNotPublished, nothingToUndo, noWayToRelease, upToDate } from './profile-migrations.errors.ts';
import { ProfileMigrationsRepository } from './profile-migrations.repository.ts';

/** A role profile on another release, as it was decided; nothing is written yet. */
export interface DecidedMigration extends MigrationPlan {
  readonly to: Release;
  /** In the order of the release. */
  readonly requirements: readonly StoredRequirement[];
}

interface NewMigration {
  readonly releaseId: string;
  readonly decisions: readonly MigrationDecision[];
  /** At once; else it becomes the draft. */
  readonly publish: boolean;
}

/** Role profiles follow their framework to its next release, and back. */
@Injectable()
export class ProfileMigrationsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: ProfileMigrationsRepository,
    private readonly rows: RoleProfilesRepository,
    private readonly requirements: RequirementsRepository,
    private readonly profiles: RoleProfilesService,
    private readonly frameworks: FrameworksService,
    private readonly contents: ReleaseContentService,
    private readonly workforce: WorkforceService,
  ) {}

  /** Which of the organisation's role profiles are on an older release than the current one. */
  async behind(
    context: RequestContext,
    query: ProfileMigrationsQuery,
  ): Promise<{ rows: readonly MigrationPlan[]; total: number }> {
    const releases = await this.frameworks.releases(context);
    const current = this.frameworks.currentOf(releases);
    if (current === undefined) return { rows: [], total: 0 };
    const older = releases.filter((release) => isBehind(release, current, releases));
    const onThem = older.map(({ id }) => id);
    const { ids, total } = await this.repository.behind(context, onThem, query);
    const rows: MigrationPlan[] = [];
    for (const id of ids) rows.push(await this.plan(context, id, null));
    return { rows, total };
  }

  /**
   * What moving the profile's current version, draft or published, to a release takes.
   *
   * @param releaseId null: the current release
   * @param pointer to where the release stands in what was sent
   */
  async plan(
    context: RequestContext,
    roleProfileId: string,
    releaseId: string | null,
    pointer = '?releaseId',
  ): Promise<MigrationPlan> {
    const profile = await this.profiles.one(context, roleProfileId);
    const releases = await this.frameworks.releases(context);
    const from = await this.frameworks.release(context, profile.releaseId);
    const to = this.target(from, releaseId, releases, pointer);
    if (to === null) return { profile, from, to, steps: [] };
    const stored = await this.requirements.ofVersion(context, profile.currentVersionNo);
    return { profile, from, to, steps: await this.steps(context, stored, from, to) };
  }

  /** What the profile would ask for; throws, naming the place, what cannot be decided so. */
  async decide(
    context: RequestContext,
    roleProfileId: string,
    releaseId: string,
    decisions: readonly MigrationDecision[],
  ): Promise<DecidedMigration> {
    const plan = await this.plan(context, roleProfileId, releaseId, '/releaseId');
    const { to, steps } = plan;
    if (to === null) throw upToDate();
    const stored = await this.requirements.ofVersion(context, plan.profile.currentVersionNo);
    return { ...plan, to, requirements: await this.decided(context, stored, to, steps, decisions) };
  }

  /** The latest migration, while the profile is still on the release that it was moved to: what can be undone. */
  async undoable(context: RequestContext, profile: RoleProfile): Promise<StoredMigration | null> {
    const last = await this.repository.last(context, profile.id);
    return last?.toReleaseId === profile.releaseId ? last : null;
  }

  /** What undoing it comes to, the changes made since then among it. */
  async wayBack(context: RequestContext, profile: RoleProfile): Promise<WayBack | null> {
    const migration = await this.undoable(context, profile);
    if (migration === null) return null;
    const to = await this.frameworks.release(context, migration.fromReleaseId);
    const from = await this.frameworks.release(context, migration.toReleaseId);
    const steps = await this.steps(context, migration.requirements, to, from);
    const made = await this.decided(context, migration.requirements, from, steps, migration.decisions);
    const standing = await this.requirements.ofVersion(context, profile.currentVersionNo);
    const isPublished = isPublishedSince(profile, migration);
    return { migration, to, isPublished, changedSince: countChanges(made, standing) };
  }

  /** @param version the one that the editor has seen */
  migrate(
    context: RequestContext,
    roleProfileId: string,
    version: number,
    { releaseId, decisions, publish }: NewMigration,
  ): Promise<RoleProfile> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      const profile = await this.profiles.lock(transaction, roleProfileId, version);
      if (publish && profile.draftVersionNo !== null) throw changesNotPublished();
      const decided = await this.decide(transaction, roleProfileId, releaseId, decisions);
      // A draft may ask for nothing yet.
      if (publish || decided.requirements.length > 0)
        await this.profiles.assertScorable(transaction, releaseId, decided.requirements);
      const former = await this.requirements.ofVersion(transaction, profile.currentVersionNo);
      const draftVersionNo = await this.profiles.ensureDraft(transaction, profile);
      await this.rows.moveDraft(transaction, draftVersionNo, releaseId);
      await this.requirements.replace(transaction, draftVersionNo, decided.requirements);
      const made = { profileVersionNo: draftVersionNo, toReleaseId: releaseId, decisions };
      await this.repository.insert(transaction, profile, former, made);
      const occupationIds = await this.occupationsOn(transaction, profile, decided);
      await this.rows.change(transaction, profile, { draftVersionNo, releaseId, occupationIds });
      if (publish) return this.profiles.publish(transaction, roleProfileId, version + 1);
      return this.profiles.one(transaction, roleProfileId);
    });
  }

  /**
   * Back to what there was before the profile was moved: a draft becomes again what it was, or goes; of what is
   * published since, the former requirements on the former release become a new published version. What was changed
   * since, published or not, goes.
   */
  undo(context: RequestContext, roleProfileId: string, version: number): Promise<RoleProfile> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      const profile = await this.profiles.lock(transaction, roleProfileId, version);
      const last = await this.undoable(transaction, profile);
      if (last === null) throw nothingToUndo();
      const isPublished = isPublishedSince(profile, last);
      const draftVersionNo =
        isPublished || last.wasDraft ? await this.profiles.ensureDraft(transaction, profile) : null;
      const { fromReleaseId: releaseId, occupationIds } = last;
      await this.rows.change(transaction, profile, { draftVersionNo, releaseId, occupationIds });
      if (draftVersionNo !== null) {
        await this.rows.moveDraft(transaction, draftVersionNo, releaseId);
        await this.requirements.replace(transaction, draftVersionNo, last.requirements);
      } else {
        await this.requirements.replace(transaction, last.profileVersionNo, []);
        await this.rows.removeDraft(transaction, last.profileVersionNo);
      }
      await this.repository.markUndone(transaction, last.id);
      if (isPublished) return this.profiles.publish(transaction, roleProfileId, version + 1);
      return this.profiles.one(transaction, roleProfileId);
    });
  }

  private async steps(
    context: RequestContext,
    stored: readonly StoredRequirement[],
    from: Release,
    to: Release,
  ): Promise<MigrationStep[]> {
    const { ksasByNo } = await this.frameworks.releaseIndex(context, from.id);
    return planMigration(
      stored
        .filter(isOfRelease)
        .map(({ ksaNo, ...asked }) => ({ ...asked, lineage: lineageOf(ksasByNo, ksaNo) })),
      await this.contents.content(context, from.id),
      await this.contents.content(context, to.id),
      await this.contents.between(context, from, to),
    );
  }

  /** In the order of the release. */
  private async decided(
    context: RequestContext,
    stored: readonly StoredRequirement[],
    to: Release,
    steps: readonly MigrationStep[],
    decisions: readonly MigrationDecision[],
  ): Promise<StoredRequirement[]> {
    const { maxLevel } = await this.workforce.scale(context);
    const { ksasByNo } = await this.frameworks.releaseIndex(context, to.id);
    const byLineage = new Map([...ksasByNo.values()].map((ksa) => [ksa.lineage, ksa]));
    const requirements = decideMigration(steps, decisions, maxLevel).map((asked): StoredRequirement => {
      const ksa = byLineage.get(asked.lineage);
      if (ksa === undefined)
        throw new Error(`Release ${to.id} has no number for its KSA ${asked.item.code}.`);
      const { requiredLevel, weight, critical, evidence, evidenceChosen } = asked;
      return {
        ...{ ksaNo: ksa.ksaNo, position: ksa.position, requiredLevel, weight },
        ...{ critical, evidence, evidenceChosen },
      };
    });
    requirements.push(...(await this.own(context, to, stored)));
    return requirements.sort((left, right) => left.position - right.position);
  }

  /** What is the organisation's own goes along as it is, to its place beside the other release. */
  private async own(
    context: RequestContext,
    to: Release,
    stored: readonly StoredRequirement[],
  ): Promise<readonly StoredRequirement[]> {
    const own = stored.filter((requirement) => !isOfRelease(requirement));
    const numbers = own.map(({ ksaNo }) => ksaNo);
    const ksas = await this.frameworks.ksasByNo(context, to.id, numbers);
    return own.map((requirement) => ({
      ...requirement,
      position: ksas.get(requirement.ksaNo)?.position ?? requirement.position,
    }));
  }

  private target(
    from: Release,
    releaseId: string | null,
    releases: readonly Release[],
    pointer: string,
  ): Release | null {
    if (releaseId === null) {
      const current = this.frameworks.currentOf(releases);
      return current !== undefined && isBehind(from, current, releases) ? current : null;
    }
    const to = releases.find(({ id }) => id === releaseId);
    if (to?.state !== 'published' || to.frameworkId !== from.frameworkId || to.id === from.id)
      throw noWayToRelease(pointer);
    return to;
  }

  /** The occupations that it was begun from, as the other release has them; what is retired for nothing is left out. */
  private async occupationsOn(
    context: TransactionContext,
    { occupationIds }: RoleProfile,
    { from, to }: DecidedMigration,
  ): Promise<string[]> {
    const before = await this.frameworks.releaseIndex(context, from.id);
    const after = await this.frameworks.releaseIndex(context, to.id);
    const idOf = new Map(after.occupations.map(({ lineage, id }) => [lineage, id]));
    const between = (await this.contents.between(context, from, to)).map(ofOccupations);
    const ids = occupationIds.flatMap((id) => {
      const lineage = before.occupationsById.get(id)?.lineage ?? id;
      const into = followSuccessions(lineage, between)?.into ?? [lineage];
      return into.flatMap((each) => idOf.get(each) ?? []);
    });
    return [...new Set(ids)];
  }
}

const isOfRelease = ({ ksaNo }: StoredRequirement): boolean => !isOwnKsaNo(ksaNo);

/** Versions are numbered in the order of their making. */
const isPublishedSince = ({ publishedVersionNo }: RoleProfile, { profileVersionNo }: StoredMigration) =>
  publishedVersionNo !== null && publishedVersionNo >= profileVersionNo;

function countChanges(before: readonly StoredRequirement[], after: readonly StoredRequirement[]): number {
  const asked = ({ requiredLevel, weight, critical, evidence }: StoredRequirement) =>
    [requiredLevel, weight, critical, evidence].join(' ');
  const was = new Map(before.map((each) => [each.ksaNo, asked(each)]));
  const is = new Map(after.map((each) => [each.ksaNo, asked(each)]));
  return [...new Set([...was.keys(), ...is.keys()])].filter((ksaNo) => was.get(ksaNo) !== is.get(ksaNo))
    .length;
}

/** Releases come newest first. */
function isBehind(release: Release, current: Release, releases: readonly Release[]): boolean {
  const placeOf = (one: Release) => releases.findIndex(({ id }) => id === one.id);
  return release.frameworkId === current.frameworkId && placeOf(release) > placeOf(current);
}

function lineageOf(ksasByNo: ReleaseIndex['ksasByNo'], ksaNo: number): string {
  const ksa = ksasByNo.get(ksaNo);
  if (ksa === undefined) throw new Error(`The release of a role profile has lost its KSA ${ksaNo}.`);
  return ksa.lineage;
}

const ofOccupations = (successions: readonly Succession[]) =>
  byOrigin(successions.filter(({ subject }) => subject === 'occupation'));
