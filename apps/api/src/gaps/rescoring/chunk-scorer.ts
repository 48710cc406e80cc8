import { instantAtEndOf, type RatingPolicy } from '#domain';
import { CopyReader } from '#platform/database/copy-reader';
import { CopyWriter } from '#platform/database/copy-writer';
import { ProfileLane, type ScorableProfile } from './profile-lane.ts';

/** Workers who wait in all lanes together: few enough to be scored in some milliseconds. */
const MOST_WAITING = 512;

/** What every score of a run has in common. */
export interface ScoringBasis {
  readonly policy: RatingPolicy;
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
}

/** Turns pairs, as they stream out of the database, into rows of scores. */
export class ChunkScorer {
  readonly #basis: ScoringBasis;
  readonly #lanes = new Map<number, ProfileLane>();
  readonly #waiting = new Set<ProfileLane>();
  readonly #unknown = new Set<number>();
  readonly #reader = new CopyReader();
  #writer = new CopyWriter();
  #waitingWorkers = 0;
  #pairs = 0;

  constructor(basis: ScoringBasis) {
    this.#basis = basis;
  }

  addProfile(profile: ScorableProfile): void {
    const { policy, asOf } = this.#basis;
    this.#lanes.set(profile.profileVersionNo, new ProfileLane(profile, policy, instantAtEndOf(asOf)));
  }

  /** @param writer takes the rows; whatever it held before is gone */
  begin(writer: CopyWriter): void {
    this.#reader.reset();
    this.#writer = writer;
    this.#pairs = 0;
    this.#unknown.clear();
    writer.take();
    writer.header();
  }

  take(piece: Buffer): void {
    const reader = this.#reader;
    reader.push(piece);
    while (reader.next()) {
      const lane = this.#lanes.get(reader.int4(1));
      if (lane === undefined) {
        this.#unknown.add(reader.int4(1));
        continue;
      }
      lane.add(reader.int4(0), reader.int4(2), reader.bytes(3));
      this.#waiting.add(lane);
      this.#pairs += 1;
      this.#waitingWorkers += 1;
      if (lane.isFull) this.#flush(lane);
      else if (this.#waitingWorkers >= MOST_WAITING) this.#flushAll();
    }
  }

  /** The versions that came and had not been added: what they asked for is missing from the rows. */
  finish(): { pairs: number; unknown: readonly number[] } {
    this.#flushAll();
    this.#writer.trailer();
    return { pairs: this.#pairs, unknown: [...this.#unknown] };
  }

  #flushAll(): void {
    for (const lane of this.#waiting) this.#flush(lane);
  }

  #flush(lane: ProfileLane): void {
    this.#waitingWorkers -= lane.flush(this.#writer);
    this.#waiting.delete(lane);
  }
}
