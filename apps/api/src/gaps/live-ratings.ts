import { never, packedRatingBytes, type Rating, ratingColumns, sourceOfCode, unpackRatings } from '#domain';

/** A worker's packed ratings as objects. When they were recorded is not packed: scoring does not ask for it. */
export function liveRatings(packed: Uint8Array): Rating[] {
  const count = packed.length / packedRatingBytes;
  const columns = ratingColumns(count);
  unpackRatings(packed, columns);
  return Array.from({ length: count }, (_, index) => {
    const expiresAt = columns.expiresAt[index]!;
    return {
      seq: columns.seq[index]!,
      ksaNo: columns.ksaNo[index]!,
      source: sourceOfCode(columns.source[index]!),
      level: columns.level[index]!,
      ratedAt: columns.ratedAt[index]!,
      expiresAt: expiresAt === never ? null : expiresAt,
      recordedAt: columns.ratedAt[index]!,
    };
  });
}
