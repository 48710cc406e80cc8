import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { defaultProficiencyScale, type ProficiencyScale } from '#domain';
import { IdentityService } from '#identity';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { UnitOfWork } from '#platform/database/unit-of-work';
import type { CreateWorkerDto, EditWorkerDto, WorkersQuery } from './dto/worker.dto.ts';
import { ScalesRepository } from './scales.repository.ts';
import { WorkersRepository } from './workers.repository.ts';
import { workerChanged, workerNotFound } from './workforce.errors.ts';
import type { Worker } from './workforce.types.ts';

@Injectable()
export class WorkforceService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly workers: WorkersRepository,
    private readonly scales: ScalesRepository,
    private readonly identity: IdentityService,
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
      const worker: Worker = {
        id: uuidv7(),
        workerNo: await this.workers.nextNo(transaction),
        name: input.name,
        jobTitle: input.jobTitle,
        inputVersion: 0,
        version: 1,
      };
      await this.workers.insert(transaction, worker);
      const { email } = input;
      if (email === undefined) return { worker, invitationLink: null };
      const invited = { email, name: worker.name, roles: ['worker'] as const, worker };
      return { worker, invitationLink: (await this.identity.invite(transaction, invited)).link };
    });
  }

  /** @param version the one that the editor has seen */
  edit(context: RequestContext, id: string, version: number, change: EditWorkerDto): Promise<Worker> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      const { workerNo, name, jobTitle } = await this.workerById(transaction, id);
      const edited = { name: change.name ?? name, jobTitle: change.jobTitle ?? jobTitle };
      if (!(await this.workers.edit(transaction, workerNo, version, edited))) throw workerChanged();
      return this.workerByNo(transaction, workerNo);
    });
  }

  /** The organisation's own, or until it has one the default. */
  async scale(context: RequestContext): Promise<ProficiencyScale> {
    return (await this.scales.scale(context)) ?? defaultProficiencyScale;
  }

  createDefaultScale(context: TransactionContext): Promise<void> {
    return this.scales.insert(context, defaultProficiencyScale);
  }
}

function found(worker: Worker | undefined): Worker {
  if (worker === undefined) throw workerNotFound();
  return worker;
}
