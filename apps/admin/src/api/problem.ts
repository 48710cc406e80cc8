export interface FieldProblem {
  /** JSON Pointer to the field in the body that was sent. */
  pointer: string;
  detail: string;
}

/** What the server refused, as RFC 9457 problem details say it. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  constructor(
    readonly status: number,
    readonly type: string,
    readonly title: string,
    readonly detail: string,
    readonly errors: readonly FieldProblem[] = [],
  ) {
    super(detail === '' ? title : detail);
  }
}

/** No answer came: offline, or the server is away. That says nothing about being signed in. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

function text(value: unknown, otherwise: string): string {
  return typeof value === 'string' && value !== '' ? value : otherwise;
}

function fieldProblems(value: unknown): FieldProblem[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown) => {
    const { pointer, detail } = (entry ?? {}) as Record<string, unknown>;
    return typeof pointer === 'string' && typeof detail === 'string' ? [{ pointer, detail }] : [];
  });
}

export function problemOf(status: number, body: unknown): ApiProblem {
  const fields = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  return new ApiProblem(
    status,
    text(fields['type'], 'about:blank'),
    text(fields['title'], `The server answered ${status}`),
    text(fields['detail'], ''),
    fieldProblems(fields['errors']),
  );
}

/** A sentence for the page; what to do about it stands beside it as a button. */
export function readable(error: unknown): string {
  if (error instanceof Unreachable)
    return 'The server cannot be reached. Check the connection and try again.';
  if (error instanceof ApiProblem) {
    if (error.status >= 500) return 'The server failed at this. Nothing you typed is lost; try again.';
    return error.detail || error.title;
  }
  return 'Something in this page failed. Try again; reload the page if it stays.';
}

/** The message for one field, by its pointer. */
export function fieldProblem(error: unknown, pointer: string): string | undefined {
  if (!(error instanceof ApiProblem)) return undefined;
  return error.errors.find((entry) => entry.pointer === pointer)?.detail;
}
