/** Bytes before the first row: the signature, flags, and the length of an extension that no version has. */
const HEADER_BYTES = 19;
const MOST_FIELDS = 64;

/**
 * Rows of `COPY … TO STDOUT (FORMAT binary)` as they arrive, read field by field where they lie: no object per row but
 * for what `bytes` gives. (PostgreSQL's documentation, "COPY", binary format; all numbers big-endian.)
 */
export class CopyReader {
  #buffer: Buffer = Buffer.alloc(0);
  #at = 0;
  #begun = false;
  readonly #from = new Int32Array(MOST_FIELDS);
  readonly #length = new Int32Array(MOST_FIELDS);

  /** Takes the next piece, cut wherever the network cut it. Call `next` until it says false before the one after. */
  push(piece: Buffer): void {
    const rest = this.#buffer.subarray(this.#at);
    this.#buffer = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    this.#at = 0;
  }

  /** Goes to the next row; false when it is not whole yet, or there is none. */
  next(): boolean {
    const buffer = this.#buffer;
    let at = this.#at;
    if (!this.#begun) {
      if (buffer.length < HEADER_BYTES) return false;
      this.#begun = true;
      at = HEADER_BYTES;
      this.#at = at;
    }
    if (buffer.length < at + 2) return false;
    const fields = buffer.readInt16BE(at);
    if (fields < 0) return false;
    at += 2;
    for (let field = 0; field < fields; field += 1) {
      if (buffer.length < at + 4) return false;
      const length = buffer.readInt32BE(at);
      at += 4;
      this.#from[field] = at;
      this.#length[field] = length;
      if (length > 0) at += length;
    }
    if (buffer.length < at) return false;
    this.#at = at;
    return true;
  }

  isNull(field: number): boolean {
    return (this.#length[field] as number) < 0;
  }

  int4(field: number): number {
    return this.#buffer.readInt32BE(this.#from[field]);
  }

  /** A view that holds until the next `push`; empty for null. */
  bytes(field: number): Buffer {
    const from = this.#from[field] as number;
    return this.#buffer.subarray(from, from + Math.max(0, this.#length[field] as number));
  }
}
