import type { Source } from '#domain';

/** A rating before it has its place in the worker's log. */
export interface NewRating {
  readonly ksaNo: number;
  readonly source: Source;
  readonly level: number;
  readonly ratedAt: Date;
  readonly expiresAt: Date | null;
  readonly assessmentId: string | null;
  readonly ratedBy: string | null;
}

/** As the log has it. */
export interface LoggedRating extends NewRating {
  readonly seq: number;
  readonly recordedAt: Date;
  /** The name of whoever rated, as it is today; null when nobody of the organisation did. */
  readonly ratedByName: string | null;
}

/** The live ratings of one worker, and the version of the worker's inputs that they are. */
export interface PackedRatings {
  readonly inputVersion: number;
  readonly packed: Uint8Array;
}
