import { DomainError } from '../errors.ts';

export type PathsErrorCode =
  | 'paths.invalid-input'
  | 'paths.no-graph'
  | 'paths.invalid-attained'
  | 'paths.invalid-role'
  | 'paths.invalid-search'
  | 'paths.duplicate-role'
  | 'paths.of-another-scale'
  | 'paths.invalid-learned-levels'
  | 'paths.invalid-wanted-level';

export class PathsError extends DomainError<PathsErrorCode> {}
