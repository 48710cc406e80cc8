import { assertLevel, highestMaxLevel } from '../scales/proficiency-scale.ts';
import { assertRatingColumns, type RatingColumns } from './rating-columns.ts';
import { assertRatingFields, assertRatingList, type RatingFields } from './rating.ts';
import { never } from './instant.ts';
import { RatingsError } from './ratings.errors.ts';
import { codeOfSource, sourceCount, sourceOfCode } from './sources.ts';

/**
 * Bytes of one packed rating, big-endian: KSA number i16, source u8, level u8, rated at i32, expires at i32
 * (`never` when it does not), seq i32. (Data design, "worker_ratings".)
 */
export const packedRatingBytes = 16;

/**
 * Packs ratings in their order; appending the bytes of two lists is packing both. Throws a typed error that names the
 * rating when one is out of range.
 */
export function packRatings(ratings: readonly RatingFields[]): Uint8Array {
  assertRatingList(ratings);
  const bytes = new Uint8Array(ratings.length * packedRatingBytes);
  const view = new DataView(bytes.buffer);
  for (const [index, rating] of ratings.entries()) {
    assertRatingFields(rating, highestMaxLevel, `/ratings/${index}`);
    const at = index * packedRatingBytes;
    view.setInt16(at, rating.ksaNo);
    view.setUint8(at + 2, codeOfSource(rating.source));
    view.setUint8(at + 3, rating.level);
    view.setInt32(at + 4, rating.ratedAt);
    view.setInt32(at + 8, rating.expiresAt ?? never);
    view.setInt32(at + 12, rating.seq);
  }
  return bytes;
}

/**
 * Unpacks one worker's bytes into `columns` from index `at` on and returns the index after the last. The columns must
 * have room for them. Throws `ratings.packed-length` when the bytes are not whole records or the room is too small, and
 * names the record when its source or its level is none.
 */
export function unpackRatings(bytes: Uint8Array, columns: RatingColumns, at = 0): number {
  assertRatingColumns(columns);
  const count = ArrayBuffer.isView(bytes) ? bytes.byteLength / packedRatingBytes : Number.NaN;
  if (!Number.isInteger(count)) {
    throw packedLength(`Packed ratings must be bytes, whole records of ${packedRatingBytes}.`, '/bytes');
  }
  if (!Number.isInteger(at) || at < 0 || at + count > columns.seq.length) {
    throw packedLength(`There is no room for ${count} ratings from ${at} on.`, '/at');
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let highestSource = 0;
  let highestLevel = 0;
  for (let index = 0; index < count; index += 1) {
    const from = index * packedRatingBytes;
    const to = at + index;
    columns.ksaNo[to] = view.getInt16(from);
    const source = view.getUint8(from + 2);
    const level = view.getUint8(from + 3);
    highestSource = Math.max(highestSource, source);
    highestLevel = Math.max(highestLevel, level);
    columns.source[to] = source;
    columns.level[to] = level;
    columns.ratedAt[to] = view.getInt32(from + 4);
    columns.expiresAt[to] = view.getInt32(from + 8);
    columns.seq[to] = view.getInt32(from + 12);
  }
  if (highestSource >= sourceCount || highestLevel > highestMaxLevel) nameTheWrong(columns, at, at + count);
  return at + count;
}

/** Apart from the loop, which stays free of branches that are never taken. */
function nameTheWrong({ source, level }: RatingColumns, from: number, to: number): void {
  for (let index = from; index < to; index += 1) {
    const pointer = `/bytes/${index - from}`;
    sourceOfCode(source[index] as number, `${pointer}/source`);
    assertLevel(level[index] as number, highestMaxLevel, `packed rating ${index - from}`, `${pointer}/level`);
  }
}

function packedLength(message: string, pointer: string): RatingsError {
  return new RatingsError('ratings.packed-length', message, pointer);
}
