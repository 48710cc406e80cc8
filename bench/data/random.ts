/**
 * A stream of numbers from a seed, the same on every machine (mulberry32): whole numbers below `below`. Streams of
 * different `stream` numbers do not depend on each other, so a worker's data can be made again on its own.
 */
export function randomFrom(seed: number, stream = 0): (below: number) => number {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(stream + 1, 0x85ebca6b)) | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
