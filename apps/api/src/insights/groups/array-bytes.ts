const HEADER_BYTES = 20;

/**
 * Reads PostgreSQL's binary form of a one-dimensional array without nulls: the number of dimensions, flags, the
 * element's type, the length, the lower bound, then of each element its length and its bytes, all big-endian.
 */
function countOf(bytes: Buffer, width: number): number {
  if (bytes.readInt32BE(0) === 0) return 0;
  const count = bytes.readInt32BE(12);
  if (bytes.readInt32BE(0) !== 1 || bytes.length !== HEADER_BYTES + count * (4 + width))
    throw new Error(`${bytes.length} bytes are no array of elements of ${width} bytes without nulls.`);
  return count;
}

/** What is read replaces all that was in `into`: there must be as many. */
function assertFills(bytes: Buffer, width: number, into: { readonly length: number }): void {
  const count = countOf(bytes, width);
  if (count !== into.length) throw new Error(`An array of ${count} does not fill one of ${into.length}.`);
}

const at = (index: number, width: number): number => HEADER_BYTES + index * (4 + width) + 4;

export function readSmallints(bytes: Buffer, into: Int16Array): void {
  assertFills(bytes, 2, into);
  for (let index = 0; index < into.length; index += 1) into[index] = bytes.readInt16BE(at(index, 2));
}

export function readIntegers(bytes: Buffer, into: Int32Array): void {
  assertFills(bytes, 4, into);
  for (let index = 0; index < into.length; index += 1) into[index] = bytes.readInt32BE(at(index, 4));
}

/** 1 for true, 0 for false. */
export function readBooleans(bytes: Buffer, into: Uint8Array): void {
  assertFills(bytes, 1, into);
  for (let index = 0; index < into.length; index += 1) into[index] = bytes[at(index, 1)] as number;
}

export function integers(bytes: Buffer): number[] {
  const values = new Int32Array(countOf(bytes, 4));
  readIntegers(bytes, values);
  return [...values];
}
