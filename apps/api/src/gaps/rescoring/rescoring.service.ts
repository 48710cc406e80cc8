import { Injectable } from '@nestjs/common';
import { compileRoleProfile } from '#domain';
import { isSomebodyWaiting, letOthersGoFirst } from '#platform/context/courtesy';
import type { RequestContext } from '#platform/context/request-context';
import { CopyWriter } from '#platform/database/copy-writer';
import { UnitOfWork } from '#platform/database/unit-of-work';
import { Events } from '#platform/events/events';
import { JobCancelled, type JobRun } from '#platform/jobs/job-run';
import { Jobs } from '#platform/jobs/jobs';
import { RolesService } from '#roles';
import { WorkforceService } from '#workforce';
import { aggregateGroups } from '../jobs/aggregate-groups.job.ts';
import type { Rescore } from '../jobs/rescore.job.ts';
import { PoliciesService } from '../policies/policies.service.ts';
import { ChunkScorer } from './chunk-scorer.ts';
import { oneAhead } from './one-ahead.ts';
import { RescoringRepository, type ScopeVersion, type WorkerRange } from './rescoring.repository.ts';

/**
 * Pairs that are stored in one transaction: five pieces while nobody waits for anything else, one while somebody does,
 * since whoever commits meanwhile waits for all that was written before. A piece alone costs 30 % more time a pair; of
 * more than five there is nothing to gain.
 */
const PIECE = 1_000;
const MOST_PIECES = 5;

/** How far a run has come: everybody up to this worker is done. */
interface Progress {
  workerNo: number;
  /** Pairs. */
  done: number;
  /** Those of them whose score was written, being another than before. */
  stored: number;
}

interface ScoredChunk {
  readonly upTo: number;
  readonly pairs: number;
  readonly rows: Buffer;
}

/**
 * Scores everybody of an organisation or of a role profile version by the very functions that score one: live ratings
 * stream out of the database, rows of scores stream into it, chunk by chunk, each stored in a transaction of its own
 * together with how far the run is. While one chunk is being stored the next one is being read and scored.
 *
 * A chunk is read before the transaction that stores it, and a worker may be rated in between: the guard of the storing
 * statement leaves the newer score standing, whichever of the two comes first.
 */
@Injectable()
export class RescoringService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: RescoringRepository,
    private readonly policies: PoliciesService,
    private readonly roles: RolesService,
    private readonly workforce: WorkforceService,
    private readonly jobs: Jobs,
    private readonly events: Events,
  ) {}

  /**
   * @throws JobCancelled when somebody has cancelled the run; what was stored until then stands
   * @throws JobSuperseded when another process has taken the run over
   */
  async rescore(context: RequestContext, payload: Rescore, run: JobRun): Promise<void> {
    const progress: Progress = { workerNo: 0, done: 0, stored: 0, ...(run.cursor as Progress | null) };
    try {
      await this.storeAll(
        context,
        payload.scope === 'profile' ? payload.profileVersionNo : null,
        progress,
        run,
      );
    } catch (error) {
      if (error instanceof JobCancelled) await this.tell(context, payload, progress);
      throw error;
    }
    await this.tell(context, payload, progress);
  }

  private async storeAll(
    context: RequestContext,
    version: ScopeVersion,
    progress: Progress,
    run: JobRun,
  ): Promise<void> {
    const began = performance.now();
    const policy = await this.unitOfWork.transaction(context, (transaction) =>
      this.policies.current(transaction),
    );
    const basis = { policy, asOf: context.now.toISOString().slice(0, 10) };
    const scorer = new ChunkScorer(basis);
    await this.addProfiles(context, scorer, await this.repository.versions(context, version));
    const { bounds, total } = await this.repository.chunks(context, version, progress.workerNo, PIECE);
    const all = progress.done + total;
    // One is being filled while the other's rows are on their way.
    const writers = [new CopyWriter(), new CopyWriter()] as const;
    const chunks = oneAhead(rangesOf(bounds, progress.workerNo), (range, place) =>
      this.score(context, version, range, scorer, writers[(place % 2) as 0 | 1]),
    );
    for await (const { upTo, pairs, rows } of chunks) {
      const from = performance.now();
      // The organisation's clock goes on while a long run stands at one date.
      const now = new Date(context.now.getTime() + performance.now() - began);
      await this.unitOfWork
        .transaction({ ...context, now }, async (transaction) => {
          const stored = await this.repository.store(transaction, basis, rows);
          const next: Progress = {
            workerNo: upTo,
            done: progress.done + pairs,
            stored: progress.stored + stored,
          };
          await run.checkpoint(transaction, {
            done: next.done,
            total: Math.max(all, next.done),
            cursor: next,
          });
          return next;
        })
        .then((next) => Object.assign(progress, next));
      const took = performance.now() - from;
      await new Promise<void>((goOn) => letOthersGoFirst(took, goOn));
    }
  }

  private async score(
    context: RequestContext,
    version: ScopeVersion,
    range: WorkerRange,
    scorer: ChunkScorer,
    writer: CopyWriter,
  ): Promise<ScoredChunk> {
    for (;;) {
      scorer.begin(writer);
      await this.unitOfWork.transaction(context, (transaction) =>
        this.repository.streamPairs(transaction, version, range, (piece) => scorer.take(piece)),
      );
      const { pairs, unknown } = scorer.finish();
      if (unknown.length === 0) return { upTo: range.upTo, pairs, rows: writer.take() };
      // Published since the run began.
      await this.addProfiles(context, scorer, unknown);
    }
  }

  private async addProfiles(
    context: RequestContext,
    scorer: ChunkScorer,
    versions: readonly number[],
  ): Promise<void> {
    const { maxLevel } = await this.workforce.scale(context);
    for (const profileVersionNo of versions) {
      const { releaseId, requirements } = await this.roles.profileVersion(context, profileVersionNo);
      const profile = compileRoleProfile(requirements, maxLevel);
      scorer.addProfile({ profileVersionNo, releaseId, profile });
    }
  }

  /** One event for all: pages fetch what they show. */
  private async tell(context: RequestContext, payload: Rescore, { stored }: Progress): Promise<void> {
    const roleProfileId =
      payload.scope === 'profile'
        ? (await this.roles.profileVersion(context, payload.profileVersionNo)).roleProfileId
        : undefined;
    await this.unitOfWork.transaction(context, async (transaction) => {
      await this.events.publish(transaction, {
        type: 'scores-computed',
        ...(roleProfileId && { roleProfileId }),
      });
      if (stored > 0) await this.jobs.request(transaction, aggregateGroups, { teamNo: null }, 'all');
    });
  }
}

/** Asked for one after the other, as the work goes on. */
function* rangesOf(bounds: readonly number[], after: number): Generator<WorkerRange> {
  for (let place = 0, last = after; place < bounds.length;) {
    place = Math.min(bounds.length, place + (isSomebodyWaiting() ? 1 : MOST_PIECES));
    const upTo = bounds[place - 1] as number;
    yield { after: last, upTo };
    last = upTo;
  }
}
