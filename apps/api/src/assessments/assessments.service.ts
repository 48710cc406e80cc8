import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { assertLevel } from '#domain';
import { FrameworksService } from '#frameworks';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { UnitOfWork } from '#platform/database/unit-of-work';
import { Events } from '#platform/events/events';
import { type ProfileVersion, RolesService } from '#roles';
import { WorkforceService } from '#workforce';
import type { Answer, Assessment, LockedAssessment } from './assessment.types.ts';
import {
  answersAreIn,
  answersMissing,
  assessmentChanged,
  assessmentNotFound,
  ksaNotAsked,
  notAssigned,
  roundIsOpen,
} from './assessments.errors.ts';
import { AssessmentsRepository } from './assessments.repository.ts';
import type { AssessmentDetail, AssessmentsQuery } from './dto/assessment.dto.ts';
import { ownWorkerNo } from './own-worker.ts';
import type { NewRating } from './ratings/rating.types.ts';
import { RatingsService } from './ratings/ratings.service.ts';
import { ScoreRequests } from './score-requests.ts';

@Injectable()
export class AssessmentsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: AssessmentsRepository,
    private readonly frameworks: FrameworksService,
    private readonly workforce: WorkforceService,
    private readonly roles: RolesService,
    private readonly ratings: RatingsService,
    private readonly scoreRequests: ScoreRequests,
    private readonly events: Events,
  ) {}

  list(context: RequestContext, query: AssessmentsQuery): Promise<{ rows: Assessment[]; total: number }> {
    return this.repository.list(context, query, ownWorkerNo(context, 'assessments.read'));
  }

  async one(context: RequestContext, id: string): Promise<AssessmentDetail> {
    const assessment = await this.repository.byId(context, id, ownWorkerNo(context, 'assessments.read'));
    if (assessment === undefined) throw assessmentNotFound();
    const version = await this.roles.profileVersion(context, assessment.profileVersionNo);
    return this.detail(context, assessment, version, await this.answersByKsa(context, id));
  }

  /** Assigns the role profile, asks the worker for a first assessment, and has the worker scored: all unknown is a score too. */
  assign(
    context: RequestContext,
    input: { workerId: string; roleProfileId: string },
  ): Promise<{ id: string; assessmentId: string }> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      const { id, workerNo, profileVersionNo } = await this.roles.assign(transaction, input);
      const assessmentId = uuidv7();
      const { roleProfileId } = input;
      await this.repository.insert(transaction, {
        id: assessmentId,
        workerNo,
        roleProfileId,
        profileVersionNo,
      });
      await this.scoreRequests.ofPair(transaction, workerNo, profileVersionNo, `assigned:${id}`);
      await this.events.publish(transaction, { type: 'assessment-asked-for', ...input, assessmentId });
      return { id, assessmentId };
    });
  }

  /** What was answered but not submitted goes with the assignment; what was submitted stays, never to be reviewed. */
  unassign(context: RequestContext, id: string): Promise<void> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      const { workerNo, roleProfileId } = await this.roles.unassign(transaction, id);
      await this.repository.removeDrafts(transaction, workerNo, roleProfileId);
      await this.repository.closeSubmitted(transaction, workerNo, roleProfileId);
      await this.workforce.askToCountAgain(transaction, workerNo, `unassigned:${id}`);
    });
  }

  /** Asks an assigned worker again. One round at a time: the one before must have been reviewed. */
  startRound(
    context: RequestContext,
    input: { workerId: string; roleProfileId: string },
  ): Promise<AssessmentDetail> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      const { workerNo } = await this.workforce.workerById(transaction, input.workerId);
      await this.workforce.lockWorker(transaction, workerNo);
      const { roleProfileId } = input;
      const assigned = await this.roles.assignedVersion(transaction, workerNo, roleProfileId);
      if (assigned === null) throw notAssigned();
      if (await this.repository.hasOpen(transaction, workerNo, roleProfileId)) throw roundIsOpen();
      const id = uuidv7();
      await this.repository.insert(transaction, { id, workerNo, roleProfileId, profileVersionNo: assigned });
      await this.events.publish(transaction, { type: 'assessment-asked-for', ...input, assessmentId: id });
      return this.one(transaction, id);
    });
  }

  answer(
    context: RequestContext,
    id: string,
    ksaCode: string,
    level: number | null,
  ): Promise<{ answer: Answer; version: number }> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      const locked = await this.lockOwnDraft(transaction, id);
      const { requirements } = await this.roles.profileVersion(transaction, locked.profileVersionNo);
      const requirement = requirements.find((candidate) => candidate.ksaCode === ksaCode);
      if (requirement === undefined) throw ksaNotAsked();
      if (level !== null) {
        const { maxLevel } = await this.workforce.scale(transaction);
        assertLevel(level, maxLevel, `KSA ${ksaCode}`, '/level');
      }
      // The same answer again is no new answer: it keeps the time at which it was first given.
      const { ksaNo } = requirement;
      const before = (await this.answersByKsa(transaction, id)).get(ksaNo);
      if (before?.level === level) return { answer: before, version: locked.version };
      const answer = { ksaNo, level, answeredAt: context.now };
      await this.repository.putAnswer(transaction, id, answer);
      await this.repository.update(transaction, id, { version: locked.version + 1 });
      return { answer, version: locked.version + 1 };
    });
  }

  /** @param version the one that the worker has seen: what another tab answered since is not submitted unseen */
  submit(context: RequestContext, id: string, version: number): Promise<AssessmentDetail> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      const { workerNo } = context.actor;
      if (workerNo === null) throw assessmentNotFound();
      // The worker's row first, as everywhere: two who lock both never wait for each other in a ring.
      const worker = await this.workforce.lockWorker(transaction, workerNo);
      const locked = await this.lockOwnDraft(transaction, id);
      if (locked.version !== version) throw assessmentChanged();
      const profile = await this.roles.profileVersion(transaction, locked.profileVersionNo);
      const answers = await this.answersByKsa(transaction, id);
      const ratings = selfRatings(transaction, id, profile, answers);
      await this.repository.update(transaction, id, {
        state: 'submitted',
        version: version + 1,
        submittedAt: context.now,
      });
      await this.ratings.append(transaction, worker, ratings, `submitted:${id}`);
      const { roleProfileId } = locked;
      const told = { workerId: worker.id, roleProfileId, assessmentId: id };
      await this.events.publish(transaction, { type: 'assessment-submitted', ...told });
      const assessment = await this.repository.byId(transaction, id, workerNo);
      if (assessment === undefined) throw assessmentNotFound();
      return this.detail(transaction, assessment, profile, answers);
    });
  }

  /**
   * A draft follows the role profile to its new version: the worker is asked what the role asks for now, and what was
   * answered stays answered. The version moves too, so that nobody submits questions that they have not seen.
   */
  followVersion(context: TransactionContext, roleProfileId: string, profileVersionNo: number): Promise<void> {
    return this.repository.moveDrafts(context, roleProfileId, profileVersionNo);
  }

  private async lockOwnDraft(context: TransactionContext, id: string): Promise<LockedAssessment> {
    const locked = await this.repository.lock(context, id);
    if (locked === undefined || locked.workerNo !== context.actor.workerNo) throw assessmentNotFound();
    if (locked.state !== 'draft') throw answersAreIn();
    return locked;
  }

  private async detail(
    context: RequestContext,
    assessment: Assessment,
    { releaseId, requirements }: ProfileVersion,
    answers: ReadonlyMap<number, Answer>,
  ): Promise<AssessmentDetail> {
    const numbers = requirements.map(({ ksaNo }) => ksaNo);
    const ksas = await this.frameworks.ksasByNo(context, releaseId, numbers);
    return {
      assessment,
      scale: await this.workforce.scale(context),
      questions: requirements.map((requirement) => {
        const { definitionSource = null, provisional = false } = ksas.get(requirement.ksaNo) ?? {};
        return {
          requirement: { ...requirement, definitionSource, provisional },
          answer: answers.get(requirement.ksaNo) ?? null,
        };
      }),
    };
  }

  private async answersByKsa(context: RequestContext, id: string): Promise<ReadonlyMap<number, Answer>> {
    const answers = await this.repository.answers(context, id);
    return new Map(answers.map((answer) => [answer.ksaNo, answer]));
  }
}

/** What the worker is sure of, as ratings; "not sure" is an answer, and no rating. */
function selfRatings(
  { actor, now }: RequestContext,
  assessmentId: string,
  { requirements }: ProfileVersion,
  answers: ReadonlyMap<number, Answer>,
): NewRating[] {
  const missing = requirements.filter(({ ksaNo }) => !answers.has(ksaNo));
  if (missing.length > 0) throw answersMissing(missing.map(({ ksaCode }) => ksaCode));
  const source = 'self';
  return requirements.flatMap(({ ksaNo }) => {
    const { level = null, answeredAt: ratedAt = now } = answers.get(ksaNo) ?? {};
    if (level === null) return [];
    return [{ ksaNo, source, level, ratedAt, expiresAt: null, assessmentId, ratedBy: actor.userId }];
  });
}
