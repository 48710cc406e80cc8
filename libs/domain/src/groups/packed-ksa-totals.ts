import { assertMaxLevel } from '../scales/proficiency-scale.ts';
import { assertKsaTotals } from './assert-totals.ts';
import { GroupsError } from './groups.errors.ts';
import type { KsaTotals } from './group-totals.ts';

const COUNTS_AT = 2;
const NUMBERS_AT = COUNTS_AT + 6 * 4;
const LEVELS_AT = NUMBERS_AT + 8;

/** In their order. */
const PACKED_COUNTS = ['required', 'met', 'short', 'unknown', 'verified', 'expiring'] as const;
const MOST = 2 ** 32 - 1;

/** Bytes of one KSA's totals on a scale up to a level. */
const recordBytes = (maxLevel: number): number => LEVELS_AT + 4 * (maxLevel + 1);

/**
 * A group's totals by KSA as bytes, big-endian, one record a KSA: number i16; required, met, short, unknown, verified,
 * expiring u32; Σ of the numbers of those who meet it f64 (a whole number); of each level how many attain it, u32. A
 * row a KSA would be a hundred and fifty rows a team. Throws `groups.invalid-totals`, naming the KSA, when a count is
 * none or does not fit.
 */
export function packKsaTotals(ksas: readonly KsaTotals[], maxLevel: number): Uint8Array {
  assertMaxLevel(maxLevel);
  assertKsaTotals(ksas);
  const width = recordBytes(maxLevel);
  const bytes = new Uint8Array(ksas.length * width);
  const view = new DataView(bytes.buffer);
  ksas.forEach((ksa, index) => {
    const at = index * width;
    view.setInt16(at, ksa.ksaNo);
    PACKED_COUNTS.forEach((name, place) => {
      assertFits(ksa[name], ksa, `/ksas/${index}/${name}`);
      view.setUint32(at + COUNTS_AT + 4 * place, ksa[name]);
    });
    view.setFloat64(at + NUMBERS_AT, ksa.metNumbers);
    for (let level = 0; level <= maxLevel; level += 1) {
      const count = ksa.atLevel[level] ?? 0;
      assertFits(count, ksa, `/ksas/${index}/atLevel/${level}`);
      view.setUint32(at + LEVELS_AT + 4 * level, count);
    }
  });
  return bytes;
}

/**
 * Throws `groups.packed-length` when the bytes are not whole records of that scale, and `groups.invalid-totals` when the
 * numbers of those who meet a KSA do not add up to a whole number.
 */
export function unpackKsaTotals(bytes: Uint8Array, maxLevel: number): KsaTotals[] {
  assertMaxLevel(maxLevel);
  const width = recordBytes(maxLevel);
  if (!(bytes instanceof Uint8Array) || bytes.length % width !== 0)
    throw new GroupsError(
      'groups.packed-length',
      `Packed totals are bytes, whole records of ${width}.`,
      '/bytes',
    );
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return Array.from({ length: bytes.length / width }, (_, index) => {
    const at = index * width;
    const count = (place: number): number => view.getUint32(at + COUNTS_AT + 4 * place);
    const metNumbers = view.getFloat64(at + NUMBERS_AT);
    if (!Number.isSafeInteger(metNumbers) || metNumbers < 0)
      throw new GroupsError(
        'groups.invalid-totals',
        `The numbers of those who meet KSA number ${view.getInt16(at)} cannot add up to ${metNumbers}.`,
        `/bytes/${index}/metNumbers`,
      );
    return {
      ksaNo: view.getInt16(at),
      required: count(0),
      met: count(1),
      short: count(2),
      unknown: count(3),
      verified: count(4),
      expiring: count(5),
      metNumbers,
      atLevel: Array.from({ length: maxLevel + 1 }, (_, level) => view.getUint32(at + LEVELS_AT + 4 * level)),
    };
  });
}

function assertFits(count: number, { ksaNo }: KsaTotals, pointer: string): void {
  if (count <= MOST) return;
  throw new GroupsError(
    'groups.invalid-totals',
    `${count} of KSA number ${ksaNo} is more than can be packed.`,
    pointer,
  );
}
