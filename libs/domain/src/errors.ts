/**
 * A rule of the domain was broken by what it was given. `code` is stable (`<room>.<what>`) and is what callers and
 * translations go by; `pointer`, where known, is a JSON Pointer (RFC 6901) into the value that was given; `message`
 * names the place in words.
 */
export class DomainError<Code extends string = string> extends Error {
  readonly code: Code;
  readonly pointer: string | undefined;

  constructor(code: Code, message: string, pointer?: string) {
    super(message);
    this.name = new.target.name;
    this.code = code;
    this.pointer = pointer;
  }
}
