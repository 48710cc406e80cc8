import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import {
  compileRoleProfile,
  type EvidencedLevels,
  instantAtEndOf,
  type ProfileTotals,
  slotOf,
  unknownLevel,
  WhatIf,
} from '#domain';
import { FrameworksService } from '#frameworks';
import type { RequestContext } from '#platform/context/request-context';
import { UnitOfWork } from '#platform/database/unit-of-work';
import { type MigrationDecisionsDto, ProfileMigrationsService, RolesService } from '#roles';
import { WorkforceService } from '#workforce';
import { toReadinessSums } from '../groups/dto/group-readiness.dto.ts';
import { PolicyInForce } from '../policy-in-force.ts';
import { levelsOf } from '../what-if/member-levels.ts';
import { ScopeMembersRepository } from '../what-if/scope-members.repository.ts';
import type { MigrationPreviewDto } from './dto/migration-preview.dto.ts';

/** As a what-if of a role does. */
const PIECE = 1000;

/**
 * What becomes of the readiness of those who have a role once its profile has moved to another release: everybody scored
 * twice from live ratings, in a transaction that cannot write.
 */
@Injectable()
export class MigrationPreviewService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly migrations: ProfileMigrationsService,
    private readonly roles: RolesService,
    private readonly frameworks: FrameworksService,
    private readonly workforce: WorkforceService,
    private readonly policies: PolicyInForce,
    private readonly members: ScopeMembersRepository,
  ) {}

  preview(
    context: RequestContext,
    roleProfileId: string,
    { releaseId, decisions }: MigrationDecisionsDto,
  ): Promise<MigrationPreviewDto> {
    // Nothing is carried out, so nothing need be said to have been carried out under an Idempotency-Key.
    const { idempotency: _, ...plain } = context;
    return this.unitOfWork.transaction(plain, async (transaction) => {
      await this.members.readOnly(transaction);
      const decided = await this.migrations.decide(transaction, roleProfileId, releaseId, decisions);
      const version = await this.roles.publishedVersion(transaction, roleProfileId);
      const { maxLevel } = await this.workforce.scale(transaction);
      const numbers = decided.requirements.map(({ ksaNo }) => ksaNo);
      const ksas = await this.frameworks.ksasByNo(transaction, releaseId, numbers);
      const requirements = decided.requirements.map((requirement) => {
        const { code = '', title = '' } = ksas.get(requirement.ksaNo) ?? {};
        return { ...requirement, ksaCode: code, title };
      });
      const asked = version?.requirements ?? [];
      const askedNos = new Set(asked.map(({ ksaNo }) => ksaNo));
      const fresh = numbers.filter((ksaNo) => !askedNos.has(ksaNo));
      const after = compileRoleProfile(requirements, maxLevel);
      const before = version === null ? after : compileRoleProfile(asked, maxLevel);
      const versionNo = version?.profileVersionNo ?? 0;
      const whatIf = new WhatIf(maxLevel, new Map([[versionNo, { before, after }]]), 0);
      const asOf = context.now.toISOString().slice(0, 10);
      const ksaNos = [...new Set([...askedNos, ...numbers])];
      const { members, newlyUnknown } = await this.tryAll(transaction, {
        ...{ roleProfileId, whatIf, ksaNos, fresh, asOf },
      });
      const answer = whatIf.answer();
      return {
        asOf,
        before: { members, ...toReadiness(answer.before.profiles) },
        after: { members, ...toReadiness(answer.after.profiles) },
        newlyUnknown,
        requirements: requirements.map(
          ({ ksaNo, ksaCode, title, requiredLevel, weight, critical, evidence }) => ({
            ...{ ksaCode, title, requiredLevel, weight, critical, evidence },
            isNew: !askedNos.has(ksaNo),
          }),
        ),
      };
    });
  }

  private async tryAll(
    context: RequestContext,
    { roleProfileId, whatIf, ksaNos, fresh, asOf }: Trial,
  ): Promise<{ members: number; newlyUnknown: number }> {
    const policy = await this.policies.now(context);
    let members = 0;
    let newlyUnknown = 0;
    for (let last = 0; ;) {
      const piece = await this.members.members(context, { roleProfileId }, last, PIECE);
      const levels = levelsOf(piece, policy, ksaNos, instantAtEndOf(asOf));
      const workers = piece.map(({ workerNo, profileVersionNos }) => ({
        ...{ workerNo, profileVersionNos, leaves: false },
      }));
      whatIf.add({ workers, before: levels, after: levels });
      members += piece.length;
      newlyUnknown += piece.filter((_, worker) => isUnknown(levels, worker, fresh)).length;
      const end = piece.at(-1);
      if (end === undefined || piece.length < PIECE) return { members, newlyUnknown };
      last = end.workerNo;
      await setImmediate();
    }
  }
}

interface Trial {
  readonly roleProfileId: string;
  readonly whatIf: WhatIf;
  readonly ksaNos: readonly number[];
  /** Not asked for before. */
  readonly fresh: readonly number[];
  readonly asOf: string;
}

/** Whether nothing is known of the worker in one of these KSAs. */
function isUnknown(levels: EvidencedLevels, worker: number, ksaNos: readonly number[]): boolean {
  const { any } = levels.byEvidence;
  return ksaNos.some((ksaNo) => any[worker * levels.slotCount + slotOf(levels, ksaNo)] === unknownLevel);
}

function toReadiness(profiles: readonly ProfileTotals[]) {
  const { sums, lowTenths, highTenths } = toReadinessSums(profiles);
  return { ...sums, lowTenths, highTenths };
}
