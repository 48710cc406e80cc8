import { readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { startCluster, type Cluster } from '#local/postgres/postgres';
import { isAlive, readPidFile } from '#local/postgres/pid-file';
import { migrate } from '#platform/database/migrate';
import { readConfig } from '#platform/config/config';
import { migrations } from '#migrations';
import { TEMPLATE } from './database.ts';

const CLUSTERS = resolve(import.meta.dirname, '../../.data/test');

/** A PostgreSQL for one run of the tests: two runs at the same time have nothing in common. */
export async function startTestCluster(): Promise<Cluster> {
  await removeAbandoned();
  const cluster = await startCluster({ folder: join(CLUSTERS, String(process.pid)), durable: false });
  await cluster.createDatabase(TEMPLATE);
  await migrateDatabase(cluster.ownerUrl(TEMPLATE), cluster.appUrl(TEMPLATE));
  return cluster;
}

export async function stopTestCluster(cluster: Cluster): Promise<void> {
  await cluster.stop();
  await rm(join(CLUSTERS, String(process.pid)), { recursive: true, force: true });
}

async function migrateDatabase(ownerUrl: string, appUrl: string): Promise<void> {
  await migrate(readConfig({ DATABASE_URL: appUrl, OWNER_DATABASE_URL: ownerUrl }), migrations);
}

/** What a run that was killed left behind: its folder is named by its process. */
async function removeAbandoned(): Promise<void> {
  const runs = await readdir(CLUSTERS).catch(() => []);
  for (const run of runs.filter((name) => /^\d+$/.test(name) && !isAlive(Number(name)))) {
    const server = await readPidFile(join(CLUSTERS, run, 'postgres'));
    if (server !== null && isAlive(server.pid)) process.kill(server.pid, 'SIGQUIT');
    await rm(join(CLUSTERS, run), { recursive: true, force: true }).catch(() => undefined);
  }
}
