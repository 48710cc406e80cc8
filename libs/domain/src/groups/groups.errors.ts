import { DomainError } from '../errors.ts';

export type GroupsErrorCode =
  | 'groups.invalid-totals'
  | 'groups.totals-do-not-match'
  | 'groups.duplicate-profile'
  | 'groups.invalid-profile'
  | 'groups.invalid-worker'
  | 'groups.invalid-score'
  | 'groups.results-do-not-match-profile'
  | 'groups.invalid-minimum'
  | 'groups.duplicate-minimum'
  | 'groups.invalid-fraction'
  | 'groups.invalid-matrix'
  | 'groups.invalid-cell'
  | 'groups.packed-length';

export class GroupsError extends DomainError<GroupsErrorCode> {}
