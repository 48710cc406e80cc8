import { Injectable } from '@nestjs/common';
import { isLevel } from '#domain';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { UnitOfWork } from '#platform/database/unit-of-work';
import { Events } from '#platform/events/events';
import type { FieldError } from '#platform/problem/refusal';
import { type ProfileVersion, RolesService } from '#roles';
import { WorkforceService } from '#workforce';
import type { AssessmentState } from './assessment.types.ts';
import {
  alreadyReviewed,
  assessmentNotFound,
  confirmationsNotValid,
  notSubmitted,
  ownRating,
} from './assessments.errors.ts';
import { AssessmentsRepository } from './assessments.repository.ts';
import type { ConfirmReviewDto, ReviewDto } from './dto/review.dto.ts';
import type { NewRating } from './ratings/rating.types.ts';
import { RatingsRepository } from './ratings/ratings.repository.ts';
import { RatingsService } from './ratings/ratings.service.ts';

type Confirmations = ConfirmReviewDto['confirmations'];

@Injectable()
export class ReviewService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly assessments: AssessmentsRepository,
    private readonly logged: RatingsRepository,
    private readonly ratings: RatingsService,
    private readonly workforce: WorkforceService,
    private readonly roles: RolesService,
    private readonly events: Events,
  ) {}

  /** Self against assessor against difference. */
  async one(context: RequestContext, id: string): Promise<ReviewDto> {
    const assessment = await this.assessments.byId(context, id, null);
    if (assessment === undefined) throw assessmentNotFound();
    const { requirements } = await this.roles.profileVersion(context, assessment.profileVersionNo);
    const answers = new Map(
      (await this.assessments.answers(context, id)).map((answer) => [answer.ksaNo, answer]),
    );
    const ofThisReview = assessment.state === 'reviewed' ? id : null;
    const ratings = await this.logged.ofAssessors(context, assessment.workerNo, ofThisReview);
    const confirmed = new Map(ratings.map((rating) => [rating.ksaNo, rating]));
    const items = requirements.map((requirement) => {
      const { ksaNo, ksaCode, title, definition, requiredLevel, critical, evidence } = requirement;
      const self = answers.get(ksaNo) ?? null;
      const assessor = confirmed.get(ksaNo) ?? null;
      return {
        ...{ ksaCode, title, definition, requiredLevel, critical, evidence },
        self: self && { level: self.level },
        assessor: assessor && {
          level: assessor.level,
          ratedAt: assessor.ratedAt.toISOString(),
          ratedBy: assessor.ratedByName,
        },
        difference:
          self === null || self.level === null || assessor === null ? null : self.level - assessor.level,
      };
    });
    const { workerId, workerName, roleProfileId, roleProfileName, state, version } = assessment;
    return {
      assessmentId: id,
      ...{ workerId, workerName, roleProfileId, roleProfileName, state, version },
      submittedAt: assessment.submittedAt?.toISOString() ?? null,
      reviewedAt: assessment.reviewedAt?.toISOString() ?? null,
      reviewedBy: assessment.reviewedByName,
      items: [...items.filter(({ critical }) => critical), ...items.filter(({ critical }) => !critical)],
    };
  }

  /** The assessor confirms all that was asked, or at least every critical requirement: only those can hold a worker back. */
  confirm(context: RequestContext, id: string, confirmations: Confirmations): Promise<ReviewDto> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      const assessment = await this.assessments.byId(transaction, id, null);
      if (assessment === undefined) throw assessmentNotFound();
      if (assessment.workerNo === context.actor.workerNo) throw ownRating();
      const worker = await this.workforce.lockWorker(transaction, assessment.workerNo);
      const locked = await this.assessments.lock(transaction, id);
      assertReviewable(locked?.state);
      const ratings = await this.assessorRatings(transaction, id, assessment.profileVersionNo, confirmations);
      await this.assessments.update(transaction, id, {
        state: 'reviewed',
        version: assessment.version + 1,
        reviewedAt: context.now,
        reviewedBy: context.actor.userId,
      });
      await this.ratings.append(transaction, worker, ratings, `reviewed:${id}`);
      const { workerId, roleProfileId } = assessment;
      await this.events.publish(transaction, {
        type: 'assessment-reviewed',
        workerId,
        roleProfileId,
        assessmentId: id,
      });
      return this.one(transaction, id);
    });
  }

  private async assessorRatings(
    context: TransactionContext,
    assessmentId: string,
    profileVersionNo: number,
    confirmations: Confirmations,
  ): Promise<NewRating[]> {
    const profile = await this.roles.profileVersion(context, profileVersionNo);
    const { maxLevel } = await this.workforce.scale(context);
    const errors = faultsOf(confirmations, profile, maxLevel);
    if (errors.length > 0) throw confirmationsNotValid(errors);
    const confirmed = new Map(confirmations.map(({ ksaCode, level }) => [ksaCode, level]));
    const source = 'assessor';
    const origin = { ratedAt: context.now, expiresAt: null, assessmentId, ratedBy: context.actor.userId };
    return profile.requirements.flatMap(({ ksaNo, ksaCode }) => {
      const level = confirmed.get(ksaCode);
      return level === undefined ? [] : [{ ksaNo, source, level, ...origin }];
    });
  }
}

function assertReviewable(state: AssessmentState | undefined): void {
  if (state === 'reviewed') throw alreadyReviewed();
  if (state !== 'submitted') throw notSubmitted();
}

function faultsOf(confirmations: Confirmations, profile: ProfileVersion, maxLevel: number): FieldError[] {
  const asked = new Set(profile.requirements.map(({ ksaCode }) => ksaCode));
  const seen = new Set<string>();
  const errors = confirmations.flatMap(({ ksaCode, level }, index): FieldError[] => {
    const at = `/confirmations/${index}`;
    if (!asked.has(ksaCode)) return [{ pointer: `${at}/ksaCode`, detail: 'is not asked by this assessment' }];
    if (seen.has(ksaCode)) return [{ pointer: `${at}/ksaCode`, detail: 'is confirmed twice' }];
    seen.add(ksaCode);
    return isLevel(level, maxLevel) ? [] : [{ pointer: `${at}/level`, detail: `must be 0 to ${maxLevel}` }];
  });
  const left = profile.requirements.filter(({ critical, ksaCode }) => critical && !seen.has(ksaCode));
  const missing = left.map(({ ksaCode }) => ({
    pointer: '/confirmations',
    detail: `the critical ${ksaCode} is missing`,
  }));
  return [...errors, ...missing];
}
