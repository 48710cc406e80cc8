import {
  bulkScorer,
  type CompiledRoleProfile,
  type Instant,
  never,
  packedRatingBytes,
  ratingColumns,
  type RatingPolicy,
  secondsPerDay,
  unpackRatings,
} from '#domain';
import type { CopyWriter } from '#platform/database/copy-writer';

/** Few enough to be scored in a moment, enough that what is made once for a batch does not count. */
const BATCH = 64;

/** How PostgreSQL writes the date `infinity`. */
const ENDLESS = 2_147_483_647;

export interface ScorableProfile {
  readonly profileVersionNo: number;
  readonly releaseId: string;
  readonly profile: CompiledRoleProfile;
}

/**
 * Workers of one role profile version on their way from packed ratings to rows of scores, a batch at a time, in memory
 * that is used again.
 */
export class ProfileLane {
  readonly #profileVersionNo: number;
  readonly #releaseId: Buffer;
  readonly #profile: CompiledRoleProfile;
  readonly #score: ReturnType<typeof bulkScorer>;
  readonly #asOf: Instant;
  readonly #workerNos = new Int32Array(BATCH);
  readonly #inputVersions = new Int32Array(BATCH);
  readonly #starts = new Int32Array(BATCH + 1);
  #columns = ratingColumns(BATCH);
  #count = 0;

  constructor(
    { profileVersionNo, releaseId, profile }: ScorableProfile,
    policy: RatingPolicy,
    asOf: Instant,
  ) {
    this.#profileVersionNo = profileVersionNo;
    this.#releaseId = Buffer.from(releaseId.replaceAll('-', ''), 'hex');
    this.#profile = profile;
    this.#score = bulkScorer(profile, policy);
    this.#asOf = asOf;
  }

  get isFull(): boolean {
    return this.#count === BATCH;
  }

  add(workerNo: number, inputVersion: number, packed: Uint8Array): void {
    const from = this.#starts[this.#count] as number;
    this.#makeRoom(from + packed.length / packedRatingBytes);
    this.#workerNos[this.#count] = workerNo;
    this.#inputVersions[this.#count] = inputVersion;
    this.#count += 1;
    this.#starts[this.#count] = unpackRatings(packed, this.#columns, from);
  }

  /** Scores who waits, and says how many they were; a row each, as the table `rescored` has its columns. */
  flush(into: CopyWriter): number {
    const count = this.#count;
    const { denominator, slotCount } = this.#profile;
    const starts = this.#starts.subarray(0, count + 1);
    const scores = this.#score({ columns: this.#columns, starts }, this.#asOf);
    for (let worker = 0; worker < count; worker += 1) {
      const from = worker * slotCount;
      into.row(14);
      into.int4(this.#workerNos[worker] as number);
      into.int4(this.#profileVersionNo);
      into.date(dayOf(scores.runsOut[worker] as number));
      into.int4(this.#inputVersions[worker] as number);
      into.bytes(this.#releaseId);
      into.int8(scores.low[worker] as number);
      into.int8(scores.high[worker] as number);
      into.int8(denominator);
      into.int2(scores.met[worker] as number);
      into.int2(scores.criticalShort[worker] as number);
      into.int2(scores.criticalOpen[worker] as number);
      into.int2Array(scores.attained, from, from + slotCount);
      into.booleanArray(scores.verified, from, from + slotCount);
      into.int4Array(scores.used, from, from + slotCount);
    }
    this.#count = 0;
    return count;
  }

  #makeRoom(ratings: number): void {
    const room = this.#columns.seq.length;
    if (ratings <= room) return;
    const larger = ratingColumns(Math.max(ratings, 2 * room));
    larger.ksaNo.set(this.#columns.ksaNo);
    larger.source.set(this.#columns.source);
    larger.level.set(this.#columns.level);
    larger.ratedAt.set(this.#columns.ratedAt);
    larger.expiresAt.set(this.#columns.expiresAt);
    larger.seq.set(this.#columns.seq);
    this.#columns = larger;
  }
}

/** The days since 2000 of an instant. */
function dayOf(instant: Instant): number {
  return instant === never ? ENDLESS : Math.floor(instant / secondsPerDay);
}
