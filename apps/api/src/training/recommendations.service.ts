import { Injectable } from '@nestjs/common';
import { toScaleDto } from '#assessments';
import {
  commonMultipleOfLevels,
  type CompiledRoleProfile,
  compileRoleProfile,
  minutesOfHours,
  percentDown,
  type RecommendationInput,
  recommendTraining,
  type RemainingGap,
} from '#domain';
import {
  type CurrentScore,
  GapsService,
  GapViewsService,
  PoliciesService,
  requirementOf,
  type StoredScore,
} from '#gaps';
import type { RequestContext } from '#platform/context/request-context';
import { UnitOfWork } from '#platform/database/unit-of-work';
import { Events } from '#platform/events/events';
import { RolesService } from '#roles';
import { WorkforceService } from '#workforce';
import { toProgrammeHead } from './dto/programme.dto.ts';
import type { RecommendationDto, RecommendationQuery } from './dto/recommendation.dto.ts';
import { type Catalogue, CatalogueService } from './programmes/catalogue.service.ts';
import { DEFAULT_BUDGET_HOURS, type StoredRecommendation } from './recommendation.types.ts';
import { RecommendationsRepository } from './recommendations.repository.ts';

@Injectable()
export class RecommendationsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: RecommendationsRepository,
    private readonly catalogues: CatalogueService,
    private readonly gaps: GapsService,
    private readonly views: GapViewsService,
    private readonly policies: PoliciesService,
    private readonly roles: RolesService,
    private readonly workforce: WorkforceService,
    private readonly events: Events,
  ) {}

  /** Follows a score. Done again it changes nothing. True when a recommendation was stored. */
  async recommend(
    context: RequestContext,
    pair: { workerNo: number; profileVersionNo: number },
  ): Promise<boolean> {
    const catalogue = await this.catalogues.of(context);
    return this.unitOfWork.transaction(context, async (transaction) => {
      const score = await this.gaps.score(transaction, pair.workerNo, pair.profileVersionNo);
      if (score === undefined) return false;
      const recommendation = await this.compute(transaction, score, catalogue, {});
      const stored = await this.repository.store(transaction, recommendation);
      const { id: workerId } = await this.workforce.workerByNo(transaction, pair.workerNo);
      const { roleProfileId } = await this.roles.profileVersion(transaction, pair.profileVersionNo);
      await this.events.publish(transaction, { type: 'recommendation-computed', workerId, roleProfileId });
      return stored;
    });
  }

  /**
   * The stored one where it is of the score that stands now; else, and for another budget or for unknowns as zero, one
   * computed at once: a rescoring of everybody is not followed by as many jobs as there are workers.
   */
  async one(
    context: RequestContext,
    workerId: string,
    roleProfileId: string,
    wish: RecommendationQuery,
  ): Promise<RecommendationDto> {
    const score = await this.views.current(context, 'training.read', workerId, roleProfileId);
    const catalogue = await this.catalogues.of(context);
    const isUsual = Object.values(wish).every((each) => each === undefined);
    const stored = isUsual
      ? await this.repository.ofVersion(context, score.workerNo, score.profileVersionNo)
      : undefined;
    const recommendation =
      stored !== undefined && sameInputs(score, stored)
        ? stored
        : await this.compute(context, score, catalogue, wish);
    return this.inWords(context, score, recommendation, catalogue, wish);
  }

  private async compute(
    context: RequestContext,
    score: StoredScore,
    catalogue: Catalogue,
    { budgetHours = DEFAULT_BUDGET_HOURS, budgetCents, unknowns }: RecommendationQuery,
  ): Promise<StoredRecommendation> {
    const { workerNo, profileVersionNo, inputVersion, policyVersion, asOf } = score;
    const { requirements } = await this.roles.profileVersion(context, profileVersionNo);
    const { maxLevel } = await this.workforce.scale(context);
    const result = recommendTraining({
      profile: compileRoleProfile(requirements, maxLevel),
      attained: await this.gaps.attainedLevels(context, score),
      catalogue: catalogue.compiled,
      budget: { minutes: minutesOfHours(String(budgetHours)), costCents: budgetCents ?? null },
      ...(unknowns && { unknowns }),
    });
    const { algorithm, denominator, gained, bound, optimal, steps, uncovered, assessFirst } = result;
    return {
      ...{
        workerNo,
        profileVersionNo,
        inputVersion,
        policyVersion,
        asOf,
        budgetHours,
        computedAt: context.now,
      },
      ...{ algorithm, denominator, gained, bound, optimal, steps, uncovered, assessFirst },
    };
  }

  private async inWords(
    context: RequestContext,
    score: CurrentScore,
    recommendation: StoredRecommendation,
    catalogue: Catalogue,
    { budgetCents, unknowns }: RecommendationQuery,
  ): Promise<RecommendationDto> {
    const version = await this.roles.profileVersion(context, score.profileVersionNo);
    const scale = await this.workforce.scale(context);
    const worker = await this.workforce.workerByNo(context, score.workerNo);
    const policy = await this.policies.byVersion(context, recommendation.policyVersion);
    const asked = requirementOf(version);
    const words = (ksaNo: number) => ({ ksaCode: asked(ksaNo).ksaCode, title: asked(ksaNo).title });
    const attained = await this.gaps.attainedLevels(context, score);
    const profile = compileRoleProfile(version.requirements, scale.maxLevel);
    const remaining = remainingGaps(profile, attained, unknowns, recommendation);
    const { gained, bound } = recommendation;
    let readiness = score.low;
    let minutes = 0;
    let costCents = 0;
    const steps = recommendation.steps.map((step) => {
      readiness += step.gained;
      minutes += step.minutes;
      costCents += step.costCents ?? 0;
      const programme = catalogue.byId.get(step.programmeId);
      if (programme === undefined) throw new Error(`Programme ${step.programmeId} is recommended and gone.`);
      return {
        programme: toProgrammeHead(programme),
        closes: step.closes.map(({ ksaNo, from, to, requiredLevel, gained: points }) => ({
          ...words(ksaNo),
          ...{ from, to, requiredLevel, gained: points },
        })),
        ...{ gained: step.gained, remaining: step.remaining, readiness, hours: minutes / 60 },
      };
    });
    return {
      id: `${worker.id}.${version.roleProfileId}`,
      worker: { id: worker.id, name: worker.name },
      roleProfile: { id: version.roleProfileId, name: version.name, version: version.version },
      scale: toScaleDto(scale),
      algorithm: recommendation.algorithm,
      policy: { version: policy.version, name: policy.name },
      asOf: recommendation.asOf,
      computedAt: recommendation.computedAt.toISOString(),
      inputVersion: recommendation.inputVersion,
      stale: score.stale,
      budgetHours: recommendation.budgetHours,
      budgetCents: budgetCents ?? null,
      hours: minutes / 60,
      ...{
        costCents,
        denominator: recommendation.denominator,
        low: score.low,
        high: score.high,
        gained,
        bound,
      },
      closesAtLeastPercent: bound === 0 ? 100 : Number(percentDown(gained, bound)),
      optimal: recommendation.optimal,
      steps,
      remainingGaps: remaining.map(({ ksaNo, level, requiredLevel, shortfall }) => ({
        ...words(ksaNo),
        ...{ level, requiredLevel, shortfall },
      })),
      uncovered: recommendation.uncovered.map(words),
      assessFirst: recommendation.assessFirst.map((ksaNo) => ({
        ...words(ksaNo),
        share: asked(ksaNo).weight * commonMultipleOfLevels(scale.maxLevel),
      })),
    };
  }
}

function sameInputs(score: StoredScore, recommendation: StoredRecommendation): boolean {
  return (
    score.inputVersion === recommendation.inputVersion &&
    score.policyVersion === recommendation.policyVersion &&
    score.asOf === recommendation.asOf
  );
}

/** What stays short once every step is taken: a stored recommendation says what closes, the score what was short. */
function remainingGaps(
  { requirements, worthOfLevel }: CompiledRoleProfile,
  attained: ReadonlyMap<number, number>,
  unknowns: RecommendationInput['unknowns'],
  { steps }: StoredRecommendation,
): RemainingGap[] {
  const raised = new Map(steps.flatMap(({ closes }) => closes.map(({ ksaNo, to }) => [ksaNo, to] as const)));
  return requirements.flatMap(({ ksaNo, ksaCode, requiredLevel }, slot) => {
    const known = attained.get(ksaNo) ?? -1;
    if (known < 0 && unknowns !== 'as-zero') return [];
    const level = Math.max(0, known, raised.get(ksaNo) ?? 0);
    const shortfall = Math.max(0, requiredLevel - level) * (worthOfLevel[slot] as number);
    return shortfall === 0 ? [] : [{ ksaNo, ksaCode, level, requiredLevel, shortfall }];
  });
}
