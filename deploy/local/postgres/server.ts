import { spawn, type ChildProcess } from 'node:child_process';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Fault } from '../fault.ts';
import { asServerUser, FROM_WITHIN, lastLine } from './data-folder.ts';
import { findRunning, isAlive, readPidFile } from './pid-file.ts';
import type { Programs } from './programs.ts';
import type { ServerUser } from './server-user.ts';

export type Settings = Readonly<Record<string, string | number>>;

export interface Server {
  readonly port: number;
  readonly pid: number;
  /** Resolves when the server is no more, whether it was stopped or broke. */
  readonly ended: Promise<void>;
  /** Ends every session, writes all that is in memory and returns when the server is gone. */
  stop(): Promise<void>;
}

export interface Launch {
  readonly folder: string;
  readonly log: string;
  readonly programs: Programs;
  readonly user: ServerUser | null;
  readonly settings: Settings;
  /** The port that the clients of a server that broke still look for it at. */
  readonly port?: number;
}

const POLL_MS = 20;
/** Recovery after a kill reads what was written since the last checkpoint; it is cut short by nobody. */
const START_LIMIT_MS = 120_000;
const ATTEMPTS = 4;
const BETWEEN_ATTEMPTS_MS = 700;

/** Another program may take the free port first, and what a killed server left in memory goes within a second. */
const PASSING = /could not bind|could not create any TCP|shared memory block .* still in use/;

export async function launchServer(launch: Launch): Promise<Server> {
  const running = await findRunning(launch.folder);
  if (running !== null) return adopt(launch.folder, running.pid);
  for (let attempt = 1; ; attempt++) {
    const outcome = await tryLaunch(launch);
    if (typeof outcome !== 'string') return outcome;
    if (attempt === ATTEMPTS || !PASSING.test(outcome)) {
      throw new Fault(
        `PostgreSQL does not start: ${complaint(outcome)}`,
        `See ${launch.log}; nothing was changed.`,
      );
    }
    await pause(BETWEEN_ATTEMPTS_MS);
  }
}

/** The server, or what it wrote before it gave up. */
async function tryLaunch({ folder, log, programs, user, settings, port }: Launch): Promise<Server | string> {
  const listen = port ?? (await freePort());
  await rename(log, `${log}.1`).catch(() => rm(log, { force: true }));
  const output = await open(log, 'a', 0o600);
  const options = { listen_addresses: '127.0.0.1', unix_socket_directories: '', port: listen, ...settings };
  const child = spawn(
    programs.postgres,
    [
      '-D',
      FROM_WITHIN ?? folder,
      ...Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    {
      ...asServerUser(folder, user),
      stdio: ['ignore', output.fd, output.fd],
      env: { PATH: process.env['PATH'], LC_ALL: 'C' },
      // A group of its own: Ctrl-C reaches the product alone, which stops the database last.
      detached: true,
    },
  );
  const failed = new Promise<Error | null>((resolve) =>
    child.once('error', resolve).once('exit', () => resolve(null)),
  );
  const ended = failed.then(() => undefined);
  await output.close();
  const ready = await Promise.race([untilReady(folder, child), failed.then((error) => error ?? false)]);
  if (ready instanceof Error) return ready.message;
  if (ready && child.pid !== undefined) return server(child.pid, listen, ended);
  return readFile(log, 'utf8').catch(() => '');
}

async function untilReady(folder: string, child: ChildProcess): Promise<boolean> {
  for (let waited = 0; waited < START_LIMIT_MS; waited += POLL_MS) {
    const found = await readPidFile(folder);
    if (found?.pid === child.pid && found?.ready) return true;
    if (child.exitCode !== null || child.signalCode !== null) return false;
    await pause(POLL_MS);
  }
  child.kill('SIGINT');
  return false;
}

async function adopt(folder: string, pid: number): Promise<Server> {
  for (let waited = 0; waited < START_LIMIT_MS; waited += POLL_MS) {
    const found = await readPidFile(folder);
    if (found?.pid === pid && found.ready) return server(pid, found.port, untilGone(pid));
    if (!isAlive(pid)) break;
    await pause(POLL_MS);
  }
  throw new Fault(
    `A PostgreSQL (process ${pid}) runs on ${folder} and does not answer.`,
    `Stop it: kill -INT ${pid}`,
  );
}

const WATCH_MS = 1_000;

/** Another's child says nothing when it ends: it has to be looked at. */
async function untilGone(pid: number): Promise<void> {
  while (isAlive(pid)) await pause(WATCH_MS, undefined, { ref: false });
}

function server(pid: number, port: number, ended: Promise<void>): Server {
  return {
    port,
    pid,
    ended,
    async stop() {
      if (isAlive(pid)) process.kill(pid, 'SIGINT');
      while (isAlive(pid)) await pause(POLL_MS);
    },
  };
}

/** What PostgreSQL said last that is more than a hint. */
function complaint(log: string): string {
  const fatal = log.split('\n').findLast((line) => /FATAL|PANIC|ERROR/.test(line));
  return (fatal ?? lastLine(log)).replace(/^.*?(?=FATAL|PANIC|ERROR)/, '');
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('No port')),
      );
    });
  });
}
