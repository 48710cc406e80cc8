import { DomainError } from '../errors.ts';

export type GapsErrorCode =
  | 'gaps.empty-role-profile'
  | 'gaps.duplicate-ksa'
  | 'gaps.invalid-requirement'
  | 'gaps.invalid-ksa'
  | 'gaps.required-level-off-scale'
  | 'gaps.invalid-weight'
  | 'gaps.invalid-evidence'
  | 'gaps.attained-level-off-scale'
  | 'gaps.results-do-not-match-profile'
  | 'gaps.profile-not-compiled'
  | 'gaps.invalid-score'
  | 'gaps.invalid-workers'
  | 'gaps.invalid-state'
  | 'gaps.invalid-percentage';

export class GapsError extends DomainError<GapsErrorCode> {}
