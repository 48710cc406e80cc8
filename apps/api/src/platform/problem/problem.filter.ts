import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemOf, type Problem } from './problem.ts';

/** The one place where an error becomes an answer: RFC 9457, with the request's id, never with a stack. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>(), this.logger);
  }
}

export function sendProblem(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  logger: Logger,
): void {
  const problem = problemOf(error);
  // An HttpException of 500 or more is some library's way to say that it broke; what it wraps belongs in the log.
  if (problem.status >= 500) {
    const cause = error instanceof HttpException && error.cause ? error.cause : error;
    logger.error(
      `${request.method} ${pathOf(request)} ${request.id}`,
      cause instanceof Error ? cause.stack : String(cause),
    );
  }
  if (reply.raw.headersSent) {
    reply.raw.destroy();
    return;
  }
  const { retryAfterSeconds, ...body } = problem;
  if (retryAfterSeconds !== undefined) void reply.header('retry-after', String(retryAfterSeconds));
  if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
  void reply
    .status(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(
      JSON.stringify({ ...body, instance: pathOf(request), requestId: request.id } satisfies AnsweredProblem),
    );
}

type AnsweredProblem = Omit<Problem, 'retryAfterSeconds'> & { instance: string; requestId: string };

/** Without the query: a token may stand in it. */
function pathOf(request: FastifyRequest): string {
  return request.url.replace(/\?.*$/s, '');
}
