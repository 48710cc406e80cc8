import { DomainError } from '../errors.ts';

export type TrainingErrorCode =
  | 'training.invalid-programme'
  | 'training.invalid-ksa'
  | 'training.duplicate-programme'
  | 'training.invalid-hours'
  | 'training.invalid-cost'
  | 'training.programme-without-outcomes'
  | 'training.duplicate-outcome'
  | 'training.level-off-scale'
  | 'training.unknown-prerequisite'
  | 'training.cyclic-prerequisites'
  | 'training.catalogue-of-another-scale'
  | 'training.catalogue-not-compiled'
  | 'training.invalid-budget'
  | 'training.invalid-attained'
  | 'training.invalid-completed'
  | 'training.invalid-unknowns'
  | 'training.invalid-effort'
  | 'training.invalid-input';

export class TrainingError extends DomainError<TrainingErrorCode> {}
