import { readFile, readlink, realpath, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { codeOf } from '../fault.ts';

const PID_LINE = 0;
const PORT_LINE = 3;
const STATUS_LINE = 7;

/** Above what any Unix gives out: PostgreSQL takes it for dead, and still sees to what the dead one left in memory. */
const NOBODYS_PID = 2 ** 22 + 1;

export interface PidFile {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

export async function readPidFile(folder: string): Promise<PidFile | null> {
  const text = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => null);
  if (text === null) return null;
  const lines = text.split('\n');
  const pid = Number.parseInt(lines[PID_LINE] ?? '', 10);
  if (Number.isNaN(pid)) return null;
  return {
    pid,
    port: Number.parseInt(lines[PORT_LINE] ?? '', 10),
    ready: lines[STATUS_LINE]?.trim() === 'ready',
  };
}

/** The server that still runs on the folder after whoever started it was killed; null when none does. */
export async function findRunning(folder: string): Promise<PidFile | null> {
  const found = await readPidFile(folder);
  if (found === null || !isAlive(found.pid)) return null;
  if (await servesFolder(found, folder)) return found;
  await disown(folder);
  return null;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** A number is given out again after a restart of the machine: whose is it now? PostgreSQL works in its data folder. */
async function servesFolder({ pid, port }: PidFile, folder: string): Promise<boolean> {
  if (process.platform === 'linux') {
    const workingFolder = await readlink(`/proc/${pid}/cwd`).catch(() => null);
    return workingFolder === (await realpath(folder));
  }
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('close', () => socket.destroy());
    setTimeout(() => socket.end(), 500).unref();
  });
}

/** Without this PostgreSQL would take the other program for itself and refuse to start. */
async function disown(folder: string): Promise<void> {
  const path = join(folder, 'postmaster.pid');
  const lines = (await readFile(path, 'utf8')).split('\n');
  await writeFile(path, [NOBODYS_PID, ...lines.slice(1)].join('\n'));
}
