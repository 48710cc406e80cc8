import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { defaultProficiencyScale, type ProficiencyScale } from '#domain';
import { IdentityService } from '#identity';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { UnitOfWork } from '#platform/database/unit-of-work';
import { Jobs } from '#platform/jobs/jobs';
import type { CreateWorkerDto, EditWorkerDto, WorkersQuery } from './dto/worker.dto.ts';
import { teamMembersChanged } from './jobs/team-members-changed.job.ts';
import { ScalesRepository } from './scales.repository.ts';
import { teamUnknown } from './teams/teams.errors.ts';
import { TeamsRepository } from './teams/teams.repository.ts';
import { WorkersRepository } from './workers.repository.ts';
import { workerChanged, workerNotFound } from './workforce.errors.ts';
import type { Worker } from './workforce.types.ts';

@Injectable()
export class WorkforceService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly workers: WorkersRepository,
    private readonly scales: ScalesRepository,
    private readonly teams: TeamsRepository,
    private readonly identity: IdentityService,
    private readonly jobs: Jobs,
  ) {}

  list(context: RequestContext, query: WorkersQuery): Promise<{ rows: Worker[]; total: number }> {
    return this.workers.list(context, query);
  }

  async workerById(context: RequestContext, id: string): Promise<Worker> {
    return found(await this.workers.byId(context, id));
  }

  async workerByNo(context: RequestContext, workerNo: number): Promise<Worker> {
    return found(await this.workers.byNo(context, workerNo));
  }

  async workersByNo(
    context: RequestContext,
    workerNos: readonly number[],
  ): Promise<ReadonlyMap<number, Worker>> {
    const workers = await this.workers.byNos(context, workerNos);
    return new Map(workers.map((worker) => [worker.workerNo, worker]));
  }

  /** One who changes a worker's inputs at a time: whoever appends ratings takes this first. */
  async lockWorker(context: TransactionContext, workerNo: number): Promise<Worker> {
    return found(await this.workers.lock(context, workerNo));
  }

  /** The `seq` of the newest rating, under the lock. */
  setInputVersion(context: TransactionContext, workerNo: number, inputVersion: number): Promise<void> {
    return this.workers.setInputVersion(context, workerNo, inputVersion);
  }

  create(
    context: RequestContext,
    input: CreateWorkerDto,
  ): Promise<{ worker: Worker; invitationLink: string | null }> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      const workerNo = await this.workers.nextNo(transaction);
      await this.workers.insert(transaction, {
        id: uuidv7(),
        workerNo,
        name: input.name,
        jobTitle: input.jobTitle,
        teamNo: await this.teamNo(transaction, input.teamId ?? null),
      });
      const worker = await this.workerByNo(transaction, workerNo);
      const { email } = input;
      if (email === undefined) return { worker, invitationLink: null };
      const invited = { email, name: worker.name, roles: ['worker'] as const, worker };
      return { worker, invitationLink: (await this.identity.invite(transaction, invited)).link };
    });
  }

  /** @param version the one that the editor has seen */
  edit(context: RequestContext, id: string, version: number, change: EditWorkerDto): Promise<Worker> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      const { workerNo, name, jobTitle, teamNo: former } = await this.workerById(transaction, id);
      const teamNo = change.teamId === undefined ? former : await this.teamNo(transaction, change.teamId);
      const edited = { name: change.name ?? name, jobTitle: change.jobTitle ?? jobTitle, teamNo };
      if (!(await this.workers.edit(transaction, workerNo, version, edited))) throw workerChanged();
      if (teamNo !== former) {
        const key = `${workerNo}:${version + 1}`;
        await this.jobs.enqueue(transaction, teamMembersChanged, { teamNos: [former, teamNo] }, key);
      }
      return this.workerByNo(transaction, workerNo);
    });
  }

  /**
   * What a worker counts for in their team has changed otherwise than by a score: a role was taken away.
   *
   * @param cause names what brought it about, once and for all
   */
  async askToCountAgain(context: TransactionContext, workerNo: number, cause: string): Promise<void> {
    const { teamNo } = await this.workerByNo(context, workerNo);
    await this.jobs.enqueue(context, teamMembersChanged, { teamNos: [teamNo] }, cause);
  }

  /** The organisation's own, or until it has one the default. */
  async scale(context: RequestContext): Promise<ProficiencyScale> {
    return (await this.scales.scale(context)) ?? defaultProficiencyScale;
  }

  createDefaultScale(context: TransactionContext): Promise<void> {
    return this.scales.insert(context, defaultProficiencyScale);
  }

  private async teamNo(context: TransactionContext, teamId: string | null): Promise<number | null> {
    if (teamId === null) return null;
    const team = await this.teams.byId(context, teamId);
    if (team === undefined) throw teamUnknown();
    return team.teamNo;
  }
}

function found(worker: Worker | undefined): Worker {
  if (worker === undefined) throw workerNotFound();
  return worker;
}
