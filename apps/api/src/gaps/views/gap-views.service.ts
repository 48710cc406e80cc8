import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ownWorkerNo, RatingsService } from '#assessments';
import type { Permission } from '#domain';
import type { RequestContext } from '#platform/context/request-context';
import type { GapScoresQuery } from '../dto/gap-score.dto.ts';
import { gapScoreNotFound, notScoredYet } from '../gaps.errors.ts';
import type { CurrentScore, ScoreSummary } from '../score.types.ts';
import { ScoresRepository } from '../scores.repository.ts';
import { factsOf, type GapViewFacts } from './gap-view.statement.ts';
import { gapViewText, supersededIn } from './gap-view-text.ts';
import { GapViewsRepository } from './gap-views.repository.ts';
import { ViewGrounds } from './view-grounds.ts';

/** Changes with the form of the answer: a tag says that the same facts are written in the same way. */
const FORM = 1;

export interface GapViewAnswer {
  /**
   * The same for the same text: of all that it is made of beside what never changes. A page that asks after each event
   * mostly asks for what it has; then nothing is written.
   */
  readonly tag: string;
  /** The JSON of a `GapViewDto`. */
  readonly text: () => Promise<string>;
}

@Injectable()
export class GapViewsService {
  constructor(
    private readonly scores: ScoresRepository,
    private readonly views: GapViewsRepository,
    private readonly grounds: ViewGrounds,
    private readonly ratings: RatingsService,
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

  /**
   * One score explained, made of the stored row, the ratings that it used and the profile version: nothing of it is
   * stored twice. One statement, whatever is asked; the text is made when it is called for.
   */
  async one(context: RequestContext, workerId: string, roleProfileId: string): Promise<GapViewAnswer> {
    const own = ownWorkerNo(context, 'gap-scores.read');
    const facts = await this.views.facts(context, workerId, roleProfileId, own);
    if (facts === undefined) throw gapScoreNotFound();
    if (facts === null) throw notScoredYet();
    return {
      tag: `W/"${FORM}-${hash('sha1', facts, 'base64url')}"`,
      text: () => this.text(context, workerId, roleProfileId, factsOf(facts)),
    };
  }

  private async text(
    context: RequestContext,
    workerId: string,
    roleProfileId: string,
    facts: GapViewFacts,
  ): Promise<string> {
    const seqs = supersededIn(facts);
    const superseded =
      seqs.length === 0 ? [] : await this.ratings.bySeq(context, Number(facts.workerNo), seqs);
    const ground = await this.grounds.of(context, facts);
    return gapViewText({ workerId, roleProfileId, facts, ground, superseded });
  }
}
