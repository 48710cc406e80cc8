import { Injectable } from '@nestjs/common';
import { assertLevel } from '#domain';
import { FrameworksService } from '#frameworks';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { UnitOfWork } from '#platform/database/unit-of-work';
import type { FieldError } from '#platform/problem/refusal';
import { type Worker, WorkforceService } from '#workforce';
import { ownRating, ratingNotValid } from '../assessments.errors.ts';
import type { RecordRatingDto, RecordedRatingDto } from '../dto/rating.dto.ts';
import { ScoreRequests } from '../score-requests.ts';
import type { LoggedRating, NewRating, PackedRatings } from './rating.types.ts';
import { RatingsRepository } from './ratings.repository.ts';

@Injectable()
export class RatingsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: RatingsRepository,
    private readonly workforce: WorkforceService,
    private readonly frameworks: FrameworksService,
    private readonly scoreRequests: ScoreRequests,
  ) {}

  /** What scoring reads: the worker's live ratings, and the version of the inputs that they are. */
  async packed(context: RequestContext, workerNo: number): Promise<PackedRatings> {
    return (await this.repository.packed(context, workerNo)) ?? { inputVersion: 0, packed: new Uint8Array() };
  }

  bySeq(context: RequestContext, workerNo: number, seqs: readonly number[]): Promise<LoggedRating[]> {
    return this.repository.bySeq(context, workerNo, seqs);
  }

  /**
   * Appends to the worker's log and cache, moves the worker's input version, and asks for the scores that depend on
   * it, all in the caller's transaction.
   *
   * @param locked as `WorkforceService.lockWorker` gave the worker in this transaction
   * @param cause names what brought the ratings about, once and for all
   */
  async append(
    context: TransactionContext,
    { workerNo, inputVersion }: Worker,
    ratings: readonly NewRating[],
    cause: string,
  ): Promise<void> {
    // "Not sure" everywhere changes no input, but whoever waits for the score shall be told that it stands.
    if (ratings.length > 0) {
      const latest = await this.repository.append(context, workerNo, inputVersion, ratings);
      await this.workforce.setInputVersion(context, workerNo, latest);
    }
    await this.scoreRequests.ofWorker(context, workerNo, cause);
  }

  /** A rating that comes by itself: a manager's word, a test, a credential. */
  record(context: RequestContext, workerId: string, input: RecordRatingDto): Promise<RecordedRatingDto> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      const worker = await this.workforce.workerById(transaction, workerId);
      if (worker.workerNo === context.actor.workerNo) throw ownRating();
      const rating = await this.checked(transaction, input);
      const locked = await this.workforce.lockWorker(transaction, worker.workerNo);
      const seq = locked.inputVersion + 1;
      await this.append(transaction, locked, [rating], `rating:${seq}`);
      return {
        id: `${workerId}.${seq}`,
        workerId,
        ksaCode: input.ksaCode,
        source: input.source,
        level: rating.level,
        ratedAt: rating.ratedAt.toISOString(),
        recordedAt: context.now.toISOString(),
        expiresAt: rating.expiresAt?.toISOString() ?? null,
      };
    });
  }

  private async checked(context: TransactionContext, input: RecordRatingDto): Promise<NewRating> {
    const { maxLevel } = await this.workforce.scale(context);
    assertLevel(input.level, maxLevel, `KSA ${input.ksaCode}`, '/level');
    const ksa = (await this.frameworks.ksasByCode(context, null, [input.ksaCode])).get(input.ksaCode);
    const ratedAt = input.ratedAt === undefined ? context.now : new Date(input.ratedAt);
    const expiresAt = input.expiresAt ? new Date(input.expiresAt) : null;
    const errors: FieldError[] = [];
    if (ksa === undefined)
      errors.push({ pointer: '/ksaCode', detail: 'is not a KSA of the current release' });
    if (ratedAt > context.now) errors.push({ pointer: '/ratedAt', detail: 'lies in the future' });
    if (ratedAt < EARLIEST) errors.push({ pointer: '/ratedAt', detail: 'lies before 1950' });
    if (expiresAt !== null && expiresAt.getTime() < ratedAt.getTime() + 1000)
      errors.push({ pointer: '/expiresAt', detail: 'is not after the time from which the rating holds' });
    if (expiresAt !== null && expiresAt > LATEST)
      errors.push({ pointer: '/expiresAt', detail: 'lies after 2067' });
    if (ksa === undefined || errors.length > 0) throw ratingNotValid(errors);
    const { source, level } = input;
    return {
      ksaNo: ksa.ksaNo,
      source,
      level,
      ratedAt,
      expiresAt,
      assessmentId: null,
      ratedBy: context.actor.userId,
    };
  }
}

// The packed cache counts seconds in 32 bits; what lies outside is a slip of the keyboard anyway.
const EARLIEST = new Date('1950-01-01T00:00:00Z');
const LATEST = new Date('2067-12-31T23:59:59Z');
