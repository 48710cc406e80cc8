import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * The answer, or 304 when the caller has it already. The tag is of the content: a gap view depends on more than one
 * version (score, names, scale, policy), and a page that asks after each event mostly asks for what it has.
 */
export function unlessKnown<Body extends object>(
  request: FastifyRequest,
  reply: FastifyReply,
  body: Body,
): Body | undefined {
  const tag = `W/"${createHash('sha256').update(JSON.stringify(body)).digest('base64url').slice(0, 22)}"`;
  void reply.header('etag', tag).header('cache-control', 'private, no-cache');
  const known = request.headers['if-none-match']?.split(',').map((each) => each.trim());
  if (known?.includes(tag) !== true) return body;
  void reply.status(304);
  return undefined;
}
