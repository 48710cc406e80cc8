import type { CompiledRoleProfile, Instant, Rating, RatingPolicy, Source } from '#domain';
import type { ProfileVersion } from '#roles';

/** A rating as the log has it, its times as the domain counts them. */
export interface BehindRating extends Rating {
  readonly source: Source;
  /** As the name is today; null when nobody of the organisation rated. */
  readonly ratedByName: string | null;
}

/** What one is held against on a day: the rules of that day, or those of today. */
export interface Rules {
  readonly version: ProfileVersion;
  readonly profile: CompiledRoleProfile;
  readonly policy: RatingPolicy;
}

/** The day, and the two times of knowledge that it is looked at from. */
export interface Moments {
  /** `YYYY-MM-DD`. */
  readonly on: string;
  /** The last second of the day. */
  readonly asOf: Instant;
  readonly then: Instant;
  readonly now: Instant;
}

export interface Member {
  readonly workerNo: number;
  readonly workerId: string;
  readonly workerName: string;
  readonly assignedAt: Date | null;
}
