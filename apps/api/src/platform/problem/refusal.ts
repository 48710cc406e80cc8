export type RefusalKind =
  | 'invalid'
  | 'not-found'
  | 'forbidden'
  | 'conflict'
  | 'precondition-failed'
  | 'precondition-required'
  | 'unauthenticated'
  | 'too-many'
  | 'too-large';

/** One fault of the input: where (JSON Pointer into the body, or `?name` for a query parameter) and what. */
export interface FieldError {
  readonly pointer: string;
  readonly detail: string;
}

/** What a service throws when it says no. The edge turns the kind into a status; `code` is stable, for programs. */
export class Refusal extends Error {
  constructor(
    readonly kind: RefusalKind,
    readonly code: string,
    readonly detail: string,
    readonly errors: readonly FieldError[] = [],
    readonly retryAfterSeconds?: number,
  ) {
    super(detail);
    this.name = 'Refusal';
  }
}
