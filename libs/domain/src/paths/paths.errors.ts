import { DomainError } from '../errors.ts';

export type PathsErrorCode =
  | 'paths.duplicate-role'
  | 'paths.of-another-scale'
  | 'paths.invalid-learned-levels'
  | 'paths.invalid-wanted-level';

export class PathsError extends DomainError<PathsErrorCode> {}
