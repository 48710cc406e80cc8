import { instantAtEndOf, type RatingPolicy } from '#domain';
import { CopyReader } from '#platform/database/copy-reader';
import { CopyWriter } from '#platform/database/copy-writer';
import { ProfileLane, type ScorableProfile } from './profile-lane.ts';

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
  readonly #unknown = new Set<number>();
  #reader = new CopyReader();
  #writer = new CopyWriter();
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
    this.#reader = new CopyReader();
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
      if (lane.isFull) lane.flush(this.#writer);
      this.#pairs += 1;
    }
  }

  /** The versions that came and had not been added: what they asked for is missing from the rows. */
  finish(): { pairs: number; unknown: readonly number[] } {
    for (const lane of this.#lanes.values()) lane.flush(this.#writer);
    this.#writer.trailer();
    return { pairs: this.#pairs, unknown: [...this.#unknown] };
  }
}
