import { assertRatingPolicy } from './assert-rating-policy.ts';
import type { ChooseRating } from './choose-rating.ts';
import { chooseByConsensus } from './consensus.ts';
import { assertInstant, secondsPerDay, type Instant } from './instant.ts';
import { assertKsaSlots, type KsaSlots } from './ksa-slots.ts';
import { chooseMostTrusted } from './most-trusted.ts';
import { findNewestLive } from './newest-live.ts';
import { assertEntries, assertRatingColumns, ratingColumns, type RatingColumns } from './rating-columns.ts';
import type { RatingPolicy } from './rating-policy.ts';
import { sourceCount, sources, type SourceSet } from './sources.ts';

/**
 * Resolves ratings to attained levels by a policy, worker after worker: `read` one worker's ratings, then ask `chosen`
 * for as many slots and sets of sources as wanted. Made once for a policy and a set of KSAs; holds its working memory,
 * so one resolver serves one loop at a time.
 */
export class RatingResolver {
  readonly #choose: ChooseRating;
  readonly #validitySeconds: Float64Array;
  readonly #slots: KsaSlots;
  readonly #newest: Int32Array;
  #columns: RatingColumns = ratingColumns(0);
  #asOf: Instant = 0;

  /** Throws `ratings.invalid-policy` when the policy is not whole, `ratings.invalid-ksa` when the slots are none. */
  constructor(policy: RatingPolicy, slots: KsaSlots) {
    assertRatingPolicy(policy);
    assertKsaSlots(slots);
    this.#choose = policy.kind === 'most-trusted' ? chooseMostTrusted(policy) : chooseByConsensus(policy);
    this.#validitySeconds = Float64Array.from(
      sources,
      (source) => (policy.validityDays[source] ?? Number.POSITIVE_INFINITY) * secondsPerDay,
    );
    this.#slots = slots;
    this.#newest = new Int32Array(slots.slotCount * sourceCount).fill(-1);
  }

  /**
   * Takes up one worker: the ratings `from` … `to` − 1 of the columns, in any order, as of an instant. Throws
   * `ratings.invalid-columns` and `ratings.invalid-instant`.
   */
  read(columns: RatingColumns, from: number, to: number, asOf: Instant): void {
    if (columns !== this.#columns) assertRatingColumns(columns);
    assertEntries(columns, from, to);
    assertInstant(asOf, 'as-of', '/asOf');
    this.#columns = columns;
    this.#asOf = asOf;
    findNewestLive(columns, from, to, asOf, this.#validitySeconds, this.#slots, this.#newest);
  }

  /**
   * The index of the rating whose level is attained when `allowed` sources alone count; −1: unknown, as is every KSA
   * that is in no slot.
   */
  chosen(slot: number, allowed: SourceSet): number {
    if (!this.#isSlot(slot)) return -1;
    return this.#choose(this.#columns, this.#newest, slot * sourceCount, allowed, this.#asOf);
  }

  /** The index of the newest live rating by one source, whatever the policy thinks of it; −1: none. */
  newest(slot: number, sourceCode: number): number {
    if (!this.#isSlot(slot) || sources[sourceCode] === undefined) return -1;
    return this.#newest[slot * sourceCount + sourceCode] ?? -1;
  }

  #isSlot(slot: number): boolean {
    return Number.isInteger(slot) && slot >= 0 && slot < this.#slots.slotCount;
  }
}
