import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Vite puts a hash of its content into the name of what lies here. */
const HASHED = '/assets/';

/** The console and the light entry are each one page, whatever the address within them. */
export async function servePages(fastify: FastifyInstance, folder: string): Promise<void> {
  const root = resolve(folder);
  if (!existsSync(root)) return;
  await fastify.register(fastifyStatic, {
    root,
    wildcard: false,
    preCompressed: true,
    index: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.header('cache-control', path.includes(HASHED) ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  fastify.get('/', (_request, reply) => reply.sendFile('index.html'));
  for (const address of ['/sign-in', '/set-up', '/invitation/*', '/my', '/my/*']) {
    fastify.get(address, (_request, reply) => reply.sendFile('index.html'));
  }
  for (const address of ['/console', '/console/*']) {
    fastify.get(address, (_request, reply) => reply.sendFile('console/index.html'));
  }
}
