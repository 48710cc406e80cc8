import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe } from '@jest/globals';
import { REDIS_SERVER } from '#local/checks/found';
import { freePort } from '#local/postgres/server';

const POLL_MS = 20;
const START_LIMIT_MS = 10_000;

/** Left out, and named at the end of `npm test`, where the machine has no redis-server. */
export const describeOnRedis = REDIS_SERVER === null ? describe.skip : describe;

export interface Redis {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** A server of the spec's own, which keeps nothing on disk. */
export async function startRedis(): Promise<Redis> {
  if (REDIS_SERVER === null)
    throw new Error('There is no redis-server: begin the spec with describeOnRedis.');
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'skills-redis-'));
  const server = spawn(
    REDIS_SERVER,
    ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no'],
    { stdio: 'ignore' },
  );
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  for (let waited = 0; !(await answers(port)); waited += POLL_MS) {
    if (server.exitCode !== null || waited > START_LIMIT_MS) throw new Error('redis-server did not start.');
    await pause(POLL_MS);
  }
  return {
    url: `redis://127.0.0.1:${port}`,
    pid: server.pid ?? 0,
    async stop() {
      server.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.end());
  });
}
