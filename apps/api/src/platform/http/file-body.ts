import type { Readable } from 'node:stream';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** What the parsers know a body by that is a file; nobody sends it. */
const INTERNAL_TYPE = 'application/x-file-body';

/** A body that nobody has read yet: whoever handles the request does, once it is known who asks. */
export class FileBody {
  readonly #stream: Readable;

  constructor(
    /** As the caller said, without parameters; empty when it said nothing. */
    readonly contentType: string,
    stream: Readable,
  ) {
    this.#stream = stream;
  }

  get stream(): Readable {
    return this.#stream;
  }
}

interface TakingFiles {
  readonly takesFile?: boolean;
}

/** The route's body is a `FileBody`, of whatever type and length: it says itself how much it takes. */
export const TakesFile = (): MethodDecorator => RouteConfig({ takesFile: true } satisfies TakingFiles);

/** Call before the routes are made. Everywhere else a body is JSON of limited length, as before. */
export function takeFiles(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    if (!takesFile(route.config)) return;
    route.preParsing = (request, _reply, payload, done) => {
      request.headers = { 'content-type': INTERNAL_TYPE };
      done(null, payload);
    };
  });
  fastify.addContentTypeParser(INTERNAL_TYPE, (request, payload, done) => {
    if (takesFile(request.routeOptions.config)) done(null, new FileBody(saidType(request), payload));
    else done(Object.assign(new Error('Unsupported Media Type'), { statusCode: 415 }), undefined);
  });
}

function takesFile(config: unknown): boolean {
  return (config as TakingFiles | undefined)?.takesFile === true;
}

function saidType(request: FastifyRequest): string {
  const [type = ''] = (request.raw.headers['content-type'] ?? '').split(';', 1);
  return type.trim().toLowerCase();
}
