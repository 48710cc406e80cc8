import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ownWorkerNo, RatingsService } from '#assessments';
import { defaultProficiencyScale, type Permission, type RatingPolicy } from '#domain';
import { FrameworksService, type Release } from '#frameworks';
import { BoundedCache } from '#platform/cache/bounded-cache';
import { isTransaction, type RequestContext } from '#platform/context/request-context';
import { RolesService } from '#roles';
import type { GapScoresQuery } from '../dto/gap-score.dto.ts';
import { gapScoreNotFound, notScoredYet } from '../gaps.errors.ts';
import { PoliciesService } from '../policies/policies.service.ts';
import type { CurrentScore, ScoreSummary } from '../score.types.ts';
import { ScoresRepository } from '../scores.repository.ts';
import type { GapViewFacts } from './gap-view.statement.ts';
import { gapViewText } from './gap-view-text.ts';
import { GapViewsRepository } from './gap-views.repository.ts';
import { ProfileText } from './profile-text.ts';
import { UsedRatings } from './used-ratings.ts';

/** What is held in memory: a profile version's texts are some 50 kB, the others next to nothing. */
const MOST_PROFILES = 500;
const MOST_POLICIES = 2_000;
const MOST_RELEASES = 100;

/** Changes with the form of the answer: a tag says that the same facts are written in the same way. */
const FORM = 'gap-view/1';

export interface GapViewAnswer {
  /** The same for the same text. */
  readonly tag: string;
  /** The JSON of a `GapViewDto`. */
  readonly text: () => Promise<string>;
}

@Injectable()
export class GapViewsService {
  private readonly profiles = new BoundedCache<ProfileText>(MOST_PROFILES);
  private readonly policyVersions = new BoundedCache<RatingPolicy>(MOST_POLICIES);
  private readonly releases = new BoundedCache<Release>(MOST_RELEASES);

  constructor(
    private readonly scores: ScoresRepository,
    private readonly views: GapViewsRepository,
    private readonly policies: PoliciesService,
    private readonly ratings: RatingsService,
    private readonly roles: RolesService,
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

  /**
   * One score explained, made of the stored row, the ratings that it used and the profile version: nothing of it is
   * stored twice. One statement, whatever is asked; the text is made when it is called for.
   */
  async one(context: RequestContext, workerId: string, roleProfileId: string): Promise<GapViewAnswer> {
    const own = ownWorkerNo(context, 'gap-scores.read');
    const facts = await this.views.facts(context, workerId, roleProfileId, own);
    if (facts === undefined) throw gapScoreNotFound();
    if (facts.workerNo === null) throw notScoredYet();
    const { workerNo } = facts;
    return {
      tag: tagOf(workerId, roleProfileId, facts),
      text: () => this.text(context, workerId, roleProfileId, workerNo, facts),
    };
  }

  private async text(
    context: RequestContext,
    workerId: string,
    roleProfileId: string,
    workerNo: number,
    facts: GapViewFacts,
  ): Promise<string> {
    const ratings = new UsedRatings(facts);
    const superseded = ratings.missing();
    if (superseded.length > 0) ratings.add(await this.ratings.bySeq(context, workerNo, superseded));
    const [profile, policy, release] = await Promise.all([
      this.profileText(context, facts),
      this.policy(context, facts.policyVersion),
      this.release(context, facts.releaseId),
    ]);
    return gapViewText({ workerId, roleProfileId, facts, ratings, profile, policy, release });
  }

  /** A version that was scored is published: it never changes but for the role profile's name, which is not in it. */
  private profileText(context: RequestContext, facts: GapViewFacts): Promise<ProfileText> {
    const maxLevel = facts.maxLevel ?? defaultProficiencyScale.maxLevel;
    const key = `${context.tenantId}/${facts.profileVersionNo}/${maxLevel}`;
    return held(context, this.profiles, key, async () => {
      const version = await this.roles.profileVersion(context, facts.profileVersionNo);
      return new ProfileText(version, maxLevel);
    });
  }

  private policy(context: RequestContext, version: number): Promise<RatingPolicy> {
    const key = `${context.tenantId}/${version}`;
    return held(context, this.policyVersions, key, () => this.policies.byVersion(context, version));
  }

  /** Of all tenants, and immutable once a role profile was built on it. */
  private release(context: RequestContext, releaseId: string): Promise<Release> {
    return held(context, this.releases, releaseId, () => this.frameworks.release(context, releaseId));
  }
}

/** Inside a transaction what is read may yet be rolled back, and its number be given to something else. */
async function held<Value>(
  context: RequestContext,
  cache: BoundedCache<Value>,
  key: string,
  read: () => Promise<Value>,
): Promise<Value> {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const value = await read();
  if (!isTransaction(context)) cache.set(key, value);
  return value;
}

/**
 * All that the text is made of beside what never changes. A page that asks after each event mostly asks for what it
 * has: then nothing is written.
 */
function tagOf(workerId: string, roleProfileId: string, { packed, ...facts }: GapViewFacts): string {
  const hash = createHash('sha1').update(JSON.stringify([FORM, workerId, roleProfileId, facts]));
  if (packed !== null) hash.update(packed);
  return `W/"${hash.digest('base64url')}"`;
}
