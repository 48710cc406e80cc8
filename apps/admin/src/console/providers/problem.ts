import { ApiProblem, type FieldProblem, readable } from '../../api/problem.ts';

/**
 * A refusal as react-admin's forms read it, by shape and not by class: field errors in the body, one message a field.
 */
class FormRefusal extends Error {
  override readonly name = 'FormRefusal';
  readonly body: { readonly errors?: Readonly<Record<string, string>> };

  constructor(
    message: string,
    readonly status: number,
    errors: Readonly<Record<string, string>> | undefined,
  ) {
    super(message);
    this.body = errors === undefined ? {} : { errors };
  }
}

export const statusOf = (error: unknown): number | undefined =>
  error instanceof ApiProblem || error instanceof FormRefusal ? error.status : undefined;

export const preconditionFailed = (error: unknown): boolean => statusOf(error) === 412;

/** Whether it is this refusal, by its code. */
export const isRefusal = (error: unknown, code: string): boolean =>
  error instanceof ApiProblem && error.type === `urn:problem:${code}`;

/** The sentence to show for what failed. */
export const inWords = (error: unknown): string =>
  error instanceof FormRefusal ? error.message : readable(error);

/**
 * Problem details carry a JSON Pointer per fault. A pointer into a list (`/occupationIds/0`) is put at the list, since
 * that is the field that the form has.
 */
export function fieldErrors(faults: readonly FieldProblem[]): Record<string, string> | undefined {
  const fields: Record<string, string> = {};
  for (const { pointer, detail } of faults) {
    const field = pointer.replace(/^#?\//, '').split('/')[0];
    if (field !== undefined && field !== '') fields[field] ??= detail;
  }
  return Object.keys(fields).length > 0 ? fields : undefined;
}

export const asFormRefusal = (error: unknown): unknown =>
  error instanceof ApiProblem
    ? new FormRefusal(readable(error), error.status, fieldErrors(error.errors))
    : error;

/** The field errors of a refusal, if it has any. */
export function formErrorsOf(error: unknown): Readonly<Record<string, string>> | undefined {
  const refusal = asFormRefusal(error);
  return refusal instanceof FormRefusal ? refusal.body.errors : undefined;
}
