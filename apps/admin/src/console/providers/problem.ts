import { HttpError } from 'react-admin';
import { ApiProblem, type FieldProblem, readable } from '../../api/problem.ts';

export function statusOf(error: unknown): number | undefined {
  if (error instanceof ApiProblem) return error.status;
  return error instanceof HttpError ? Number(error.status) : undefined;
}

export const preconditionFailed = (error: unknown): boolean => statusOf(error) === 412;

/** The sentence to show for what failed. */
export const inWords = (error: unknown): string =>
  error instanceof HttpError ? error.message : readable(error);

/**
 * react-admin's forms want one message per field; problem details carry a JSON Pointer per fault. A pointer into a list
 * (`/occupationIds/0`) is put at the list, since that is the field that the form has.
 */
export function fieldErrors(faults: readonly FieldProblem[]): Record<string, string> | undefined {
  const fields: Record<string, string> = {};
  for (const { pointer, detail } of faults) {
    const field = pointer.replace(/^#?\//, '').split('/')[0];
    if (field !== undefined && field !== '') fields[field] ??= detail;
  }
  return Object.keys(fields).length > 0 ? fields : undefined;
}

/** What a form understands: react-admin reads the field errors from the body of its own error type. */
export function asFormError(error: unknown): unknown {
  if (!(error instanceof ApiProblem)) return error;
  const errors = fieldErrors(error.errors);
  return new HttpError(readable(error), error.status, errors === undefined ? {} : { errors });
}

/** The field errors that `asFormError` put there, if any. */
export function formErrorsOf(error: unknown): Record<string, string> | undefined {
  return error instanceof HttpError
    ? (error.body as { errors?: Record<string, string> } | undefined)?.errors
    : undefined;
}
