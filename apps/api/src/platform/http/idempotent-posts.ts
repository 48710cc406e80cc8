import { INTERCEPTORS_METADATA } from '@nestjs/common/constants.js';
import { type INestApplicationContext, RequestMethod } from '@nestjs/common';
import { routes } from '../access/routes.ts';
import { IdempotencyInterceptor } from './idempotency.interceptor.ts';

/**
 * Gives every POST, whoever wrote it, the interceptor that carries a request under an Idempotency-Key out once. Call
 * before the application's routes are made. Not globally: all that is merely read would pay for passing it by, and that
 * is more than it costs to read.
 */
export function interceptPosts(app: INestApplicationContext): void {
  const interceptor = app.get(IdempotencyInterceptor, { strict: false });
  for (const { method, handler } of routes(app)) {
    if (method !== RequestMethod.POST) continue;
    const others = (Reflect.getMetadata(INTERCEPTORS_METADATA, handler) ?? []) as unknown[];
    // Another application in this process, as tests have, has its own.
    const kept = others.filter((other) => !(other instanceof IdempotencyInterceptor));
    Reflect.defineMetadata(INTERCEPTORS_METADATA, [interceptor, ...kept], handler);
  }
}
