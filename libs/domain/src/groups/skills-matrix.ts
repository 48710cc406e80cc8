import { isWhole } from '../given.ts';
import { assertInstant, type Instant, never } from '../ratings/instant.ts';
import { ksaSlots, slotOf, type KsaSlots } from '../ratings/ksa-slots.ts';
import type { RatingPolicy } from '../ratings/rating-policy.ts';
import { RatingResolver } from '../ratings/rating-resolver.ts';
import { everySource } from '../ratings/sources.ts';
import { type GroupMember, memberKsas } from './group-member.ts';
import { GroupsError } from './groups.errors.ts';
import { type MatrixCells, matrixCells, writeMatrixCell } from './matrix-cells.ts';
import { assertRatingsOfWorker, type RatingsOfWorker } from './member-resolver.ts';
import { type RatingEnd, ratingEnd } from '../ratings/rating-end.ts';

/** The end of a rating that a cell marks: one that ends soon, or one that has ended. */
export interface MatrixExpiry {
  readonly place: number;
  readonly endsAt: Instant;
}

/**
 * Workers x KSAs with attained, required, verified and expiry, written row by row. A KSA that no role of the worker
 * asks for shows what they attain all the same. (Domain design, "Team, site and organisation".)
 */
export class SkillsMatrix {
  readonly cells: MatrixCells;
  readonly expiries: MatrixExpiry[] = [];
  readonly #rowCount: number;
  readonly #slots: KsaSlots;
  readonly #asOf: Instant;
  readonly #soonBefore: Instant;
  readonly #resolver: RatingResolver;
  readonly #end: RatingEnd;
  /** By column, of the row being written: when the last rating that has ended did; 0 of `#ended` before any. */
  readonly #endedAt: Int32Array;
  readonly #ended: Uint8Array;

  /** `ksaNos`: the columns, in their order. `soonBefore`: a rating that ends before it, and has not yet, ends soon. */
  constructor(
    policy: RatingPolicy,
    ksaNos: readonly number[],
    rowCount: number,
    asOf: Instant,
    soonBefore: Instant,
  ) {
    assertInstant(asOf, 'as-of', '/asOf');
    assertInstant(soonBefore, 'soon', '/soonBefore');
    this.#slots = ksaSlots(ksaNos);
    this.cells = matrixCells(rowCount, ksaNos.length);
    this.#rowCount = rowCount;
    this.#asOf = asOf;
    this.#soonBefore = soonBefore;
    this.#resolver = new RatingResolver(policy, this.#slots);
    this.#end = ratingEnd(policy);
    this.#endedAt = new Int32Array(ksaNos.length);
    this.#ended = new Uint8Array(ksaNos.length);
  }

  /**
   * Writes one row; `member` says what the worker's roles ask for, resolved as of the same instant. Throws
   * `groups.invalid-matrix` when there is no such row, and typed errors that name the ratings and the member.
   */
  write(row: number, ratings: RatingsOfWorker, member: GroupMember): void {
    if (!isWhole(row, 0, this.#rowCount - 1))
      throw new GroupsError('groups.invalid-matrix', `The matrix has no row ${row}.`, '/row');
    assertRatingsOfWorker(ratings);
    const { columns, from, to } = ratings;
    this.#resolver.read(columns, from, to, this.#asOf);
    this.#findEnded(ratings);
    const required = new Map(memberKsas(member).map((ksa) => [slotOf(this.#slots, ksa.ksaNo), ksa]));
    for (let slot = 0; slot < this.#slots.slotCount; slot += 1) {
      const chosen = this.#resolver.chosen(slot, everySource);
      const asked = required.get(slot);
      if (chosen < 0 && asked === undefined && this.#ended[slot] === 0) continue;
      const place = slot * this.#rowCount + row;
      const attained = chosen < 0 ? null : (columns.level[chosen] as number);
      const endsAt = chosen < 0 ? (this.#endedAt[slot] as number) : this.#end(columns, chosen);
      const isExpired = chosen < 0 && this.#ended[slot] === 1;
      const isEndingSoon = chosen >= 0 && endsAt !== never && endsAt < this.#soonBefore;
      writeMatrixCell(this.cells, place, {
        attained,
        requiredLevel: asked?.requiredLevel ?? null,
        verified: asked?.verified ?? false,
        critical: asked?.critical ?? false,
        expiry: isExpired ? 'expired' : isEndingSoon ? 'soon' : 'none',
      });
      if (isExpired || isEndingSoon) this.expiries.push({ place, endsAt });
    }
  }

  /** Of each KSA whether the worker had a rating that has ended, and when the last did. */
  #findEnded({ columns, from, to }: RatingsOfWorker): void {
    this.#ended.fill(0);
    for (let index = from; index < to; index += 1) {
      const slot = slotOf(this.#slots, columns.ksaNo[index] as number);
      const end = this.#end(columns, index);
      if (slot < 0 || end > this.#asOf) continue;
      if (this.#ended[slot] === 0 || end > (this.#endedAt[slot] as number)) this.#endedAt[slot] = end;
      this.#ended[slot] = 1;
    }
  }
}
