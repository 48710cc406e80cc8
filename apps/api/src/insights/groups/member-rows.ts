import {
  type GroupMember,
  type MemberResolver,
  type MemberScore,
  packedRatingBytes,
  ratingColumns,
  type RatingsOfWorker,
  unpackRatings,
} from '#domain';
import { CopyReader } from '#platform/database/copy-reader';
import { integers, readBooleans, readIntegers, readSmallints } from './array-bytes.ts';
import type { GroupRoles } from './group-roles.ts';

/** A worker's packed ratings as columns, in memory that the next worker's take over. */
class UnpackedRatings {
  #columns = ratingColumns(128);

  of(packed: Uint8Array): RatingsOfWorker {
    const count = packed.length / packedRatingBytes;
    if (count > this.#columns.seq.length) this.#columns = ratingColumns(2 * count);
    return { columns: this.#columns, from: 0, to: unpackRatings(packed, this.#columns) };
  }
}

type Scratch = Pick<MemberScore, 'profileVersionNo' | 'profile'> & {
  readonly attained: Int16Array;
  readonly verified: Uint8Array;
  readonly used: Int32Array;
  readonly expiresAt: Int32Array;
};

/** A page of rows as they stream out of the database, in the order of the workers' numbers. */
abstract class WorkerRows {
  #reader = new CopyReader();
  /** Of the last row's worker; 0 before the first. */
  workerNo = 0;
  workers = 0;

  /** Another page comes. */
  begin(): void {
    this.#reader = new CopyReader();
  }

  take(piece: Buffer): void {
    this.#reader.push(piece);
    while (this.#reader.next()) {
      const workerNo = this.#reader.int4(0);
      if (workerNo !== this.workerNo) {
        this.finish();
        this.workers += 1;
        this.workerNo = workerNo;
      }
      this.row(this.#reader);
    }
  }

  /** The page is over, or the worker. */
  abstract finish(): void;

  protected abstract row(row: CopyReader): void;
}

/**
 * Members with their newest stored scores: worker_no, team_no, packed, then of each role profile_version_no, attained,
 * verified, used. Each member is handed on whole, in memory that the next one takes over.
 */
export class ScoredMemberRows extends WorkerRows {
  /** Versions that came and are not among the roles: the members who have them are not whole. */
  readonly unknown = new Set<number>();
  readonly #roles: GroupRoles;
  readonly #resolver: MemberResolver;
  readonly #hand: (member: GroupMember, teamNo: number | null) => void;
  readonly #unpacked = new UnpackedRatings();
  readonly #scratch = new Map<number, Scratch>();
  #teamNo: number | null = null;
  #scores: Scratch[] = [];

  constructor(
    roles: GroupRoles,
    resolver: MemberResolver,
    hand: (member: GroupMember, teamNo: number | null) => void,
  ) {
    super();
    this.#roles = roles;
    this.#resolver = resolver;
    this.#hand = hand;
  }

  finish(): void {
    if (this.#scores.length > 0) this.#hand({ workerNo: this.workerNo, scores: this.#scores }, this.#teamNo);
    this.#scores = [];
  }

  protected row(row: CopyReader): void {
    if (row.isNull(3)) return;
    const score = this.#scratchOf(row.int4(3));
    if (score === undefined) return;
    this.#teamNo = row.isNull(1) ? null : row.int4(1);
    readSmallints(row.bytes(4), score.attained);
    readBooleans(row.bytes(5), score.verified);
    readIntegers(row.bytes(6), score.used);
    const ratings = this.#unpacked.of(row.bytes(2));
    this.#resolver.expiries(ratings, score.profileVersionNo, score.used, score.expiresAt);
    this.#scores.push(score);
  }

  #scratchOf(profileVersionNo: number): Scratch | undefined {
    const known = this.#scratch.get(profileVersionNo);
    if (known !== undefined) return known;
    const profile = this.#roles.get(profileVersionNo);
    if (profile === undefined) {
      this.unknown.add(profileVersionNo);
      return undefined;
    }
    const { slotCount } = profile;
    const scratch = {
      profileVersionNo,
      profile,
      attained: new Int16Array(slotCount),
      verified: new Uint8Array(slotCount),
      used: new Int32Array(slotCount),
      expiresAt: new Int32Array(slotCount),
    };
    this.#scratch.set(profileVersionNo, scratch);
    return scratch;
  }
}

/** Members to be resolved again: worker_no, packed, the published version of each role that they have. */
export class RatedMemberRows extends WorkerRows {
  readonly #hand: (workerNo: number, ratings: RatingsOfWorker, profileVersionNos: readonly number[]) => void;
  readonly #unpacked = new UnpackedRatings();

  constructor(
    hand: (workerNo: number, ratings: RatingsOfWorker, profileVersionNos: readonly number[]) => void,
  ) {
    super();
    this.#hand = hand;
  }

  override finish(): void {
    // A worker is one row.
  }

  protected row(row: CopyReader): void {
    this.#hand(row.int4(0), this.#unpacked.of(row.bytes(1)), integers(row.bytes(2)));
  }
}
