import autocannon from 'autocannon';
import { served } from './served.ts';

/** autocannon in a process of its own: what it does must not hold up the server that it measures. */
export interface Load {
  readonly origin: string;
  readonly paths: readonly string[];
  readonly token: string | null;
  readonly connections: number;
  readonly seconds: number;
}

export interface Loaded {
  readonly requestsPerSecond: number;
  readonly requests: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Answers that were none or not 2xx. */
  readonly failed: number;
}

if (import.meta.main) served(put);

async function put({ origin, paths, token, connections, seconds }: Load): Promise<Loaded> {
  let opened = 0;
  const { requests, latency, errors, non2xx } = await autocannon({
    url: origin,
    connections,
    duration: seconds,
    headers: token === null ? {} : { authorization: `Bearer ${token}` },
    // Each connection begins somewhere else: no two ask for the same at one time.
    setupClient(client) {
      const from = Math.floor((opened * paths.length) / connections);
      opened += 1;
      client.setRequests([...paths.slice(from), ...paths.slice(0, from)].map((path) => ({ path })));
    },
  });
  return {
    requestsPerSecond: requests.average,
    requests: requests.total,
    p50: latency.p50,
    p99: latency.p99,
    failed: errors + non2xx,
  };
}
