const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');
const FIRST_SIZE = 1 << 20;

/** Element types of arrays, by PostgreSQL's own numbers. */
const BOOLEAN = 16;
const INT2 = 21;
const INT4 = 23;

/**
 * Rows for `COPY … FROM STDIN (FORMAT binary)`, written field by field into one buffer that is used again and again:
 * no object per row or value. (PostgreSQL's documentation, "COPY", binary format; all numbers big-endian.)
 */
export class CopyWriter {
  #buffer = Buffer.allocUnsafe(FIRST_SIZE);
  #view = viewOf(this.#buffer);
  #at = 0;

  /** How many bytes `take` would give. */
  get size(): number {
    return this.#at;
  }

  /** Before the first row. */
  header(): void {
    this.#room(SIGNATURE.length + 8);
    this.#at += SIGNATURE.copy(this.#buffer, this.#at);
    this.#raw4(0);
    this.#raw4(0);
  }

  /** After the last row. */
  trailer(): void {
    this.#room(2);
    this.#raw2(-1);
  }

  /** Begins a row of so many fields. */
  row(fields: number): void {
    this.#room(2);
    this.#raw2(fields);
  }

  null(): void {
    this.#room(4);
    this.#raw4(-1);
  }

  int2(value: number): void {
    this.#room(6);
    this.#raw4(2);
    this.#raw2(value);
  }

  int4(value: number): void {
    this.#room(8);
    this.#raw4(4);
    this.#raw4(value);
  }

  /** A whole number that a double holds exactly. */
  int8(value: number): void {
    this.#room(12);
    this.#raw4(8);
    this.#raw4(Math.floor(value / 4_294_967_296));
    this.#raw4(value);
  }

  boolean(value: boolean): void {
    this.#room(5);
    this.#raw4(1);
    this.#buffer[this.#at] = value ? 1 : 0;
    this.#at += 1;
  }

  /** Seconds since 2000, as the domain's instants: PostgreSQL counts microseconds from the same day. */
  timestamp(instant: number): void {
    this.int8(instant * 1_000_000);
  }

  /** Days since 2000. */
  date(days: number): void {
    this.int4(days);
  }

  text(value: string): void {
    const length = Buffer.byteLength(value);
    this.#room(4 + length);
    this.#raw4(length);
    this.#at += this.#buffer.write(value, this.#at);
  }

  /** A bytea, or any value whose binary form is at hand (a uuid's 16 bytes). */
  bytes(value: Uint8Array): void {
    this.#room(4 + value.length);
    this.#raw4(value.length);
    this.#buffer.set(value, this.#at);
    this.#at += value.length;
  }

  int2Array(values: ArrayLike<number>, from = 0, to = values.length): void {
    this.#array(INT2, to - from, 6);
    const view = this.#view;
    let at = this.#at;
    for (let index = from; index < to; index += 1, at += 6) {
      view.setInt32(at, 2);
      view.setInt16(at + 4, values[index] as number);
    }
    this.#at = at;
  }

  int4Array(values: ArrayLike<number>, from = 0, to = values.length): void {
    this.#array(INT4, to - from, 8);
    const view = this.#view;
    let at = this.#at;
    for (let index = from; index < to; index += 1, at += 8) {
      view.setInt32(at, 4);
      view.setInt32(at + 4, values[index] as number);
    }
    this.#at = at;
  }

  /** Of zeros and others. */
  booleanArray(values: ArrayLike<number>, from = 0, to = values.length): void {
    this.#array(BOOLEAN, to - from, 5);
    const view = this.#view;
    let at = this.#at;
    for (let index = from; index < to; index += 1, at += 5) {
      view.setInt32(at, 1);
      view.setInt8(at + 4, values[index] === 0 ? 0 : 1);
    }
    this.#at = at;
  }

  /** What was written since the last time, to be sent before anything more is written: the memory is used again. */
  take(): Buffer {
    const taken = this.#buffer.subarray(0, this.#at);
    this.#at = 0;
    return taken;
  }

  /** One dimension, counted from 1; an empty array has none. */
  #array(element: number, length: number, bytesEach: number): void {
    const size = length === 0 ? 12 : 20 + length * bytesEach;
    this.#room(4 + size);
    this.#raw4(size);
    this.#raw4(length === 0 ? 0 : 1);
    this.#raw4(0);
    this.#raw4(element);
    if (length === 0) return;
    this.#raw4(length);
    this.#raw4(1);
  }

  #raw2(value: number): void {
    this.#view.setInt16(this.#at, value);
    this.#at += 2;
  }

  #raw4(value: number): void {
    this.#view.setInt32(this.#at, value);
    this.#at += 4;
  }

  #room(bytes: number): void {
    const needed = this.#at + bytes;
    if (needed <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(needed, this.#buffer.length * 2));
    this.#buffer.copy(larger, 0, 0, this.#at);
    this.#buffer = larger;
    this.#view = viewOf(larger);
  }
}

const viewOf = ({ buffer, byteOffset, length }: Buffer): DataView => new DataView(buffer, byteOffset, length);
