import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { RequestContext } from '#platform/context/request-context';
import { UnitOfWork } from '#platform/database/unit-of-work';
import { TrainingService } from '../../training.service.ts';
import type { ProgrammeSessionInputDto, ProgrammeSessionsQuery } from '../dto/programme-session.dto.ts';
import { sessionChanged, sessionNotFound, sessionPlanned } from '../plans.errors.ts';
import type { StoredSession } from './programme-session.types.ts';
import { ProgrammeSessionsRepository } from './programme-sessions.repository.ts';

/** When the organisation's programmes are held, and for how many. */
@Injectable()
export class ProgrammeSessionsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: ProgrammeSessionsRepository,
    private readonly training: TrainingService,
  ) {}

  list(
    context: RequestContext,
    query: ProgrammeSessionsQuery,
  ): Promise<{ rows: StoredSession[]; total: number }> {
    return this.sessions.list(context, query);
  }

  async one(context: RequestContext, id: string): Promise<StoredSession> {
    const session = await this.sessions.byId(context, id);
    if (session === undefined) throw sessionNotFound();
    return session;
  }

  create(context: RequestContext, input: ProgrammeSessionInputDto): Promise<StoredSession> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      await this.training.one(transaction, input.programmeId);
      const id = uuidv7();
      await this.sessions.insert(transaction, id, input);
      return this.one(transaction, id);
    });
  }

  /** @param version the one that the editor has seen */
  edit(
    context: RequestContext,
    id: string,
    version: number,
    input: ProgrammeSessionInputDto,
  ): Promise<StoredSession> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      await this.one(transaction, id);
      await this.training.one(transaction, input.programmeId);
      if (!(await this.sessions.edit(transaction, id, version, input))) throw sessionChanged();
      return this.one(transaction, id);
    });
  }

  remove(context: RequestContext, id: string): Promise<void> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      await this.one(transaction, id);
      if (!(await this.sessions.remove(transaction, id))) throw sessionPlanned();
    });
  }
}
