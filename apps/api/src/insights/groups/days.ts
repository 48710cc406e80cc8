import { epochMillisecondsOf, type Instant, instantAtEndOf, secondsPerDay } from '#domain';
import { SOON_DAYS } from './group.types.ts';

/** What ends before this second, seen from the end of a day, ends soon. */
export const soonAfter = (day: string): Instant => instantAtEndOf(day) + 1 + SOON_DAYS * secondsPerDay;

/** The day, in UTC, that an instant lies on. */
export const dayOfInstant = (instant: Instant): string =>
  new Date(epochMillisecondsOf(instant)).toISOString().slice(0, 10);
