import { assertMaxLevel } from '../scales/proficiency-scale.ts';
import { GroupsError } from './groups.errors.ts';
import type { KsaTotals } from './group-totals.ts';

const COUNTS_AT = 2;
const NUMBERS_AT = COUNTS_AT + 6 * 4;
const LEVELS_AT = NUMBERS_AT + 8;

/** Bytes of one KSA's totals on a scale up to a level. */
const recordBytes = (maxLevel: number): number => LEVELS_AT + 4 * (maxLevel + 1);

/**
 * A group's totals by KSA as bytes, big-endian, one record a KSA: number i16; required, met, short, unknown, verified,
 * expiring u32; Σ of the numbers of those who meet it f64 (a whole number); of each level how many attain it, u32. A
 * row a KSA would be a hundred and fifty rows a team.
 */
export function packKsaTotals(ksas: readonly KsaTotals[], maxLevel: number): Uint8Array {
  assertMaxLevel(maxLevel);
  const width = recordBytes(maxLevel);
  const bytes = new Uint8Array(ksas.length * width);
  const view = new DataView(bytes.buffer);
  ksas.forEach((ksa, index) => {
    const at = index * width;
    view.setInt16(at, ksa.ksaNo);
    view.setUint32(at + COUNTS_AT, ksa.required);
    view.setUint32(at + COUNTS_AT + 4, ksa.met);
    view.setUint32(at + COUNTS_AT + 8, ksa.short);
    view.setUint32(at + COUNTS_AT + 12, ksa.unknown);
    view.setUint32(at + COUNTS_AT + 16, ksa.verified);
    view.setUint32(at + COUNTS_AT + 20, ksa.expiring);
    view.setFloat64(at + NUMBERS_AT, ksa.metNumbers);
    for (let level = 0; level <= maxLevel; level += 1)
      view.setUint32(at + LEVELS_AT + 4 * level, ksa.atLevel[level] ?? 0);
  });
  return bytes;
}

/** Throws `groups.packed-length` when the bytes are not whole records of that scale. */
export function unpackKsaTotals(bytes: Uint8Array, maxLevel: number): KsaTotals[] {
  assertMaxLevel(maxLevel);
  const width = recordBytes(maxLevel);
  if (bytes.length % width !== 0)
    throw new GroupsError(
      'groups.packed-length',
      `${bytes.length} bytes of packed totals are not whole records of ${width}.`,
    );
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return Array.from({ length: bytes.length / width }, (_, index) => {
    const at = index * width;
    const count = (place: number): number => view.getUint32(at + COUNTS_AT + 4 * place);
    return {
      ksaNo: view.getInt16(at),
      required: count(0),
      met: count(1),
      short: count(2),
      unknown: count(3),
      verified: count(4),
      expiring: count(5),
      metNumbers: view.getFloat64(at + NUMBERS_AT),
      atLevel: Array.from({ length: maxLevel + 1 }, (_, level) => view.getUint32(at + LEVELS_AT + 4 * level)),
    };
  });
}
