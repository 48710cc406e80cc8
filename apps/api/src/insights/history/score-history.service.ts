import { Injectable } from '@nestjs/common';
import type { RequestContext } from '#platform/context/request-context';
import { RoleProfilesService } from '#roles';
import { visibleWorker } from '../visible-worker.ts';
import { WorkforceService } from '#workforce';
import type { ScoreHistoryQuery } from './dto/score-history.dto.ts';
import type { ScorePoint } from './history.types.ts';
import { ScoreHistoryRepository } from './score-history.repository.ts';

/** What the scores were: read from the rows that were kept when they changed, nothing computed again. */
@Injectable()
export class ScoreHistoryService {
  constructor(
    private readonly history: ScoreHistoryRepository,
    private readonly workforce: WorkforceService,
    private readonly profiles: RoleProfilesService,
  ) {}

  async list(
    context: RequestContext,
    workerId: string,
    roleProfileId: string,
    query: ScoreHistoryQuery,
  ): Promise<{ rows: ScorePoint[]; total: number }> {
    const { workerNo } = await visibleWorker(context, this.workforce, workerId, 'gap-scores.read');
    await this.profiles.one(context, roleProfileId);
    return this.history.list(context, workerNo, roleProfileId, query);
  }
}
