import { isList, isRecord } from '../given.ts';
import { assertLevel } from '../scales/proficiency-scale.ts';
import { assertInstant, type Instant } from './instant.ts';
import { isKsaNo } from './ksa-slots.ts';
import { RatingsError } from './ratings.errors.ts';
import { codeOfSource, type Source } from './sources.ts';

/** One level given to one worker for one KSA by one source. Never changed, only superseded. */
export interface Rating {
  /** Counts the worker's inputs, 1 and up: of two ratings the one recorded later has the higher. */
  readonly seq: number;
  /** The KSA's whole number within the installation, −32768 … 32767: framework above 0, the organisation's own below. */
  readonly ksaNo: number;
  readonly source: Source;
  /** 0 … the organisation's highest level. */
  readonly level: number;
  /** From when it holds. */
  readonly ratedAt: Instant;
  /** The first second at which it no longer counts; `null` when it does not expire by itself. */
  readonly expiresAt: Instant | null;
  /** When it was entered, which may be later than it holds from. */
  readonly recordedAt: Instant;
}

/** What decides an attained level: a rating without the time at which it was recorded. */
export type RatingFields = Omit<Rating, 'recordedAt'>;

const highestSeq = 2_147_483_647;

/** Throws a typed error that names the rating unless every field is within its range. */
export function assertRating(rating: Rating, maxLevel: number, pointer = ''): void {
  assertRatingFields(rating, maxLevel, pointer);
  assertInstant(rating.recordedAt, nameOf(rating), `${pointer}/recordedAt`);
}

/** The same of all but `recordedAt`, which neither columns nor packed ratings have. */
export function assertRatingFields(rating: RatingFields, maxLevel: number, pointer = ''): void {
  if (!isRecord(rating)) throw invalid('There is no rating.', pointer);
  const { seq, ksaNo, source, level, ratedAt, expiresAt } = rating;
  const what = nameOf(rating);
  if (!Number.isInteger(seq) || seq < 0 || seq > highestSeq) {
    throw invalid(`The seq of ${what} is not a whole number.`, `${pointer}/seq`);
  }
  if (!isKsaNo(ksaNo)) throw invalid(`The KSA number of ${what} is out of range.`, `${pointer}/ksaNo`);
  codeOfSource(source, `${pointer}/source`);
  assertLevel(level, maxLevel, what, `${pointer}/level`);
  assertInstant(ratedAt, what, `${pointer}/ratedAt`);
  if (expiresAt === null) return;
  assertInstant(expiresAt, what, `${pointer}/expiresAt`);
  if (expiresAt <= ratedAt) {
    throw invalid(`The expiry of ${what} is not after the time from which it holds.`, `${pointer}/expiresAt`);
  }
}

/** Throws a typed error that names the rating unless they are a list of ratings, each within its range. */
export function assertRatings(ratings: readonly Rating[], maxLevel: number): void {
  assertRatingList(ratings);
  for (const [index, rating] of ratings.entries()) assertRating(rating, maxLevel, `/ratings/${index}`);
}

/** Throws `ratings.invalid-rating` unless it is a list; its items are for `assertRating`. */
export function assertRatingList(ratings: readonly unknown[]): void {
  if (!isList(ratings)) throw invalid('Ratings come as a list.', '/ratings');
}

function nameOf({ seq, ksaNo }: RatingFields): string {
  return `rating ${seq} of KSA number ${ksaNo}`;
}

function invalid(message: string, pointer: string): RatingsError {
  return new RatingsError('ratings.invalid-rating', message, pointer);
}
