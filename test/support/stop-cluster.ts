import { stopTestCluster } from './cluster.ts';

export default async function stopAfterSpecs(): Promise<void> {
  if (globalThis.testCluster !== undefined) await stopTestCluster(globalThis.testCluster);
}
