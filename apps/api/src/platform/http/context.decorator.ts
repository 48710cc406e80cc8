import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { RequestContext } from '../context/request-context.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the access guard on every route that is not public. */
    requestContext?: RequestContext;
  }
}

export const Context = createParamDecorator((_: unknown, execution: ExecutionContext): RequestContext => {
  const context = execution.switchToHttp().getRequest<FastifyRequest>().requestContext;
  if (!context) throw new Error('@Context() on a route that is public: it has no tenant.');
  return context;
});
