import { DomainError } from '../errors.ts';

export type ScalesErrorCode =
  | 'scales.invalid-scale'
  | 'scales.max-level-out-of-range'
  | 'scales.levels-do-not-match-max-level'
  | 'scales.level-without-label'
  | 'scales.level-off-scale';

export class ScalesError extends DomainError<ScalesErrorCode> {}
