import { NO_TEAM } from '#gaps';

/** Teams that are summed up in one transaction: as many, in their order, as together have no more than so many workers. */
export function teamBatches(
  sizes: readonly { readonly teamNo: number; readonly workerCount: number }[],
  mostWorkers: number,
): number[][] {
  const batches: number[][] = [];
  let room = 0;
  for (const { teamNo, workerCount } of sizes) {
    // Those in no team are read by another statement than teams, and a team beyond the room stands alone.
    const former = batches.at(-1);
    if (former === undefined || workerCount > room || former[0] === NO_TEAM) {
      batches.push([teamNo]);
      room = mostWorkers;
    } else former.push(teamNo);
    room -= workerCount;
  }
  return batches;
}
