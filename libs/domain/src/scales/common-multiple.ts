import { assertMaxLevel } from './proficiency-scale.ts';

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/**
 * L = lcm(1 … maxLevel): the least number that every required level divides, so that an achievement min(A, R) / R is
 * a whole number of L-ths. 12 for the default scale, at most 2520. (Domain design, "Exact arithmetic".)
 */
export function commonMultipleOfLevels(maxLevel: number): number {
  assertMaxLevel(maxLevel);
  let multiple = 1;
  for (let level = 2; level <= maxLevel; level += 1) {
    multiple = (multiple / greatestCommonDivisor(multiple, level)) * level;
  }
  return multiple;
}
