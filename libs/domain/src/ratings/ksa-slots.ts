import { isList, isRecord } from '../given.ts';
import { RatingsError } from './ratings.errors.ts';

/** The KSAs that somebody asks about, each with a place ("slot") in arrays, 0 … `slotCount` − 1. */
export interface KsaSlots {
  readonly slotCount: number;
  /** `slotOfKsa[ksaNo − firstKsaNo]` is the slot, −1 where the KSA is not asked about. */
  readonly slotOfKsa: Int16Array;
  readonly firstKsaNo: number;
}

const lowestKsaNo = -32_768;
const highestKsaNo = 32_767;
const mostSlots = 32_767;

/**
 * One slot for each of these distinct KSA numbers, in their order, at most 32,767. Throws `ratings.invalid-ksa`, naming
 * the place.
 */
export function ksaSlots(ksaNos: readonly number[]): KsaSlots {
  if (!isList(ksaNos) || ksaNos.length > mostSlots) {
    throw invalidKsa(`KSA numbers come as a list of at most ${mostSlots}.`, '/ksaNos');
  }
  if (ksaNos.length === 0) return { slotCount: 0, slotOfKsa: new Int16Array(0), firstKsaNo: 0 };
  for (const [index, ksaNo] of ksaNos.entries()) {
    if (!isKsaNo(ksaNo)) throw invalidKsa(`${ksaNo} is no KSA number.`, `/ksaNos/${index}`);
  }
  const firstKsaNo = ksaNos.reduce((least, ksaNo) => Math.min(least, ksaNo));
  const last = ksaNos.reduce((most, ksaNo) => Math.max(most, ksaNo));
  const slotOfKsa = new Int16Array(last - firstKsaNo + 1).fill(-1);
  for (const [slot, ksaNo] of ksaNos.entries()) {
    if (slotOfKsa[ksaNo - firstKsaNo] !== -1) {
      throw invalidKsa(`KSA number ${ksaNo} has a place already.`, `/ksaNos/${slot}`);
    }
    slotOfKsa[ksaNo - firstKsaNo] = slot;
  }
  return { slotCount: ksaNos.length, slotOfKsa, firstKsaNo };
}

/** The slot of a KSA; −1 when it is not asked about. */
export function slotOf(slots: KsaSlots, ksaNo: number): number {
  assertKsaSlots(slots);
  return slots.slotOfKsa[ksaNo - slots.firstKsaNo] ?? -1;
}

/** Whether it is a whole number that 16 bits hold: −32768 … 32767. */
export function isKsaNo(ksaNo: number): boolean {
  return Number.isInteger(ksaNo) && ksaNo >= lowestKsaNo && ksaNo <= highestKsaNo;
}

/** Throws `ratings.invalid-ksa` unless they are slots, as `ksaSlots` makes them. */
export function assertKsaSlots(slots: KsaSlots): void {
  if (!isRecord(slots) || !(slots.slotOfKsa instanceof Int16Array) || !Number.isInteger(slots.slotCount)) {
    throw invalidKsa('These are no slots of KSAs.', '/slots');
  }
}

function invalidKsa(message: string, pointer: string): RatingsError {
  return new RatingsError('ratings.invalid-ksa', message, pointer);
}
