import { once } from 'node:events';
import { fastify } from 'fastify';
import pg from 'pg';
import { served } from '../http/served.ts';

/**
 * Fastify and pg, and nothing else: no sign-in, no row-level security (a superuser's connection), no framework around
 * it. It runs the product's very statement for each request and returns the very bytes that the product returns, which
 * it has fetched beforehand: nothing is written, nothing is checked.
 */
export interface BareServer {
  readonly databaseUrl: string;
  readonly poolSize: number;
  readonly tenantId: string;
  readonly statement: { readonly name: string; readonly text: string };
  /** Where the product serves the same paths. */
  readonly product: string;
  readonly token: string;
  readonly paths: readonly string[];
}

/** Where it listens. */
export type BareOrigin = string;

if (import.meta.main) served(start);

async function start(given: BareServer): Promise<BareOrigin> {
  const { databaseUrl, poolSize, tenantId, statement, product, token, paths } = given;
  const bodies = new Map<string, string>();
  for (const path of paths) {
    const response = await fetch(`${product}${path}`, { headers: { authorization: `Bearer ${token}` } });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    bodies.set(path, await response.text());
  }
  const pool = new pg.Pool({ connectionString: databaseUrl, max: poolSize });
  const server = fastify();
  server.get<{ Params: { workerId: string; roleProfileId: string } }>(
    '/api/gap-scores/:workerId/:roleProfileId',
    async ({ params: { workerId, roleProfileId }, url }, reply) => {
      const values = [tenantId, [workerId], [roleProfileId], [null], new Date().toISOString()];
      const { rows } = await pool.query({ ...statement, values });
      if (rows.length !== 1) throw new Error(`${url}: ${rows.length} rows`);
      return reply.type('application/json; charset=utf-8').send(bodies.get(url));
    },
  );
  await server.listen({ host: '127.0.0.1', port: 0 });
  if (!server.server.listening) await once(server.server, 'listening');
  return server.listeningOrigin;
}
