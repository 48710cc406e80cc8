import { type FieldError, Refusal } from '#platform/problem/refusal';

export const programmeNotFound = () =>
  new Refusal('not-found', 'programme-not-found', 'There is no such programme.');

export const programmeNotValid = (errors: readonly FieldError[]) =>
  new Refusal('invalid', 'programme-not-valid', 'The programme cannot be added.', errors);

export const notRecommendedYet = () =>
  new Refusal('not-found', 'not-recommended-yet', 'The score is a moment old; the recommendation is on its way.');
