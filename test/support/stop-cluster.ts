import { rm } from 'node:fs/promises';
import { stopTestCluster } from './cluster.ts';

export default async function stopAfterSpecs(): Promise<void> {
  if (globalThis.testCluster !== undefined) await stopTestCluster(globalThis.testCluster);
  if (globalThis.testFolder !== undefined) await rm(globalThis.testFolder, { recursive: true, force: true });
}
