import { readFile, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Fault } from './fault.ts';
import { isAlive } from './postgres/pid-file.ts';

const noteSchema = z.object({ pid: z.number(), address: z.string() });

/** Two products on one data folder would stop each other's database: the second one is told of the first. */
export async function assertSoleStart(dataFolder: string): Promise<void> {
  const text = await readFile(note(dataFolder), 'utf8').catch(() => null);
  if (text === null) return;
  const parsed = noteSchema.safeParse(safeJson(text));
  if (!parsed.success || !isAlive(parsed.data.pid) || !isStart(parsed.data.pid)) return;
  const { pid, address } = parsed.data;
  throw new Fault(
    `The product of this folder already runs at ${address} (process ${pid}).`,
    `Use it, or stop it: kill ${pid}`,
  );
}

export async function noteStart(dataFolder: string, address: string): Promise<() => Promise<void>> {
  await writeFile(note(dataFolder), JSON.stringify({ pid: process.pid, address }));
  return () => rm(note(dataFolder), { force: true });
}

function note(dataFolder: string): string {
  return join(dataFolder, 'start.json');
}

/** After a restart of the machine the number may be another program's. */
function isStart(pid: number): boolean {
  if (pid === process.pid) return false;
  if (process.platform !== 'linux') return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('deploy/local/start.ts');
  } catch {
    return false;
  }
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
