import { Injectable } from '@nestjs/common';
import { AssessmentsService, RatingsService } from '#assessments';
import {
  bulkScorer,
  compileRoleProfile,
  epochMillisecondsOf,
  gapScoreAlgorithm,
  type Instant,
  instantAtEndOf,
  never,
  packedRatingBytes,
  ratingColumns,
  resolveRatings,
  unpackRatings,
} from '#domain';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { UnitOfWork } from '#platform/database/unit-of-work';
import { Events } from '#platform/events/events';
import { Jobs } from '#platform/jobs/jobs';
import { type ProfileVersion, type RoleProfilePublished, RolesService } from '#roles';
import { WorkforceService } from '#workforce';
import { aggregateGroups, NO_TEAM } from './jobs/aggregate-groups.job.ts';
import { recommendProgrammes } from './jobs/recommend-programmes.job.ts';
import { liveRatings } from './live-ratings.ts';
import { PoliciesService } from './policies/policies.service.ts';
import { RescoreRequests } from './rescoring/rescore-requests.ts';
import type { StoredScore } from './score.types.ts';
import { ScoresRepository } from './scores.repository.ts';

@Injectable()
export class GapsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly scores: ScoresRepository,
    private readonly policies: PoliciesService,
    private readonly ratings: RatingsService,
    private readonly roles: RolesService,
    private readonly workforce: WorkforceService,
    private readonly assessments: AssessmentsService,
    private readonly rescoreRequests: RescoreRequests,
    private readonly jobs: Jobs,
    private readonly events: Events,
  ) {}

  createDefaultPolicy(context: TransactionContext): Promise<void> {
    return this.policies.createDefaultPolicy(context);
  }

  /**
   * Scores a worker as of today, from the live ratings. Done again it changes nothing: the same inputs give the same
   * score, which is stored once, and a score of newer inputs is never replaced. True when a score was stored.
   */
  scoreWorker(
    context: RequestContext,
    pair: { workerNo: number; profileVersionNo: number },
  ): Promise<boolean> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      const { workerNo, profileVersionNo } = pair;
      const version = await this.roles.profileVersion(transaction, profileVersionNo);
      const { score, runsOutOn } = await this.compute(transaction, workerNo, version);
      const stored = await this.scores.store(transaction, score, runsOutOn);
      if (stored) {
        const key = `${context.requestId}:${workerNo}:${profileVersionNo}`;
        await this.jobs.enqueue(transaction, recommendProgrammes, pair, key);
      }
      // Told in any case: whoever waits for a score waits to hear that it stands, changed or not.
      const { id: workerId, teamNo } = await this.workforce.workerByNo(transaction, workerNo);
      const { roleProfileId } = version;
      await this.events.publish(transaction, { type: 'score-computed', workerId, roleProfileId });
      if (stored) {
        const group = { teamNo: teamNo ?? NO_TEAM };
        await this.jobs.request(transaction, aggregateGroups, group, `team:${group.teamNo}`);
      }
      return stored;
    });
  }

  /**
   * A role profile has a new version: whoever has the role is held against it from now on, and drafts ask its
   * questions.
   */
  followPublished(
    context: RequestContext,
    { roleProfileId, profileVersionNo }: RoleProfilePublished,
  ): Promise<void> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      await this.assessments.followVersion(transaction, roleProfileId, profileVersionNo);
      await this.rescoreRequests.ofProfile(transaction, profileVersionNo);
    });
  }

  /** The stored score of one version of a role profile, for whoever builds on it. */
  score(
    context: RequestContext,
    workerNo: number,
    profileVersionNo: number,
  ): Promise<StoredScore | undefined> {
    return this.scores.ofVersion(context, workerNo, profileVersionNo);
  }

  /**
   * The worker's attained level in every KSA, by the inputs, the policy and the date of a score: beyond what the role
   * asks for too, for a programme may ask for more on entry. What is absent is unknown.
   */
  async attainedLevels(context: RequestContext, score: StoredScore): Promise<ReadonlyMap<number, number>> {
    const policy = await this.policies.byVersion(context, score.policyVersion);
    const { packed } = await this.ratings.packed(context, score.workerNo);
    const ratings = liveRatings(packed).filter(({ seq }) => seq <= score.inputVersion);
    const levels = new Map<number, number>();
    for (const [ksaNo, { level }] of resolveRatings(policy, ratings, instantAtEndOf(score.asOf)))
      levels.set(ksaNo, level);
    // Of what the role asks for the score has the last word: the live ratings may have moved on since.
    const { requirements } = await this.roles.profileVersion(context, score.profileVersionNo);
    requirements.forEach(({ ksaNo }, slot) => levels.set(ksaNo, score.attained[slot] as number));
    return levels;
  }

  private async compute(
    context: TransactionContext,
    workerNo: number,
    version: ProfileVersion,
  ): Promise<{ score: StoredScore; runsOutOn: string | null }> {
    const { maxLevel } = await this.workforce.scale(context);
    const policy = await this.policies.current(context);
    const { inputVersion, packed } = await this.ratings.packed(context, workerNo);
    const asOf = context.now.toISOString().slice(0, 10);

    const count = packed.length / packedRatingBytes;
    const columns = ratingColumns(count);
    unpackRatings(packed, columns);
    const profile = compileRoleProfile(version.requirements, maxLevel);
    const result = bulkScorer(profile, policy)({ columns, starts: [0, count] }, instantAtEndOf(asOf));
    const score: StoredScore = {
      workerNo,
      profileVersionNo: version.profileVersionNo,
      inputVersion,
      policyVersion: policy.version,
      asOf,
      computedAt: context.now,
      algorithm: gapScoreAlgorithm,
      releaseId: version.releaseId,
      low: result.low[0] as number,
      high: result.high[0] as number,
      denominator: profile.denominator,
      met: result.met[0] as number,
      criticalShort: result.criticalShort[0] as number,
      criticalOpen: result.criticalOpen[0] as number,
      attained: [...result.attained],
      verified: Array.from(result.verified, (flag) => flag === 1),
      used: [...result.used],
    };
    return { score, runsOutOn: dateOf(result.runsOut[0] as number) };
  }
}

/** `YYYY-MM-DD`; null where there is no end. */
function dateOf(instant: Instant): string | null {
  return instant === never ? null : new Date(epochMillisecondsOf(instant)).toISOString().slice(0, 10);
}
