import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GapViewAnswer } from './gap-views.service.ts';

/** The answer's text, sent as it is, or 304 when the caller has it already. */
export async function unlessKnown(
  request: FastifyRequest,
  reply: FastifyReply,
  { tag, text }: GapViewAnswer,
): Promise<Buffer | undefined> {
  void reply.header('etag', tag).header('cache-control', 'private, no-cache');
  const known = request.headers['if-none-match']?.split(',').map((each) => each.trim());
  if (known?.includes(tag) === true) {
    void reply.status(304);
    return undefined;
  }
  void reply.header('content-type', 'application/json; charset=utf-8');
  // Bytes: a string would be copied once more behind the headers.
  return Buffer.from(await text());
}
