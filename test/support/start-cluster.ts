import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cluster } from '#local/postgres/postgres';
import { startTestCluster } from './cluster.ts';

declare global {
  var testCluster: Cluster | undefined;
  var testFolder: string | undefined;
}

/**
 * Jest's global set-up; what the specs need to know of it reaches their processes in the environment. What they put into
 * the temporary folder goes at the end.
 */
export default async function startForSpecs(): Promise<void> {
  const cluster = await startTestCluster();
  globalThis.testCluster = cluster;
  globalThis.testFolder = await mkdtemp(join(tmpdir(), 'skills-specs-'));
  process.env['TMPDIR'] = globalThis.testFolder;
  process.env['TEST_ADMIN_URL'] = cluster.adminUrl();
  process.env['TEST_OWNER_URL'] = cluster.ownerUrl('postgres');
  process.env['TEST_APP_URL'] = cluster.appUrl('postgres');
}
