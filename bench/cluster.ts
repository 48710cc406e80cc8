import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCluster } from '#local/postgres/postgres';
import { migrations } from '#migrations';
import { readConfig } from '#platform/config/config';
import { migrate } from '#platform/database/migrate';
import type { BenchCluster } from './measurement.ts';

/** As the product ships it (durable), with the memory that a server of 4 GB would be given. */
const SETTINGS = { shared_buffers: '512MB', max_wal_size: '4GB', work_mem: '32MB' };

export interface RunningCluster extends BenchCluster {
  readonly adminUrl: string;
  stop(): Promise<void>;
}

export async function startBenchCluster(): Promise<RunningCluster> {
  const folder = await mkdtemp(join(tmpdir(), 'skills-bench-'));
  const cluster = await startCluster({ folder, settings: SETTINGS });
  return {
    adminUrl: cluster.adminUrl(),
    async migratedDatabase(name) {
      await cluster.createDatabase(name);
      const urls = { appUrl: cluster.appUrl(name), ownerUrl: cluster.ownerUrl(name) };
      await migrate(readConfig({ DATABASE_URL: urls.appUrl, OWNER_DATABASE_URL: urls.ownerUrl }), migrations);
      return { name, ...urls, adminUrl: cluster.adminUrl(name) };
    },
    async stop() {
      await cluster.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
