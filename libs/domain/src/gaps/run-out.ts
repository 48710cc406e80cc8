import { type Instant, never } from '../ratings/instant.ts';
import type { KsaSlots } from '../ratings/ksa-slots.ts';
import type { RatingColumns } from '../ratings/rating-columns.ts';
import { ratingEnd } from '../ratings/rating-end.ts';
import type { RatingPolicy } from '../ratings/rating-policy.ts';

/** One worker's ratings, `from` … `to` − 1 of the columns, as of an instant. */
export type RunOut = (columns: RatingColumns, from: number, to: number, asOf: Instant) => Instant;

/**
 * How long a score stands while nobody rates: to the first second after the as-of at which a rating of a KSA that is
 * asked for no longer counts; `never` when each counts for good. Until then a policy by trust resolves the same; a
 * consensus weighs anew each day as well. A rating that decides nothing ends it too: what is found out the day before
 * would have to be found out again.
 */
export function runOut(slots: KsaSlots, policy: RatingPolicy): RunOut {
  const endOf = ratingEnd(policy);
  const { slotOfKsa, firstKsaNo } = slots;
  return (columns, from, to, asOf) => {
    const { ksaNo, ratedAt } = columns;
    let first = never;
    for (let index = from; index < to; index += 1) {
      if ((slotOfKsa[(ksaNo[index] as number) - firstKsaNo] ?? -1) < 0) continue;
      if ((ratedAt[index] as number) > asOf) continue;
      const end = endOf(columns, index);
      if (end > asOf && end < first) first = end;
    }
    return first;
  };
}
