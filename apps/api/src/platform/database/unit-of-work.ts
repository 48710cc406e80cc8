import { Injectable } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import pg from 'pg';
import {
  isTransaction,
  type Idempotency,
  type RequestContext,
  type TransactionContext,
} from '../context/request-context.ts';
import { Refusal } from '../problem/refusal.ts';
import { copyIn, copyOut, type CopyParameter } from './copy.ts';
import { ScopedQuery, type Statement } from './scoped-query.ts';
import { ScopedTexts, type TextParameter } from './scoped-texts.ts';

export type { Statement } from './scoped-query.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The server ended or is ending the session (57P*), or the connection broke (08*): the client must not be reused. */
const SESSION_LOST = /^(57P|08)/;

const CARRIED_OUT = `
  with mine as (update idempotency_key set carried_out = true
                 where tenant_id = $1 and user_id = $2 and key = $3 and claim = $4 returning key)
  select key from mine`;

/** The one way to the tenants' tables, and the one place where the tenant is set. */
@Injectable()
export class UnitOfWork {
  constructor(private readonly dataSource: DataSource) {}

  /** Outside a transaction: tenant and query in one round trip. Inside: on that transaction. */
  async read<Row>(
    context: RequestContext | TransactionContext,
    statement: Statement,
    parameters: readonly unknown[],
  ): Promise<Row[]> {
    if (isTransaction(context)) {
      const client = await clientOf(context);
      const result = await client.query({
        name: statement.name,
        text: statement.text,
        values: [...parameters],
      });
      return result.rows as Row[];
    }
    const tenantId = tenantOf(context);
    const { rows } = await this.onClient<pg.QueryResult>((client, done) => {
      client.query(new ScopedQuery(tenantId, statement, parameters, done) as unknown as pg.Submittable);
    });
    return rows as Row[];
  }

  /** The texts of a statement that gives one column of text, with less ado, for what is read most. */
  async readTexts(
    context: RequestContext | TransactionContext,
    statement: Statement,
    parameters: readonly TextParameter[],
  ): Promise<(string | null)[]> {
    if (isTransaction(context)) {
      const rows = await this.read<Record<string, string | null>>(context, statement, parameters);
      return rows.map((row) => Object.values(row)[0] ?? null);
    }
    const tenantId = tenantOf(context);
    return this.onClient<(string | null)[]>((client, done) => {
      client.query(new ScopedTexts(tenantId, statement, parameters, done) as unknown as pg.Submittable);
    });
  }

  /**
   * The rows of a query in COPY's binary format (`CopyReader`), piece by piece as they come; others get the event loop
   * in between, and those whom somebody waits for go before what is done in bulk.
   */
  async copyOut(
    context: TransactionContext,
    statement: Statement,
    parameters: readonly CopyParameter[],
    take: (piece: Buffer) => void,
  ): Promise<void> {
    await copyOut(await clientOf(context), statement.text, parameters, take);
  }

  /** Fills a temporary table with rows of `CopyWriter`: into a tenant's table row-level security lets nobody copy. */
  async copyIn(context: TransactionContext, into: string, rows: Buffer): Promise<void> {
    await copyIn(await clientOf(context), into, rows);
  }

  /** Shared tables alone, before a tenant is known (sign-in): no tenant is set, so a tenant's table shows no row. */
  async readShared<Row>(statement: Statement, parameters: readonly unknown[]): Promise<Row[]> {
    const { name, text } = statement;
    const result = await this.pool.query({ name, text, values: [...parameters] });
    return result.rows as Row[];
  }

  /**
   * Joins the transaction when the context already has one: a use case that calls another service stays one
   * transaction, and an error anywhere rolls all of it back.
   */
  async transaction<T>(
    context: RequestContext,
    work: (context: TransactionContext) => Promise<T>,
  ): Promise<T> {
    if (isTransaction(context)) return work(context);
    const tenantId = tenantOf(context);
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.startTransaction();
      await runner.query(`select set_config('app.tenant', $1, true)`, [tenantId]);
      const result = await work({ ...context, manager: runner.manager });
      if (context.idempotency) await this.claim(runner, context, context.idempotency);
      await runner.commitTransaction();
      return result;
    } catch (error) {
      // A broken session cannot be rolled back, and need not be: the server has done it.
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /** Under an Idempotency-Key the commit itself says that it was carried out: only the holder of the key commits. */
  private async claim(
    runner: QueryRunner,
    context: RequestContext,
    { key, claim }: Idempotency,
  ): Promise<void> {
    const rows = (await runner.query(CARRIED_OUT, [
      context.tenantId,
      context.actor.userId,
      key,
      claim,
    ])) as unknown[];
    if (rows.length === 0) {
      throw new Refusal(
        'conflict',
        'idempotency-key-taken',
        'Another request under this Idempotency-Key went first.',
      );
    }
  }

  /** Hands the client back, or throws it away with what broke it. */
  private async onClient<Result>(
    submit: (client: pg.PoolClient, done: (error: Error | undefined, result: Result) => void) => void,
  ): Promise<Result> {
    const client = await this.pool.connect();
    let lost: Error | undefined;
    const onError = (error: Error): void => void (lost = error);
    client.on('error', onError);
    try {
      return await new Promise<Result>((resolve, reject) => {
        submit(client, (error, result) => (error ? reject(error) : resolve(result)));
      });
    } catch (error) {
      const code = (error as { code?: unknown }).code;
      if (typeof code !== 'string' || SESSION_LOST.test(code)) lost ??= error as Error;
      throw error;
    } finally {
      client.off('error', onError);
      client.release(lost);
    }
  }

  private get pool(): pg.Pool {
    return (this.dataSource.driver as unknown as { master: pg.Pool }).master;
  }
}

async function clientOf(context: TransactionContext): Promise<pg.PoolClient> {
  return (await context.manager.queryRunner?.connect()) as pg.PoolClient;
}

function tenantOf(context: RequestContext): string {
  if (!UUID.test(context.tenantId))
    throw new Error('A request context without a tenant reached the unit of work.');
  return context.tenantId;
}
