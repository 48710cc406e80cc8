import { Injectable } from '@nestjs/common';
import { type LoggedRating, ownWorkerNo, RatingsService, toScaleDto } from '#assessments';
import {
  calibration,
  compileRoleProfile,
  gapView,
  instantAtEndOf,
  type Permission,
  type Rating,
  type RatingPolicy,
  type RequirementView,
} from '#domain';
import { FrameworksService } from '#frameworks';
import type { RequestContext } from '#platform/context/request-context';
import { type ProfileRequirement, type ProfileVersion, RolesService } from '#roles';
import { WorkforceService } from '#workforce';
import { gapScoreId, type GapScoresQuery } from '../dto/gap-score.dto.ts';
import type { GapViewDto } from '../dto/gap-view.dto.ts';
import { gapScoreNotFound, notScoredYet } from '../gaps.errors.ts';
import { liveRatings } from '../live-ratings.ts';
import { PoliciesService } from '../policies/policies.service.ts';
import type { CurrentScore, ScoreSummary } from '../score.types.ts';
import { requirementOf } from '../requirement-of.ts';
import { ScoresRepository } from '../scores.repository.ts';

@Injectable()
export class GapViewsService {
  constructor(
    private readonly scores: ScoresRepository,
    private readonly policies: PoliciesService,
    private readonly ratings: RatingsService,
    private readonly roles: RolesService,
    private readonly workforce: WorkforceService,
    private readonly frameworks: FrameworksService,
  ) {}

  list(context: RequestContext, query: GapScoresQuery): Promise<{ rows: ScoreSummary[]; total: number }> {
    return this.scores.list(context, query, ownWorkerNo(context, 'gap-scores.read'));
  }

  /** The newest score of an assigned role profile, as whoever asks may see it. */
  async current(
    context: RequestContext,
    permission: Permission,
    workerId: string,
    roleProfileId: string,
  ): Promise<CurrentScore> {
    const own = ownWorkerNo(context, permission);
    const score = await this.scores.current(context, workerId, roleProfileId, own);
    if (score === undefined) throw gapScoreNotFound();
    if (score === null) throw notScoredYet();
    return score;
  }

  /** Made from the stored row, the ratings that it used and the profile version: nothing of it is stored twice. */
  async one(context: RequestContext, workerId: string, roleProfileId: string): Promise<GapViewDto> {
    const score = await this.current(context, 'gap-scores.read', workerId, roleProfileId);
    const [worker, version, scale, policy, release, used, live] = await Promise.all([
      this.workforce.workerByNo(context, score.workerNo),
      this.roles.profileVersion(context, score.profileVersionNo),
      this.workforce.scale(context),
      this.policies.byVersion(context, score.policyVersion),
      this.frameworks.release(context, score.releaseId),
      this.ratings.bySeq(
        context,
        score.workerNo,
        score.used.filter((seq) => seq > 0),
      ),
      this.ratings.packed(context, score.workerNo),
    ]);
    const view = gapView(compileRoleProfile(version.requirements, scale.maxLevel), score);
    const asked = requirementOf(version);
    const ratings = new Map(used.map((rating) => [rating.seq, rating]));
    return {
      id: gapScoreId(workerId, roleProfileId),
      worker: { id: workerId, name: worker.name },
      roleProfile: { id: roleProfileId, name: version.name, version: version.version },
      release: { id: release.id, label: release.label, framework: release.framework },
      scale: toScaleDto(scale),
      algorithm: score.algorithm,
      policy: { version: policy.version, name: policy.name, kind: policy.kind },
      asOf: score.asOf,
      computedAt: score.computedAt.toISOString(),
      inputVersion: score.inputVersion,
      stale: score.stale,
      denominator: view.denominator,
      low: view.low,
      high: view.high,
      coverage: view.coverage,
      qualified: {
        answer: view.qualified.answer,
        reasons: view.qualified.reasons.map(({ ksaNo, ...reason }) => ({
          ...reason,
          title: asked(ksaNo).title,
        })),
      },
      nextBestQuestion: view.nextBestQuestion && {
        ksaCode: view.nextBestQuestion.ksaCode,
        title: asked(view.nextBestQuestion.ksaNo).title,
        share: view.nextBestQuestion.share,
      },
      calibration: calibrationDto(liveRatings(live.packed), score, policy, version),
      requirements: view.requirements.map((requirement) =>
        requirementDto(requirement, asked(requirement.ksaNo), ratings.get(requirement.usedSeq ?? 0) ?? null),
      ),
    };
  }
}

/** Of the KSAs that the role asks for, by the inputs that the score had: what came since is in the next one. */
function calibrationDto(
  live: readonly Rating[],
  { inputVersion, asOf }: CurrentScore,
  policy: RatingPolicy,
  version: ProfileVersion,
): GapViewDto['calibration'] {
  const numbers = new Set(version.requirements.map(({ ksaNo }) => ksaNo));
  const counted = live.filter(({ seq, ksaNo }) => seq <= inputVersion && numbers.has(ksaNo));
  const { mean, items } = calibration(policy, counted, instantAtEndOf(asOf));
  const asked = requirementOf(version);
  return {
    mean,
    items: items.map(({ ksaNo, difference }) => ({ ksaCode: asked(ksaNo).ksaCode, difference })),
  };
}

function requirementDto(
  view: RequirementView,
  { title, definition }: ProfileRequirement,
  rating: LoggedRating | null,
): GapViewDto['requirements'][number] {
  const { ksaCode, requiredLevel, weight, critical, evidence, attained, status, verified } = view;
  const { gap, surplus, share, part, shortfall } = view;
  return {
    ...{ ksaCode, title, definition, requiredLevel, weight, critical, evidence, attained, status, verified },
    ...{ gap, surplus, share, part, shortfall },
    rating: rating && {
      source: rating.source,
      level: rating.level,
      ratedAt: rating.ratedAt.toISOString(),
      expiresAt: rating.expiresAt?.toISOString() ?? null,
      ratedBy: rating.ratedByName,
    },
  };
}
