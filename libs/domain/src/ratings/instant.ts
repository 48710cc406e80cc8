import { RatingsError } from './ratings.errors.ts';

/**
 * A moment: whole seconds since 2000-01-01T00:00:00Z, as the packed ratings store it (a signed 32-bit number, good
 * from 1931 to 2068).
 */
export type Instant = number;

/** "Does not expire", in columns and packed ratings; objects say `null`. */
export const never: Instant = 2_147_483_647;

export const secondsPerDay = 86_400;

const epochSecondsOf2000 = 946_684_800;
const earliest: Instant = -2_147_483_648;

/** The instant of a time in milliseconds since 1970 (`Date.prototype.getTime`), the fraction of a second dropped. */
export function instantOfEpochMilliseconds(milliseconds: number): Instant {
  // Null and an empty text would be 1970.
  const seconds = typeof milliseconds === 'number' ? Math.floor(milliseconds / 1000) : Number.NaN;
  const instant = seconds - epochSecondsOf2000;
  assertInstant(instant, `${milliseconds} ms since 1970`, '/milliseconds');
  return instant;
}

/** Milliseconds since 1970, for `new Date(…)`. Throws `ratings.invalid-instant`. */
export function epochMillisecondsOf(instant: Instant): number {
  assertInstant(instant, 'an event');
  return (instant + epochSecondsOf2000) * 1000;
}

/**
 * "As of a date": the last second of that day in UTC, so that what was rated on the day counts and what expires on
 * the day no longer does. `date` is `YYYY-MM-DD`.
 */
export function instantAtEndOf(date: string): Instant {
  const start = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(start) || new Date(start).toISOString().slice(0, 10) !== date) {
    throw new RatingsError(
      'ratings.invalid-instant',
      `"${date}" is not a date of the form YYYY-MM-DD.`,
      '/date',
    );
  }
  const end = Math.floor(start / 1000) - epochSecondsOf2000 + secondsPerDay - 1;
  assertInstant(end, `the end of ${date}`, '/date');
  return end;
}

/** Throws `ratings.invalid-instant`, naming `what`, unless it is whole seconds that 32 bits hold. */
export function assertInstant(instant: number, what: string, pointer = '/instant'): void {
  if (!Number.isInteger(instant) || instant < earliest || instant > never) {
    throw new RatingsError(
      'ratings.invalid-instant',
      `The time of ${what} must be whole seconds since 2000 within 1931 to 2068, not ${instant}.`,
      pointer,
    );
  }
}
