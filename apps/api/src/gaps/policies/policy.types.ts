import type { RatingPolicy } from '#domain';

/** A version of an organisation's policy, and since when it is there; null: the default that nobody has changed. */
export interface StoredPolicy {
  readonly policy: RatingPolicy;
  readonly since: Date | null;
}
