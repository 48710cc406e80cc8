import { DomainError } from '../errors.ts';

export type RatingsErrorCode =
  | 'ratings.invalid-instant'
  | 'ratings.invalid-rating'
  | 'ratings.unknown-source'
  | 'ratings.invalid-sources'
  | 'ratings.invalid-ksa'
  | 'ratings.invalid-columns'
  | 'ratings.duplicate-seq'
  | 'ratings.packed-length'
  | 'ratings.invalid-policy';

export class RatingsError extends DomainError<RatingsErrorCode> {}
