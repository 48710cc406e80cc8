import type { RatingColumns } from './rating-columns.ts';
import type { Rating } from './rating.ts';
import { never } from './instant.ts';
import { RatingsError } from './ratings.errors.ts';
import { codeOfSource } from './sources.ts';

/**
 * Bytes of one packed rating, big-endian: KSA number i16, source u8, level u8, rated at i32, expires at i32
 * (`never` when it does not), seq i32. (Data design, "worker_ratings".)
 */
export const packedRatingBytes = 16;

type PackedFields = Omit<Rating, 'recordedAt'>;

/** Packs ratings in their order; appending the bytes of two lists is packing both. */
export function packRatings(ratings: readonly PackedFields[]): Uint8Array {
  const bytes = new Uint8Array(ratings.length * packedRatingBytes);
  const view = new DataView(bytes.buffer);
  ratings.forEach((rating, index) => {
    const at = index * packedRatingBytes;
    view.setInt16(at, rating.ksaNo);
    view.setUint8(at + 2, codeOfSource(rating.source));
    view.setUint8(at + 3, rating.level);
    view.setInt32(at + 4, rating.ratedAt);
    view.setInt32(at + 8, rating.expiresAt ?? never);
    view.setInt32(at + 12, rating.seq);
  });
  return bytes;
}

/**
 * Unpacks one worker's bytes into `columns` from index `at` on and returns the index after the last. The columns must
 * have room for them. Throws `ratings.packed-length` when the bytes are not whole records or the room is too small.
 */
export function unpackRatings(bytes: Uint8Array, columns: RatingColumns, at = 0): number {
  const count = bytes.length / packedRatingBytes;
  if (!Number.isInteger(count) || at + count > columns.seq.length) {
    throw new RatingsError(
      'ratings.packed-length',
      `${bytes.length} bytes of packed ratings are not whole records of ${packedRatingBytes} with room for them.`,
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let index = 0; index < count; index += 1) {
    const from = index * packedRatingBytes;
    const to = at + index;
    columns.ksaNo[to] = view.getInt16(from);
    columns.source[to] = view.getUint8(from + 2);
    columns.level[to] = view.getUint8(from + 3);
    columns.ratedAt[to] = view.getInt32(from + 4);
    columns.expiresAt[to] = view.getInt32(from + 8);
    columns.seq[to] = view.getInt32(from + 12);
  }
  return at + count;
}
