import { indexOf, levelOf } from './at-level.ts';
import type { Coverage } from './coverage.ts';

/** The levels that are missing and can be reached, each a unit; those of one KSA lie side by side, upwards. */
export interface MissingUnits {
  /** By unit: numerator. */
  readonly worth: Float64Array;
  /** All units together. */
  readonly total: number;
  /** Every gain is a multiple of it. */
  readonly quantum: number;
  /** By programme, the places in `low` and `high` from `first` to `end` − 1: ranges of units that it covers. */
  readonly first: Int32Array;
  readonly end: Int32Array;
  /** The range's first unit, and the first after it. */
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** By unit: its KSA and its level. */
  readonly ksas: Int32Array;
  readonly levels: Int32Array;
}

/** @param some of the programmes: only what these reach, and only their ranges */
export function missingUnits({ standing, flat }: Coverage, some: readonly number[]): MissingUnits {
  const { from, required, worth } = standing;
  const { first: firstRaise, raises } = flat;
  const first = new Int32Array(flat.minutes.length);
  const end = new Int32Array(flat.minutes.length);
  // First the KSA and the level of each range, then, when it is known how high all reach, its units.
  let most = 0;
  for (const index of some) most += (firstRaise[index + 1] as number) - (firstRaise[index] as number);
  const low = new Int32Array(most);
  const high = new Int32Array(most);
  const highest = from.slice();
  let count = 0;
  for (const index of some) {
    first[index] = count;
    const last = firstRaise[index + 1] as number;
    for (let place = firstRaise[index] as number; place < last; place += 1) {
      const ksa = indexOf(raises[place] as number);
      const level = Math.min(levelOf(raises[place] as number), required[ksa] as number);
      if (worth[ksa] === 0 || level <= (from[ksa] as number)) continue;
      low[count] = ksa;
      high[count] = level;
      count += 1;
      if (level > (highest[ksa] as number)) highest[ksa] = level;
    }
    end[index] = count;
  }

  const { ksas, levels, firstOfKsa } = unitsBetween(from, highest);
  for (let place = 0; place < count; place += 1) {
    const ksa = low[place] as number;
    low[place] = firstOfKsa[ksa] as number;
    high[place] = (firstOfKsa[ksa] as number) + (high[place] as number) - (from[ksa] as number);
  }
  const worthOfUnit = Float64Array.from(ksas, (ksa) => worth[ksa] as number);
  const total = worthOfUnit.reduce((sum, each) => sum + each, 0);
  const quantum = Math.max(1, worthOfUnit.reduce(greatestCommonDivisor, 0));
  return { worth: worthOfUnit, total, quantum, first, end, low, high, ksas, levels };
}

function unitsBetween(
  from: ArrayLike<number>,
  highest: ArrayLike<number>,
): { readonly ksas: Int32Array; readonly levels: Int32Array; readonly firstOfKsa: Int32Array } {
  const ksas: number[] = [];
  const levels: number[] = [];
  const firstOfKsa = new Int32Array(from.length);
  for (let ksa = 0; ksa < from.length; ksa += 1) {
    firstOfKsa[ksa] = ksas.length;
    for (let level = (from[ksa] as number) + 1; level <= (highest[ksa] as number); level += 1) {
      ksas.push(ksa);
      levels.push(level);
    }
  }
  return { ksas: Int32Array.from(ksas), levels: Int32Array.from(levels), firstOfKsa };
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
