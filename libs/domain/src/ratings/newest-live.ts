import type { Instant } from './instant.ts';
import type { KsaSlots } from './ksa-slots.ts';
import type { RatingColumns } from './rating-columns.ts';
import { sourceCount, sourceOfCode } from './sources.ts';

/**
 * Finds, in one pass over one worker's ratings (`from` … `to` − 1), the newest live rating of each source for each
 * slot: `newest[slot · sourceCount + source]` becomes its index, −1 where there is none.
 *
 * Live as of an instant: given by then (`ratedAt` ≤ as-of) and not expired, by its own expiry or by the validity of
 * its source, whichever comes first (both are the first second at which it no longer counts). Of two given at the same
 * second the one recorded later, that is of higher seq, is the newer. Throws `ratings.unknown-source` rather than
 * count a code that is none as some other slot's.
 */
export function findNewestLive(
  columns: RatingColumns,
  from: number,
  to: number,
  asOf: Instant,
  validitySeconds: Float64Array,
  slots: KsaSlots,
  newest: Int32Array,
): void {
  const { ksaNo, source, ratedAt, expiresAt, seq } = columns;
  const { slotOfKsa, firstKsaNo } = slots;
  newest.fill(-1);
  for (let index = from; index < to; index += 1) {
    const slot = slotOfKsa[(ksaNo[index] as number) - firstKsaNo] ?? -1;
    if (slot < 0) continue;
    const code = source[index] as number;
    if (code >= sourceCount) sourceOfCode(code, `/columns/source/${index}`);
    const given = ratedAt[index] as number;
    if (given > asOf || (expiresAt[index] as number) <= asOf) continue;
    if (given + (validitySeconds[code] as number) <= asOf) continue;
    const place = slot * sourceCount + code;
    const former = newest[place] as number;
    if (former >= 0) {
      const formerGiven = ratedAt[former] as number;
      if (given < formerGiven) continue;
      if (given === formerGiven && (seq[index] as number) < (seq[former] as number)) continue;
    }
    newest[place] = index;
  }
}
