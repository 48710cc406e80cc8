import { existsSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Vite puts a hash of its content into the name of what lies here. */
const HASHED = '/assets/';

/** Addresses within a page, whatever they end in: an invitation's token has dots. */
const WITHIN_LIGHT = /^\/(invitation|my|set-up|sign-in)(\/|$)/;
const WITHIN_CONSOLE = /^\/console(\/|$)/;

/** Answered by the API's own routes or not at all. */
const NOT_PAGES = /^\/(api|health)(\/|$)/;

/** The console and the light entry are each one page, whatever the address within them. */
export async function servePages(fastify: FastifyInstance, folder: string): Promise<void> {
  const root = resolve(folder);
  if (!existsSync(root)) return;
  await fastify.register(fastifyStatic, {
    root,
    serve: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.header(
        'cache-control',
        path.includes(HASHED) ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  // HEAD comes with it. The API's routes are more specific than this one, and stand before it.
  fastify.get('/*', (request, reply) => {
    const path = request.url.replace(/\?.*$/s, '');
    if (NOT_PAGES.test(path)) {
      reply.callNotFound();
      return;
    }
    if (WITHIN_CONSOLE.test(path)) return reply.sendFile('console/index.html');
    if (WITHIN_LIGHT.test(path) || extname(path) === '') return reply.sendFile('index.html');
    return reply.sendFile(decodeURIComponent(path));
  });
}
