import { Injectable } from '@nestjs/common';
import { instantAtEndOf, type RatingPolicy, resolveRatings } from '#domain';
import type { TransactionContext } from '#platform/context/request-context';
import { liveRatings } from '../live-ratings.ts';
import { PoliciesService } from '../policies/policies.service.ts';
import { LevelsRepository, type LevelsScope } from './levels.repository.ts';

/** What a worker has attained in each of their scored roles. */
export interface WorkerLevels {
  readonly workerNo: number;
  readonly scores: { readonly profileVersionNo: number; readonly attained: readonly number[] }[];
  /** Of the KSAs that were asked for besides, by the live ratings as of today; what is absent is unknown. */
  readonly beyond: ReadonlyMap<number, number>;
}

export interface LevelsPage {
  readonly workers: readonly WorkerLevels[];
  /** The last worker of the page; null: there are no more. */
  readonly next: number | null;
}

/** Few enough to be taken apart within some milliseconds: requests are answered by the same process. */
const WORKERS_A_PAGE = 250;

/** The levels of many workers at once, for whoever plans for them. */
@Injectable()
export class LevelsService {
  constructor(
    private readonly levels: LevelsRepository,
    private readonly policies: PoliciesService,
  ) {}

  /**
   * Those of the workers after `after`, by number.
   * @param ksaNos besides those of the roles
   */
  async page(
    context: TransactionContext,
    scope: LevelsScope,
    after: number,
    ksaNos: readonly number[],
  ): Promise<LevelsPage> {
    const asked = new Set(ksaNos);
    const policy = await this.policies.current(context);
    const rows = await this.levels.page(context, scope, after, WORKERS_A_PAGE, asked.size > 0);
    const workers: WorkerLevels[] = [];
    for (const row of rows) {
      let worker = workers.at(-1);
      if (worker?.workerNo !== row.workerNo) {
        const beyond = beyondRoles(policy, row.packed, asked, context.now);
        worker = { workerNo: row.workerNo, scores: [], beyond };
        workers.push(worker);
      }
      if (row.profileVersionNo === null) continue;
      worker.scores.push({ profileVersionNo: row.profileVersionNo, attained: row.attained });
    }
    return { workers, next: workers.length < WORKERS_A_PAGE ? null : (workers.at(-1)?.workerNo ?? null) };
  }
}

function beyondRoles(
  policy: RatingPolicy,
  packed: Buffer | null,
  asked: ReadonlySet<number>,
  now: Date,
): ReadonlyMap<number, number> {
  const levels = new Map<number, number>();
  if (packed === null || asked.size === 0) return levels;
  const ratings = liveRatings(packed).filter(({ ksaNo }) => asked.has(ksaNo));
  const asOf = instantAtEndOf(now.toISOString().slice(0, 10));
  for (const [ksaNo, { level }] of resolveRatings(policy, ratings, asOf)) levels.set(ksaNo, level);
  return levels;
}
