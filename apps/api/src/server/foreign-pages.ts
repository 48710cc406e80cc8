import type { FastifyInstance, FastifyRequest } from 'fastify';
import { BoundedCache } from '#platform/cache/bounded-cache';
import type { Config } from '#platform/config/config';
import { Refusal } from '#platform/problem/refusal';

/** The names that this server is called by are few, and taking a URL apart for each request is dear. */
const MOST_HOSTS = 100;

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
const CHANGES_NOTHING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Two doors that a page of another site could try. A browser that sends its Origin is believed: what changes something
 * must come from a page of ours. And while only this machine is served, a name that merely resolves to it (DNS
 * rebinding) is refused: the demonstration's people sign in without a password.
 */
export function refuseForeignPages(fastify: FastifyInstance, config: Config): void {
  const local = LOOPBACK.has(config.host) || config.host === '::1';
  const known = new Set([...LOOPBACK, new URL(config.publicUrl).hostname]);
  const hosts = new BoundedCache<boolean>(MOST_HOSTS);
  const isKnown = (host: string): boolean => {
    const before = hosts.get(host);
    if (before !== undefined) return before;
    const found = known.has(hostnameOf(host));
    hosts.set(host, found);
    return found;
  };
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (local && !isKnown(request.headers.host ?? '')) {
      done(
        new Refusal(
          'forbidden',
          'unknown-host',
          'This server is not known by this name. PUBLIC_URL can name one.',
        ),
      );
    } else if (!CHANGES_NOTHING.has(request.method) && !fromOwnPage(request, config)) {
      done(new Refusal('forbidden', 'foreign-origin', 'This request came from a page of another site.'));
    } else done();
  });
}

/** Without an Origin it is no browser's cross-site request: those always send one with what changes something. */
function fromOwnPage(request: FastifyRequest, config: Config): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined || origin === config.publicUrl) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

function hostnameOf(host: string): string {
  const address = `http://${host}`;
  return URL.canParse(address) ? new URL(address).hostname : '';
}
