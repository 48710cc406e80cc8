import { Injectable } from '@nestjs/common';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { containing } from '#platform/database/containing';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';
import type { WorkersQuery } from './dto/worker.dto.ts';
import { WorkerEntity } from './worker.entity.ts';
import type { Worker } from './workforce.types.ts';

const COLUMNS = `w.id, w.worker_no as "workerNo", w.name, w.job_title as "jobTitle", w.team_no as "teamNo",
                 t.id as "teamId", t.name as "teamName", w.input_version as "inputVersion", w.version`;

const WORKER = 'worker w left join team t on t.tenant_id = $1 and t.team_no = w.team_no';

const BY_ID: Statement = {
  name: 'workers_by_id',
  text: `select ${COLUMNS} from ${WORKER} where w.tenant_id = $1 and w.id = $2`,
};

const BY_NO: Statement = {
  name: 'workers_by_no',
  text: `select ${COLUMNS} from ${WORKER} where w.tenant_id = $1 and w.worker_no = $2`,
};

const BY_NOS: Statement = {
  name: 'workers_by_nos',
  text: `select ${COLUMNS} from ${WORKER} where w.tenant_id = $1 and w.worker_no = any($2::int[])`,
};

// `no key`: whoever only refers to the worker by a foreign key need not wait.
const LOCK: Statement = {
  name: 'workers_lock',
  text: `select ${COLUMNS} from ${WORKER} where w.tenant_id = $1 and w.worker_no = $2
         for no key update of w`,
};

const NEXT_NO: Statement = {
  name: 'workers_next_no',
  text: `insert into worker_counter (tenant_id, last_no) values ($1, 1)
         on conflict (tenant_id) do update set last_no = worker_counter.last_no + 1
         returning last_no as "workerNo"`,
};

const ORDERS: Record<WorkersQuery['sort']['field'], string> = {
  name: 'lower(w.name)',
  jobTitle: 'lower(w.job_title)',
  teamName: 'lower(t.name)',
};

const orderOf = ({ field, order }: WorkersQuery['sort']) => `${ORDERS[field]} ${order}, w.worker_no ${order}`;

const FOUND = `
    where w.tenant_id = $1
      and ($2::text is null or lower(w.name) like $2 or lower(w.job_title) like $2)
      and ($3::uuid[] is null or w.id = any($3))
      and ($4::uuid is null or t.id = $4)`;

const list = (sort: WorkersQuery['sort']): Statement => ({
  name: `workers_list_${sort.field}_${sort.order}`,
  text: `
    select ${COLUMNS}, count(*) over ()::int as total from ${WORKER} ${FOUND}
    order by ${orderOf(sort)} limit $5 offset $6`,
});

const COUNT: Statement = {
  name: 'workers_count',
  text: `select count(*)::int as total from ${WORKER} ${FOUND}`,
};

export type NewWorker = Pick<Worker, 'id' | 'workerNo' | 'name' | 'jobTitle' | 'teamNo'>;

@Injectable()
export class WorkersRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async byId(context: RequestContext, id: string): Promise<Worker | undefined> {
    return (await this.unitOfWork.read<Worker>(context, BY_ID, [context.tenantId, id]))[0];
  }

  async byNo(context: RequestContext, workerNo: number): Promise<Worker | undefined> {
    return (await this.unitOfWork.read<Worker>(context, BY_NO, [context.tenantId, workerNo]))[0];
  }

  byNos(context: RequestContext, workerNos: readonly number[]): Promise<Worker[]> {
    return this.unitOfWork.read<Worker>(context, BY_NOS, [context.tenantId, workerNos]);
  }

  async list(context: RequestContext, query: WorkersQuery): Promise<{ rows: Worker[]; total: number }> {
    const { q, id, teamId } = query.filter;
    const found = [context.tenantId, containing(q), id ?? null, teamId ?? null];
    const rows = await this.unitOfWork.read<Worker & { total: number }>(context, list(query.sort), [
      ...found,
      query.limit,
      query.offset,
    ]);
    if (rows[0] !== undefined || query.offset === 0) return { rows, total: rows[0]?.total ?? 0 };
    const [count] = await this.unitOfWork.read<{ total: number }>(context, COUNT, found);
    return { rows, total: count?.total ?? 0 };
  }

  async lock(context: TransactionContext, workerNo: number): Promise<Worker | undefined> {
    return (await this.unitOfWork.read<Worker>(context, LOCK, [context.tenantId, workerNo]))[0];
  }

  /** Two who create at once wait for each other at the counter's row: numbers are taken once, and none is lost to a roll-back. */
  async nextNo(context: TransactionContext): Promise<number> {
    const rows = await this.unitOfWork.read(context, NEXT_NO, [context.tenantId]);
    return (rows as [{ workerNo: number }])[0].workerNo;
  }

  async insert(context: TransactionContext, worker: NewWorker): Promise<void> {
    await context.manager.insert(WorkerEntity, {
      ...worker,
      tenantId: context.tenantId,
      inputVersion: 0,
      version: 1,
      createdAt: context.now,
    });
  }

  /** False when the worker is not at this version any more. */
  async edit(
    context: TransactionContext,
    workerNo: number,
    version: number,
    change: Pick<Worker, 'name' | 'jobTitle' | 'teamNo'>,
  ): Promise<boolean> {
    const { affected } = await context.manager.update(
      WorkerEntity,
      { tenantId: context.tenantId, workerNo, version },
      { ...change, version: version + 1 },
    );
    return affected === 1;
  }

  async setInputVersion(context: TransactionContext, workerNo: number, inputVersion: number): Promise<void> {
    await context.manager.update(WorkerEntity, { tenantId: context.tenantId, workerNo }, { inputVersion });
  }
}
