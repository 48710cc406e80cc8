/** Bytes before the first row: the signature, flags, and the length of an extension that no version has. */
const HEADER_BYTES = 19;
const MOST_FIELDS = 64;
const FIRST_SIZE = 1 << 17;

/**
 * Rows of `COPY … TO STDOUT (FORMAT binary)` as they arrive, read field by field where they lie: no object per row but
 * for what `bytes` gives. (PostgreSQL's documentation, "COPY", binary format; all numbers big-endian.)
 */
export class CopyReader {
  #buffer = Buffer.allocUnsafe(FIRST_SIZE);
  #at = 0;
  #end = 0;
  #begun = false;
  readonly #from = new Int32Array(MOST_FIELDS);
  readonly #length = new Int32Array(MOST_FIELDS);

  /** Before the first piece of another COPY. */
  reset(): void {
    this.#at = 0;
    this.#end = 0;
    this.#begun = false;
  }

  /** Takes the next piece, cut wherever the network cut it. Call `next` until it says false before the one after. */
  push(piece: Uint8Array): void {
    const rest = this.#end - this.#at;
    const former = this.#buffer;
    if (rest + piece.length > former.length)
      this.#buffer = Buffer.allocUnsafe(Math.max(rest + piece.length, 2 * former.length));
    former.copy(this.#buffer, 0, this.#at, this.#end);
    this.#buffer.set(piece, rest);
    this.#at = 0;
    this.#end = rest + piece.length;
  }

  /** Goes to the next row; false when it is not whole yet, or there is none. */
  next(): boolean {
    const buffer = this.#buffer;
    const end = this.#end;
    let at = this.#at;
    if (!this.#begun) {
      if (end < HEADER_BYTES) return false;
      this.#begun = true;
      at = HEADER_BYTES;
      this.#at = at;
    }
    if (end < at + 2) return false;
    const fields = buffer.readInt16BE(at);
    if (fields < 0) return false;
    at += 2;
    for (let field = 0; field < fields; field += 1) {
      if (end < at + 4) return false;
      const length = buffer.readInt32BE(at);
      at += 4;
      this.#from[field] = at;
      this.#length[field] = length;
      if (length > 0) at += length;
    }
    if (end < at) return false;
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
