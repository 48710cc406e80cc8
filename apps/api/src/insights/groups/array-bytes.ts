const HEADER_BYTES = 20;

/**
 * Reads PostgreSQL's binary form of a one-dimensional array without nulls: the number of dimensions, flags, the
 * element's type, the length, the lower bound, then of each element its length and its bytes, all big-endian.
 */
function elementsOf(bytes: Buffer, width: number): number {
  if (bytes.readInt32BE(0) === 0) return 0;
  const count = bytes.readInt32BE(12);
  if (bytes.readInt32BE(0) !== 1 || bytes.length !== HEADER_BYTES + count * (4 + width))
    throw new Error(`${bytes.length} bytes are no array of elements of ${width} bytes without nulls.`);
  return count;
}

const at = (index: number, width: number): number => HEADER_BYTES + index * (4 + width) + 4;

export function smallints(bytes: Buffer): Int16Array {
  const values = new Int16Array(elementsOf(bytes, 2));
  for (let index = 0; index < values.length; index += 1) values[index] = bytes.readInt16BE(at(index, 2));
  return values;
}

export function integers(bytes: Buffer): Int32Array {
  const values = new Int32Array(elementsOf(bytes, 4));
  for (let index = 0; index < values.length; index += 1) values[index] = bytes.readInt32BE(at(index, 4));
  return values;
}

/** 1 for true, 0 for false. */
export function booleans(bytes: Buffer): Uint8Array {
  const values = new Uint8Array(elementsOf(bytes, 1));
  for (let index = 0; index < values.length; index += 1) values[index] = bytes[at(index, 1)] as number;
  return values;
}
