import { assertInstant, type Instant } from './instant.ts';
import { assertLevel } from '../scales/proficiency-scale.ts';
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

const highestSeq = 2_147_483_647;

/** Throws a typed error that names the rating unless every field is within its range. */
export function assertRating(rating: Rating, maxLevel: number, pointer = ''): void {
  const what = `rating ${rating.seq} of KSA number ${rating.ksaNo}`;
  if (!Number.isInteger(rating.seq) || rating.seq < 0 || rating.seq > highestSeq) {
    throw new RatingsError(
      'ratings.invalid-rating',
      `The seq of ${what} is not a whole number.`,
      `${pointer}/seq`,
    );
  }
  if (!Number.isInteger(rating.ksaNo) || rating.ksaNo < -32_768 || rating.ksaNo > 32_767) {
    throw new RatingsError(
      'ratings.invalid-rating',
      `The KSA number of ${what} is out of range.`,
      `${pointer}/ksaNo`,
    );
  }
  codeOfSource(rating.source);
  assertLevel(rating.level, maxLevel, what, `${pointer}/level`);
  assertInstant(rating.ratedAt, what, `${pointer}/ratedAt`);
  assertInstant(rating.recordedAt, what, `${pointer}/recordedAt`);
  if (rating.expiresAt !== null) {
    assertInstant(rating.expiresAt, what, `${pointer}/expiresAt`);
    if (rating.expiresAt <= rating.ratedAt) {
      throw new RatingsError(
        'ratings.invalid-rating',
        `The expiry of ${what} is not after the time from which it holds.`,
        `${pointer}/expiresAt`,
      );
    }
  }
}
