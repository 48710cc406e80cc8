import { never, packedRatingBytes, type Rating, ratingColumns, sourceOfCode, unpackRatings } from '#domain';

/** A worker's packed ratings as objects. When they were recorded is not packed: scoring does not ask for it. */
export function liveRatings(packed: Uint8Array): Rating[] {
  const count = packed.length / packedRatingBytes;
  const columns = ratingColumns(count);
  unpackRatings(packed, columns);
  return Array.from({ length: count }, (_, index) => {
    const expiresAt = columns.expiresAt[index] as number;
    return {
      seq: columns.seq[index] as number,
      ksaNo: columns.ksaNo[index] as number,
      source: sourceOfCode(columns.source[index] as number),
      level: columns.level[index] as number,
      ratedAt: columns.ratedAt[index] as number,
      expiresAt: expiresAt === never ? null : expiresAt,
      recordedAt: columns.ratedAt[index] as number,
    };
  });
}
