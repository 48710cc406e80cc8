import { packedRatingBytes, packRatings, type Rating } from '#domain';

type Packable = Omit<Rating, 'recordedAt'>;

/**
 * What the cache keeps of a worker's ratings, in the order of their seq: a rating goes only when one of the same KSA
 * and source is newer and expires no earlier, for then no policy can ever choose it again. That order is transitive,
 * so adding ratings one submission at a time or all at once leaves the same ones. (Data design, "worker_ratings".)
 */
export function packLive(packed: Uint8Array, added: readonly Packable[]): Uint8Array {
  const records = [...splitRecords(packed), ...splitRecords(packRatings(added))];
  const groups = Map.groupBy(records, (record) => record.subject);
  const live = records.filter(
    (record) => !(groups.get(record.subject) ?? []).some((other) => supersedes(other, record)),
  );
  live.sort((left, right) => left.seq - right.seq);
  return Buffer.concat(live.map((record) => record.bytes));
}

interface PackedRecord {
  readonly bytes: Uint8Array;
  /** KSA and source in one number. */
  readonly subject: number;
  readonly ratedAt: number;
  readonly expiresAt: number;
  readonly seq: number;
}

function splitRecords(packed: Uint8Array): PackedRecord[] {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  return Array.from({ length: packed.length / packedRatingBytes }, (_, index) => {
    const at = index * packedRatingBytes;
    return {
      bytes: packed.subarray(at, at + packedRatingBytes),
      subject: view.getInt16(at) * 8 + view.getUint8(at + 2),
      ratedAt: view.getInt32(at + 4),
      expiresAt: view.getInt32(at + 8),
      seq: view.getInt32(at + 12),
    };
  });
}

function supersedes(other: PackedRecord, record: PackedRecord): boolean {
  const newer =
    other.ratedAt > record.ratedAt || (other.ratedAt === record.ratedAt && other.seq > record.seq);
  return newer && other.expiresAt >= record.expiresAt;
}
