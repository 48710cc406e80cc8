import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../problem/refusal.ts';

export function setEtag(reply: FastifyReply, version: number): void {
  void reply.header('etag', `"${version}"`);
}

/** The version that the caller has seen: 428 when they do not say, 412 when it cannot be one of ours. */
function ifMatch(request: FastifyRequest): number {
  const header = request.headers['if-match'];
  if (header === undefined)
    throw new Refusal(
      'precondition-required',
      'if-match-required',
      'Send the ETag that you have seen as If-Match.',
    );
  // A proxy that compresses may have weakened the tag; versions are compared, so that is no loss.
  const version = /^(?:W\/)?"(\d{1,10})"$/.exec(header.trim())?.[1];
  if (version === undefined)
    throw new Refusal(
      'precondition-failed',
      'if-match-unknown',
      'If-Match is not an ETag that this server has given.',
    );
  return Number(version);
}

/** `@IfMatch() version: number` on a handler that edits. */
export const IfMatch = createParamDecorator((_: unknown, execution: ExecutionContext): number =>
  ifMatch(execution.switchToHttp().getRequest<FastifyRequest>()),
);
