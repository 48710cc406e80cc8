import { HttpException } from '@nestjs/common';
import { DomainError } from '#domain';
import { Refusal, type FieldError, type RefusalKind } from './refusal.ts';

export interface Problem {
  /** Stable, for programs: `urn:problem:` and the code. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly FieldError[];
  readonly retryAfterSeconds?: number;
}

const STATUS: Record<RefusalKind, number> = {
  invalid: 422,
  'not-found': 404,
  forbidden: 403,
  conflict: 409,
  'precondition-failed': 412,
  'precondition-required': 428,
  unauthenticated: 401,
  'too-many': 429,
  'too-large': 413,
};

const TITLE: Record<number, string> = {
  400: 'Bad request',
  401: 'Sign-in needed',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  406: 'Not acceptable',
  408: 'The request took too long',
  409: 'Conflict',
  412: 'Changed by somebody else',
  413: 'Too large',
  414: 'Address too long',
  415: 'Unsupported media type',
  421: 'Not served under this name',
  422: 'Not valid',
  428: 'Precondition needed',
  429: 'Too many requests',
  500: 'Something broke',
  503: 'Not available',
};

/** Stable types for what the framework itself refuses. */
const FRAMEWORK_CODE: Record<number, string> = {
  400: 'malformed-request',
  401: 'sign-in-needed',
  403: 'not-permitted',
  404: 'not-found',
  405: 'method-not-allowed',
  406: 'not-acceptable',
  408: 'request-timeout',
  413: 'too-large',
  414: 'address-too-long',
  415: 'unsupported-media-type',
  421: 'misdirected',
  503: 'not-available',
};

/** Whether the rules said no (and would say it again), as against something having broken. */
export function isRefusal(error: unknown): error is Refusal | DomainError {
  return error instanceof Refusal || error instanceof DomainError;
}

export function problemOf(error: unknown): Problem {
  if (error instanceof Refusal) {
    return {
      ...problem(STATUS[error.kind], error.code, error.detail, error.errors),
      ...(error.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: error.retryAfterSeconds }),
    };
  }
  if (error instanceof DomainError) {
    const errors = error.pointer ? [{ pointer: error.pointer, detail: error.message }] : [];
    return problem(422, (error as DomainError).code, error.message, errors);
  }
  return problemOfDatabase(error) ?? problemOfFramework(error) ?? broken();
}

/**
 * What two requests at once can bring about although each was checked: the database has the last word. Names of
 * constraints and values stay inside.
 */
function problemOfDatabase(error: unknown): Problem | null {
  switch (sqlState(error)) {
    case '23505':
      return problem(409, 'already-exists', 'There is one like this already.');
    case '23503':
      return problem(
        409,
        'in-use-or-gone',
        'Something that this refers to is gone, or this is still referred to.',
      );
    // A NUL: PostgreSQL keeps every character but this one, as text and in JSON.
    case '22021':
    case '22P05':
      return problem(422, 'text-not-kept', 'A text holds a character that cannot be kept (U+0000).');
    case '40001':
    case '40P01':
    case '55P03':
      return problem(409, 'changed-meanwhile', 'Somebody else changed this at the same moment. Try again.');
    case '57014':
      return { ...problem(503, 'took-too-long', 'The database took too long.'), retryAfterSeconds: 5 };
    case '53300':
    case '57P01':
    case '57P02':
    case '57P03':
    case '08000':
    case '08003':
    case '08006':
    case 'ECONNREFUSED':
    case 'ECONNRESET':
      return {
        ...problem(503, 'database-not-available', 'The database is not available.'),
        retryAfterSeconds: 5,
      };
    default:
      return null;
  }
}

/** TypeORM wraps the driver's error, and keeps its code on the wrapper too. */
function sqlState(error: unknown): string | undefined {
  const { code, driverError } = (error ?? {}) as { code?: unknown; driverError?: { code?: unknown } };
  const state = driverError?.code ?? code;
  return typeof state === 'string' ? state : undefined;
}

function problemOfFramework(error: unknown): Problem | null {
  const status =
    error instanceof HttpException
      ? error.getStatus()
      : ((error ?? {}) as { statusCode?: unknown }).statusCode;
  if (typeof status !== 'number' || status < 400 || status >= 500) return null;
  const message = error instanceof Error ? error.message : '';
  return problem(
    status,
    FRAMEWORK_CODE[status] ?? `http-${status}`,
    status === 404 ? 'There is nothing here.' : message,
  );
}

function broken(): Problem {
  return problem(
    500,
    'internal',
    'This is our fault, and it was noted. Quote the requestId when you report it.',
  );
}

function problem(status: number, code: string, detail: string, errors: readonly FieldError[] = []): Problem {
  return {
    type: `urn:problem:${code}`,
    title: TITLE[status] ?? 'Refused',
    status,
    detail,
    ...(errors.length === 0 ? {} : { errors }),
  };
}
