import type { Cluster } from '#local/postgres/postgres';
import { startTestCluster } from './cluster.ts';

declare global {
  var testCluster: Cluster | undefined;
}

/** Jest's global set-up; what the specs need to know of it reaches their processes in the environment. */
export default async function startForSpecs(): Promise<void> {
  const cluster = await startTestCluster();
  globalThis.testCluster = cluster;
  process.env['TEST_ADMIN_URL'] = cluster.adminUrl();
  process.env['TEST_OWNER_URL'] = cluster.ownerUrl('postgres');
  process.env['TEST_APP_URL'] = cluster.appUrl('postgres');
}
