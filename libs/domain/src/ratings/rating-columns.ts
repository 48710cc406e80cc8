import type { Rating } from './rating.ts';
import { never } from './instant.ts';
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

/** Room for `length` ratings, to be filled and filled again. */
export function ratingColumns(length: number): RatingColumns {
  return {
    ksaNo: new Int16Array(length),
    source: new Uint8Array(length),
    level: new Uint8Array(length),
    ratedAt: new Int32Array(length),
    expiresAt: new Int32Array(length),
    seq: new Int32Array(length),
  };
}

/** The columns of some ratings, in their order. */
export function columnsOfRatings(ratings: readonly Rating[]): RatingColumns {
  const columns = ratingColumns(ratings.length);
  ratings.forEach((rating, index) => {
    columns.ksaNo[index] = rating.ksaNo;
    columns.source[index] = codeOfSource(rating.source);
    columns.level[index] = rating.level;
    columns.ratedAt[index] = rating.ratedAt;
    columns.expiresAt[index] = rating.expiresAt ?? never;
    columns.seq[index] = rating.seq;
  });
  return columns;
}
