import { DomainError } from '#domain';
import { Refusal } from './refusal.ts';

/** Whether the rules said no (and would say it again), as against something having broken. */
export function isRefusal(error: unknown): error is Refusal | DomainError {
  return error instanceof Refusal || error instanceof DomainError;
}
