import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../context/request-context.ts';
import { UnitOfWork, type Statement } from '../database/unit-of-work.ts';
import { Refusal } from '../problem/refusal.ts';

export interface StoredAnswer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: unknown;
}

interface KeyRow {
  claim: string;
  sameRequest: boolean;
  carriedOut: boolean;
  status: number | null;
  headers: Record<string, string> | null;
  body: string | null;
}

const FORGET_OLD: Statement = {
  name: 'idempotency_forget_old',
  text: `delete from idempotency_key where tenant_id = $1 and created_at < $2::timestamptz - interval '24 hours'`,
};

// A request that neither finished nor failed within a minute lost its process: the next one may take the key over.
// Should the first still be alive, its commit fails, since the claim is no longer its own.
const CLAIM: Statement = {
  name: 'idempotency_claim',
  text: `insert into idempotency_key as held (tenant_id, user_id, key, request_hash, claim, created_at)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (tenant_id, user_id, key) do update set claim = excluded.claim, created_at = excluded.created_at
           where not held.carried_out and held.request_hash = excluded.request_hash
             and held.created_at < excluded.created_at - interval '60 seconds'
         returning claim`,
};

const READ: Statement = {
  name: 'idempotency_read',
  text: `select claim, request_hash = $4 as "sameRequest", carried_out as "carriedOut", status, headers, body
           from idempotency_key where tenant_id = $1 and user_id = $2 and key = $3`,
};

const STORE: Statement = {
  name: 'idempotency_store',
  text: `update idempotency_key set carried_out = true, status = $5, headers = $6, body = $7
          where tenant_id = $1 and user_id = $2 and key = $3 and claim = $4`,
};

const RELEASE: Statement = {
  name: 'idempotency_release',
  text: `delete from idempotency_key
          where tenant_id = $1 and user_id = $2 and key = $3 and claim = $4 and not carried_out`,
};

@Injectable()
export class IdempotencyKeys {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Null: the caller holds the key and is to carry the request out. Else: what was answered the first time. */
  async claim(
    context: RequestContext,
    key: string,
    claim: string,
    hash: Buffer,
  ): Promise<StoredAnswer | null> {
    const holder = [context.tenantId, context.actor.userId, key];
    await this.unitOfWork.read(context, FORGET_OLD, [context.tenantId, context.now]);
    const claimed = await this.unitOfWork.read(context, CLAIM, [...holder, hash, claim, context.now]);
    if (claimed.length === 1) return null;

    const [row] = await this.unitOfWork.read<KeyRow>(context, READ, [...holder, hash]);
    if (row && !row.sameRequest) {
      throw new Refusal(
        'invalid',
        'idempotency-key-reused',
        'This Idempotency-Key was used for another request.',
      );
    }
    if (row?.status != null) {
      return {
        status: row.status,
        headers: row.headers ?? {},
        body: row.body === null ? undefined : JSON.parse(row.body),
      };
    }
    if (row?.carriedOut) {
      throw new Refusal(
        'conflict',
        'idempotency-answer-lost',
        'This was carried out, but its answer was lost: look it up.',
      );
    }
    throw new Refusal('conflict', 'idempotency-in-progress', 'The same request is being carried out.', [], 1);
  }

  async store(context: RequestContext, key: string, claim: string, answer: StoredAnswer): Promise<void> {
    const body = answer.body === undefined ? null : JSON.stringify(answer.body);
    await this.unitOfWork.read(context, STORE, [
      context.tenantId,
      context.actor.userId,
      key,
      claim,
      answer.status,
      JSON.stringify(answer.headers),
      body,
    ]);
  }

  async release(context: RequestContext, key: string, claim: string): Promise<void> {
    await this.unitOfWork.read(context, RELEASE, [context.tenantId, context.actor.userId, key, claim]);
  }
}
