import { isRecord } from '../given.ts';
import { highestMaxLevel } from '../scales/proficiency-scale.ts';
import { assertRatingFields, assertRatingList, type RatingFields } from './rating.ts';
import { never } from './instant.ts';
import { RatingsError } from './ratings.errors.ts';
import { codeOfSource } from './sources.ts';

/**
 * Ratings as columns, one entry a rating, for one worker or, worker after worker, for many. What resolving reads:
 * `source` holds codes, `expiresAt` holds `never` where a rating does not expire by itself.
 */
export interface RatingColumns {
  readonly ksaNo: Int16Array;
  readonly source: Uint8Array;
  readonly level: Uint8Array;
  readonly ratedAt: Int32Array;
  readonly expiresAt: Int32Array;
  readonly seq: Int32Array;
}

/** 1.6 GB: far more than a chunk of workers has. */
const mostRatings = 100_000_000;

/** Room for `length` ratings (at most 100 million), to be filled and filled again. Throws `ratings.invalid-columns`. */
export function ratingColumns(length: number): RatingColumns {
  if (!Number.isInteger(length) || length < 0 || length > mostRatings) {
    throw invalidColumns(
      `There is no room for ${length} ratings: 0 to ${mostRatings}, a whole number.`,
      '/length',
    );
  }
  return {
    ksaNo: new Int16Array(length),
    source: new Uint8Array(length),
    level: new Uint8Array(length),
    ratedAt: new Int32Array(length),
    expiresAt: new Int32Array(length),
    seq: new Int32Array(length),
  };
}

/**
 * The columns of some ratings, in their order. Throws a typed error that names the rating when one is out of range:
 * columns would keep some other number in silence.
 */
export function columnsOfRatings(
  ratings: readonly RatingFields[],
  maxLevel: number = highestMaxLevel,
): RatingColumns {
  assertRatingList(ratings);
  const columns = ratingColumns(ratings.length);
  for (const [index, rating] of ratings.entries()) {
    assertRatingFields(rating, maxLevel, `/ratings/${index}`);
    columns.ksaNo[index] = rating.ksaNo;
    columns.source[index] = codeOfSource(rating.source);
    columns.level[index] = rating.level;
    columns.ratedAt[index] = rating.ratedAt;
    columns.expiresAt[index] = rating.expiresAt ?? never;
    columns.seq[index] = rating.seq;
  }
  return columns;
}

/** Throws `ratings.invalid-columns` unless they are columns, all of one length. */
export function assertRatingColumns(columns: RatingColumns): void {
  if (!isRecord(columns) || !areOfTheirTypes(columns)) {
    throw invalidColumns('These are no columns of ratings.', '/columns');
  }
  const { ksaNo, source, level, ratedAt, expiresAt, seq } = columns;
  const { length } = seq;
  const areLevel =
    ksaNo.length === length &&
    source.length === length &&
    level.length === length &&
    ratedAt.length === length &&
    expiresAt.length === length;
  if (!areLevel) throw invalidColumns('Columns of ratings must be of one length.', '/columns');
}

function areOfTheirTypes({ ksaNo, source, level, ratedAt, expiresAt, seq }: RatingColumns): boolean {
  return (
    ksaNo instanceof Int16Array &&
    source instanceof Uint8Array &&
    level instanceof Uint8Array &&
    ratedAt instanceof Int32Array &&
    expiresAt instanceof Int32Array &&
    seq instanceof Int32Array
  );
}

/** Throws `ratings.invalid-columns` unless `from` … `to` − 1 are entries of the columns, or none. */
export function assertEntries({ seq }: RatingColumns, from: number, to: number): void {
  if (!Number.isInteger(from) || from < 0 || from > seq.length) {
    throw invalidColumns(`No rating of ${seq.length} is at ${from}.`, '/from');
  }
  if (!Number.isInteger(to) || to < from || to > seq.length) {
    throw invalidColumns(`Ratings from ${from} of ${seq.length} do not reach to ${to}.`, '/to');
  }
}

function invalidColumns(message: string, pointer: string): RatingsError {
  return new RatingsError('ratings.invalid-columns', message, pointer);
}
