import { DomainError } from '../errors.ts';

export type PlanningErrorCode =
  | 'planning.invalid-input'
  | 'planning.invalid-effort'
  | 'planning.invalid-day'
  | 'planning.invalid-window'
  | 'planning.invalid-budget'
  | 'planning.invalid-minutes'
  | 'planning.invalid-session'
  | 'planning.duplicate-session'
  | 'planning.unknown-programme'
  | 'planning.ends-before-it-begins'
  | 'planning.invalid-seats'
  | 'planning.invalid-worker'
  | 'planning.duplicate-worker'
  | 'planning.unknown-profile'
  | 'planning.attained-does-not-match'
  | 'planning.mixed-scales';

export class PlanningError extends DomainError<PlanningErrorCode> {}
