const HEADER_BYTES = 20;

/**
 * Reads what PostgreSQL's `array_send` makes of a one-dimensional array without nulls: the number of dimensions, flags,
 * the element's type, the length, the lower bound, then of each element its length and its bytes, all big-endian. Text
 * is what costs when arrays of a hundred thousand scores are read.
 */
function elements(
  bytes: Buffer,
  width: number,
): { readonly count: number; readonly at: (index: number) => number } {
  if (bytes.readInt32BE(0) === 0) return { count: 0, at: () => HEADER_BYTES };
  const count = bytes.readInt32BE(12);
  const stride = 4 + width;
  if (bytes.readInt32BE(0) !== 1 || bytes.length !== HEADER_BYTES + count * stride)
    throw new Error(`${bytes.length} bytes are no array of elements of ${width} bytes without nulls.`);
  return { count, at: (index) => HEADER_BYTES + index * stride + 4 };
}

export function smallints(bytes: Buffer): Int16Array {
  const { count, at } = elements(bytes, 2);
  return Int16Array.from({ length: count }, (_, index) => bytes.readInt16BE(at(index)));
}

export function integers(bytes: Buffer): Int32Array {
  const { count, at } = elements(bytes, 4);
  return Int32Array.from({ length: count }, (_, index) => bytes.readInt32BE(at(index)));
}

/** 1 for true, 0 for false. */
export function booleans(bytes: Buffer): Uint8Array {
  const { count, at } = elements(bytes, 1);
  return Uint8Array.from({ length: count }, (_, index) => bytes[at(index)] as number);
}
