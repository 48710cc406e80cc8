import { DomainError } from '../errors.ts';

export type TrainingErrorCode =
  | 'training.duplicate-programme'
  | 'training.invalid-hours'
  | 'training.invalid-cost'
  | 'training.programme-without-outcomes'
  | 'training.duplicate-outcome'
  | 'training.level-off-scale'
  | 'training.unknown-prerequisite'
  | 'training.cyclic-prerequisites'
  | 'training.catalogue-of-another-scale'
  | 'training.invalid-budget';

export class TrainingError extends DomainError<TrainingErrorCode> {}
