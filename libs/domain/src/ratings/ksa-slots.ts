/** The KSAs that somebody asks about, each with a place ("slot") in arrays, 0 … `slotCount` − 1. */
export interface KsaSlots {
  readonly slotCount: number;
  /** `slotOfKsa[ksaNo − firstKsaNo]` is the slot, −1 where the KSA is not asked about. */
  readonly slotOfKsa: Int16Array;
  readonly firstKsaNo: number;
}

/** One slot for each of these distinct KSA numbers, in their order. */
export function ksaSlots(ksaNos: readonly number[]): KsaSlots {
  if (ksaNos.length === 0) return { slotCount: 0, slotOfKsa: new Int16Array(0), firstKsaNo: 0 };
  const firstKsaNo = ksaNos.reduce((least, ksaNo) => Math.min(least, ksaNo));
  const last = ksaNos.reduce((most, ksaNo) => Math.max(most, ksaNo));
  const slotOfKsa = new Int16Array(last - firstKsaNo + 1).fill(-1);
  ksaNos.forEach((ksaNo, slot) => (slotOfKsa[ksaNo - firstKsaNo] = slot));
  return { slotCount: ksaNos.length, slotOfKsa, firstKsaNo };
}

/** The slot of a KSA; −1 when it is not asked about. */
export function slotOf(slots: KsaSlots, ksaNo: number): number {
  return slots.slotOfKsa[ksaNo - slots.firstKsaNo] ?? -1;
}
