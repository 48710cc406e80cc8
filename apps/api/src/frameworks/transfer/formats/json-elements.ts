import { UnreadableFile } from '../files/unreadable-file.ts';

/** A whole part of a document by its key, or one element of a list: 0 is the first. */
export interface JsonElement {
  readonly key: string;
  readonly index: number | null;
  readonly value: unknown;
}

/** More than any row of a release has. */
const MOST_ELEMENT = 256 * 1024;

type Expected =
  | 'begin'
  | 'first-key'
  | 'key'
  | 'colon'
  | 'value'
  | 'first-element'
  | 'element'
  | 'element-end'
  | 'value-end'
  | 'end';

/**
 * Takes a JSON object apart as its text arrives: what its keys hold, and of lists each element by itself. So a list of
 * 50,000 rows is never one turn of the event loop, nor in memory as text. Within an element JSON is read by JSON.parse.
 */
export class JsonElements {
  readonly #lists: readonly string[];
  readonly #seen = new Set<string>();
  #expect: Expected = 'begin';
  #key = '';
  #index = 0;
  /** The text of what is being collected; empty between. */
  #collected = '';
  #isCollecting = false;
  #depth = 0;
  #inString = false;
  #isEscaped = false;
  #line = 1;

  constructor(lists: readonly string[]) {
    this.#lists = lists;
  }

  /** @throws UnreadableFile */
  push(text: string, take: (element: JsonElement) => void): void {
    let from = -1;
    if (this.#isCollecting) from = 0;
    for (let at = 0; at < text.length; at += 1) {
      const character = text.charCodeAt(at);
      if (character === 10) this.#line += 1;
      if (this.#isCollecting) {
        if (!this.ends(character)) continue;
        this.#collected += text.slice(from, at);
        from = -1;
        this.finish(take);
      }
      if (isSpace(character)) continue;
      if (this.step(character)) from = at;
    }
    if (from === -1) return;
    this.#collected += text.slice(from);
    if (this.#collected.length > MOST_ELEMENT) throw this.fault('is too long for what stands here');
  }

  /** Those that were there. */
  get keys(): ReadonlySet<string> {
    return this.#seen;
  }

  /** @throws UnreadableFile when it is not whole */
  end(): void {
    if (this.#expect !== 'end') throw this.fault('ends too early');
  }

  /** Whether the character is the first behind what is collected. */
  private ends(character: number): boolean {
    if (this.#inString) {
      if (this.#isEscaped) this.#isEscaped = false;
      else if (character === BACKSLASH) this.#isEscaped = true;
      else if (character === QUOTE) this.#inString = false;
      return false;
    }
    switch (character) {
      case QUOTE:
        this.#inString = true;
        return false;
      case OPEN_BRACE:
      case OPEN_BRACKET:
        this.#depth += 1;
        return false;
      case CLOSE_BRACE:
      case CLOSE_BRACKET:
        if (this.#depth === 0) return true;
        this.#depth -= 1;
        return false;
      case COMMA:
      case COLON:
        return this.#depth === 0;
      default:
        return false;
    }
  }

  private finish(take: (element: JsonElement) => void): void {
    const text = this.#collected;
    this.#collected = '';
    this.#isCollecting = false;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      throw this.fault('is no JSON');
    }
    switch (this.#expect) {
      case 'key':
      case 'first-key':
        if (typeof value !== 'string') throw this.fault('is no JSON: a key is wanted');
        if (this.#seen.has(value)) throw this.fault(`has the key ${value} twice`);
        this.#seen.add(value);
        this.#key = value;
        this.#expect = 'colon';
        return;
      case 'value':
        this.#expect = 'value-end';
        take({ key: this.#key, index: null, value });
        return;
      default:
        this.#expect = 'element-end';
        take({ key: this.#key, index: this.#index, value });
        this.#index += 1;
    }
  }

  /** Takes one character between what is collected; says whether it begins something to collect. */
  private step(character: number): boolean {
    switch (this.#expect) {
      case 'begin':
        if (character !== OPEN_BRACE) throw this.fault('is no JSON object');
        this.#expect = 'first-key';
        return false;
      case 'first-key':
        if (character !== CLOSE_BRACE) return this.begin(character);
        this.#expect = 'end';
        return false;
      case 'colon':
        this.want(character, COLON);
        this.#expect = 'value';
        return false;
      case 'value':
        if (!this.#lists.includes(this.#key)) return this.begin(character);
        if (character !== OPEN_BRACKET) throw this.fault(`holds no list as ${this.#key}`);
        this.#index = 0;
        this.#expect = 'first-element';
        return false;
      case 'first-element':
        if (character !== CLOSE_BRACKET) return this.begin(character);
        this.#expect = 'value-end';
        return false;
      case 'element-end':
        if (character === COMMA) this.#expect = 'element';
        else {
          this.want(character, CLOSE_BRACKET);
          this.#expect = 'value-end';
        }
        return false;
      case 'value-end':
        if (character === COMMA) this.#expect = 'key';
        else {
          this.want(character, CLOSE_BRACE);
          this.#expect = 'end';
        }
        return false;
      case 'end':
        throw this.fault('goes on behind its end');
      default:
        return this.begin(character);
    }
  }

  private begin(character: number): true {
    this.#isCollecting = true;
    // The first character may open a string or a list itself; one that ends something begins nothing.
    if (this.ends(character)) throw this.fault('is no JSON: something is missing here');
    return true;
  }

  private want(character: number, wanted: number): void {
    if (character !== wanted) throw this.fault(`is no JSON: ${String.fromCharCode(wanted)} is wanted here`);
  }

  private fault(problem: string): UnreadableFile {
    return new UnreadableFile(`${problem} (line ${this.#line})`);
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;

const isSpace = (character: number) =>
  character === 0x20 || character === 0x0a || character === 0x0d || character === 0x09;
