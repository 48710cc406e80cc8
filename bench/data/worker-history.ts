import {
  codeOfSource,
  never,
  packedRatingBytes,
  secondsPerDay,
  sourceCount,
  type Instant,
  type Source,
} from '#domain';
import { randomFrom } from './random.ts';

/** In how many rounds an organisation's ratings arrived; each went through all workers. */
export const ROUNDS = 4;

/** One rating as it arrived. `expiresAt` may be `never`. */
export interface ArrivedRating {
  round: number;
  seq: number;
  ksaNo: number;
  source: number;
  level: number;
  ratedAt: Instant;
  expiresAt: Instant;
}

/** Who rates in which round, how many of a hundred KSAs, and for how many days it holds; null is for ever. */
const HABITS: readonly {
  round: number;
  source: Source;
  of100: number;
  validDays: number | null;
}[] = [
  { round: 0, source: 'self', of100: 95, validDays: null },
  { round: 1, source: 'manager', of100: 35, validDays: null },
  { round: 1, source: 'credential', of100: 14, validDays: 730 },
  { round: 2, source: 'assessor', of100: 66, validDays: null },
  { round: 2, source: 'test', of100: 9, validDays: 365 },
  { round: 3, source: 'self', of100: 55, validDays: null },
  { round: 3, source: 'training', of100: 6, validDays: null },
];

/** The rounds began so many days before the day that is scored, a quarter of two years apart. */
const ROUND_DAYS = 180;

/**
 * A worker's ratings of these KSAs in order of arrival, some 100 for 40 KSAs: most rate themselves, many are rated by
 * somebody else, some hold a credential or a test that may have run out. One worker in 25 was never rated; of the
 * others 5 in 100 KSAs never were. Fills `into` from 0 on and returns how many; the same worker has the same every time.
 */
export function workerHistory(
  seed: number,
  workerNo: number,
  ksaNos: readonly number[],
  maxLevel: number,
  until: Instant,
  into: ArrivedRating[],
): number {
  const random = randomFrom(seed, workerNo);
  if (random(25) === 0) return 0;
  const ability = 1 + random(maxLevel);
  const unrated = new Set(ksaNos.filter(() => random(100) < 5));
  let count = 0;
  for (const { round, source, of100, validDays } of HABITS) {
    const at = until - (ROUNDS - round) * ROUND_DAYS * secondsPerDay + random(150 * secondsPerDay);
    for (const ksaNo of ksaNos) {
      if (unrated.has(ksaNo) || random(100) >= of100) continue;
      const rating = (into[count] ??= {
        round: 0,
        seq: 0,
        ksaNo: 0,
        source: 0,
        level: 0,
        ratedAt: 0,
        expiresAt: 0,
      });
      rating.round = round;
      rating.seq = count + 1;
      rating.ksaNo = ksaNo;
      rating.source = codeOfSource(source);
      rating.level = Math.max(0, Math.min(maxLevel, ability + random(4) - 2));
      rating.ratedAt = at;
      rating.expiresAt = validDays === null ? never : at + validDays * secondsPerDay;
      count += 1;
    }
  }
  return count;
}

/** What the cache of live ratings keeps of them: all but the earlier of two self ratings of a KSA. */
export function packHistory(ratings: readonly ArrivedRating[], count: number): Buffer {
  const newest = new Map<number, number>();
  for (let index = 0; index < count; index += 1) {
    const { ksaNo, source } = ratings[index] as ArrivedRating;
    newest.set(ksaNo * sourceCount + source, index);
  }
  const packed = Buffer.allocUnsafe(newest.size * packedRatingBytes);
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    const { ksaNo, source, level, ratedAt, expiresAt, seq } = ratings[index] as ArrivedRating;
    if (newest.get(ksaNo * sourceCount + source) !== index) continue;
    packed.writeInt16BE(ksaNo, at);
    packed[at + 2] = source;
    packed[at + 3] = level;
    packed.writeInt32BE(ratedAt, at + 4);
    packed.writeInt32BE(expiresAt, at + 8);
    packed.writeInt32BE(seq, at + 12);
    at += packedRatingBytes;
  }
  return packed;
}
