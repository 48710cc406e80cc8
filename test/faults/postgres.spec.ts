import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { isAlive } from '#local/postgres/pid-file';
import { startCluster, type Cluster } from '#local/postgres/postgres';

const run = promisify(execFile);
const DATABASE = 'skills';

async function query<Row extends pg.QueryResultRow>(cluster: Cluster, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: cluster.ownerUrl(DATABASE) });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

/** An entry with what could be lost. */
async function keepSomething(cluster: Cluster): Promise<void> {
  await cluster.createDatabase(DATABASE);
  await query(cluster, `create table kept (word text); insert into kept values ('kept')`);
}

const expectKept = async (cluster: Cluster) =>
  expect(await query(cluster, 'select word from kept')).toEqual([{ word: 'kept' }]);

async function untilGone(pid: number): Promise<void> {
  while (isAlive(pid)) await pause(20);
}

describe('the embedded database', () => {
  let parent: string;
  let folder: string;
  const running = new Set<Cluster>();

  async function start(): Promise<Cluster> {
    const cluster = await startCluster({ folder });
    running.add(cluster);
    return cluster;
  }

  /** The server that another process started and left behind, with something in it. */
  async function startAndKillStarter(): Promise<number> {
    const script = `import { startCluster } from '#local/postgres/postgres';
      const cluster = await startCluster({ folder: process.argv[1] });
      await cluster.createDatabase('${DATABASE}');
      process.stdout.write(JSON.stringify([cluster.pid(), cluster.ownerUrl('${DATABASE}')]));
      setInterval(() => undefined, 1000);`;
    const starter = spawn(process.execPath, ['--input-type=module', '--eval', script, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    const said = await new Promise<string>((resolve) =>
      starter.stdout.once('data', (data) => resolve(String(data))),
    );
    const [pid, url] = JSON.parse(said) as [number, string];
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(`create table kept (word text); insert into kept values ('kept')`);
    await client.end();
    starter.kill('SIGKILL');
    return pid;
  }

  async function stop(cluster: Cluster): Promise<void> {
    running.delete(cluster);
    await cluster.stop();
  }

  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'skills-faults-'));
    await chmod(parent, 0o755);
    folder = join(parent, 'data');
  });

  afterEach(async () => {
    for (const cluster of running) await stop(cluster);
    await rm(parent, { recursive: true, force: true });
  });

  it('keeps what was written over a stop and a start', async () => {
    const first = await start();
    await keepSomething(first);
    await stop(first);
    await expectKept(await start());
  });

  it('keeps its passwords, its log and its data from other users', async () => {
    await start();
    for (const name of ['secrets.json', 'postgres.log', 'postgres']) {
      expect({ name, others: (await stat(join(folder, name))).mode & 0o077 }).toEqual({ name, others: 0 });
    }
  });

  it('works in a folder that its own user cannot walk down to', async () => {
    await chmod(parent, 0o700);
    const first = await start();
    await keepSomething(first);
    await stop(first);
    await expectKept(await start());
  });

  it('is begun anew when its making was cut short', async () => {
    await mkdir(join(folder, 'postgres.new/base'), { recursive: true });
    await writeFile(join(folder, 'postgres.new/PG_VERSION'), '18\n');
    await keepSomething(await start());
    expect(await readdir(folder)).not.toContain('postgres.new');
  });

  it('refuses a folder that is not one of PostgreSQL, and leaves it as it is', async () => {
    await mkdir(join(folder, 'postgres'), { recursive: true });
    await writeFile(join(folder, 'postgres/letters.txt'), 'mine');
    await expect(start()).rejects.toThrow('is not a PostgreSQL data folder');
    expect(await readFile(join(folder, 'postgres/letters.txt'), 'utf8')).toBe('mine');
  });

  it('refuses the data of another major version, and leaves it as it is', async () => {
    await mkdir(join(folder, 'postgres'), { recursive: true });
    await writeFile(join(folder, 'postgres/PG_VERSION'), '15\n');
    await expect(start()).rejects.toThrow('was made by PostgreSQL 15; this release brings 18');
    expect(await readdir(join(folder, 'postgres'))).toEqual(['PG_VERSION']);
  });

  it('is taken over when whoever started it was killed', async () => {
    const pid = await startAndKillStarter();
    const taken = await start();
    expect(taken.pid()).toBe(pid);
    await expectKept(taken);
    await stop(taken);
    expect(isAlive(pid)).toBe(false);
  });

  it('loses nothing acknowledged when it is killed, and is there again for those it serves', async () => {
    const cluster = await start();
    await keepSomething(cluster);
    const killed = cluster.pid();
    process.kill(killed, 'SIGKILL');
    await untilGone(killed);
    while (cluster.pid() === killed) await pause(20);
    await expectKept(cluster);
  });

  it('starts after it and its starter were killed at once', async () => {
    const pid = await startAndKillStarter();
    process.kill(pid, 'SIGKILL');
    await untilGone(pid);
    await expectKept(await start());
  });

  it('does not take another program for itself that was given its number', async () => {
    const first = await start();
    await keepSomething(first);
    await stop(first);
    const other = spawn('sleep', ['60'], { stdio: 'ignore' });
    await writeFile(
      join(folder, 'postgres/postmaster.pid'),
      `${other.pid ?? 0}\n/proc/self/cwd\n0\n5432\n\n127.0.0.1\n         0         0\nready   \n`,
    );
    await expectKept(await start());
    expect(isAlive(other.pid ?? 0)).toBe(true);
    other.kill('SIGKILL');
  });

  it('is given new passwords when those that it had are lost', async () => {
    const first = await start();
    await keepSomething(first);
    await stop(first);
    await rm(join(folder, 'secrets.json'));
    await expectKept(await start());
  });

  it('says that its folder cannot be written', async () => {
    folder = '/dev/null/data';
    await expect(start()).rejects.toThrow('/dev/null/data cannot be written');
    if (process.getuid?.() === 0) return;
    folder = join(parent, 'closed');
    await mkdir(folder, { mode: 0o500 });
    await expect(start()).rejects.toThrow('cannot be written (EACCES)');
    expect(await readdir(folder)).toEqual([]);
  });

  it('is stopped by a signal to its starter alone', async () => {
    const cluster = await start();
    // A group of its own: Ctrl-C in a terminal is for whoever started it.
    const { stdout } = await run('ps', ['-o', 'pgid=', '-p', String(cluster.pid())]);
    expect(Number(stdout)).toBe(cluster.pid());
    await stop(cluster);
    expect(existsSync(join(folder, 'postgres/postmaster.pid'))).toBe(false);
  });
});
