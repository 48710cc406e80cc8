import { createHash, randomUUID } from 'node:crypto';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { catchError, from, mergeMap, of, throwError, type Observable } from 'rxjs';
import { Refusal } from '../problem/refusal.ts';
import { IdempotencyKeys, type StoredAnswer } from './idempotency-keys.ts';

const KEPT_HEADERS = ['etag', 'location'];

/**
 * A POST that carries an Idempotency-Key is carried out once: sent again, it is answered with what was answered
 * first. What was refused leaves no trace, so that a mended request may use its key again.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly keys: IdempotencyKeys) {}

  async intercept(execution: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = execution.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const key = request.headers['idempotency-key'];
    const context = request.requestContext;
    if (request.method !== 'POST' || key === undefined || !context || context.actor.userId === null)
      return next.handle();
    if (typeof key !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(key)) {
      throw new Refusal(
        'invalid',
        'idempotency-key-malformed',
        'An Idempotency-Key is 1 to 255 printable characters.',
      );
    }

    const claim = randomUUID();
    const stored = await this.keys.claim(context, key, claim, hashOf(request));
    const reply = http.getResponse<FastifyReply>();
    if (stored) return of(replay(stored, reply));

    request.requestContext = { ...context, idempotency: { key, claim } };
    return next.handle().pipe(
      catchError((error: unknown) =>
        from(this.keys.release(context, key, claim)).pipe(mergeMap(() => throwError(() => error))),
      ),
      mergeMap(async (body: unknown) => {
        const headers = Object.fromEntries(
          KEPT_HEADERS.flatMap((name) =>
            reply.hasHeader(name) ? [[name, String(reply.getHeader(name))]] : [],
          ),
        );
        await this.keys.store(context, key, claim, { status: reply.statusCode, headers, body });
        return body;
      }),
    );
  }
}

function replay(stored: StoredAnswer, reply: FastifyReply): unknown {
  void reply.status(stored.status).headers(stored.headers).header('idempotency-replayed', 'true');
  return stored.body;
}

function hashOf(request: FastifyRequest): Buffer {
  return createHash('sha256')
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
    .digest();
}
