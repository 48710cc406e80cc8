import { RatingsError } from './ratings.errors.ts';

/** What a rating of today weighs in a decay table: 2^20. */
export const undecayed = 1_048_576;

export const longestHalfLifeDays = 3650;

/**
 * The decay of a rating's weight by its age in whole days: `round(2^20 · 2^(−d / halfLifeDays))`, up to the last day
 * that is not 0 (about 21 half-lives). To be made once and stored with the policy's version: engines differ in the
 * last bit of a power, so it is never computed again. (Domain design, "Attained level".)
 */
export function decayTable(halfLifeDays: number): number[] {
  if (!Number.isInteger(halfLifeDays) || halfLifeDays < 1 || halfLifeDays > longestHalfLifeDays) {
    throw new RatingsError(
      'ratings.invalid-policy',
      `A half-life must be whole days, 1 to ${longestHalfLifeDays}, not ${halfLifeDays}.`,
      '/halfLifeDays',
    );
  }
  const table: number[] = [];
  for (let day = 0; ; day += 1) {
    const weight = Math.round(undecayed * 2 ** (-day / halfLifeDays));
    if (weight === 0) return table;
    table.push(weight);
  }
}
