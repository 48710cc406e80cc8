import { Refusal } from '#platform/problem/refusal';

/** Also the answer to who may only see their own. */
export const gapScoreNotFound = () =>
  new Refusal('not-found', 'gap-score-not-found', 'This worker has no score for that role profile.');

export const notScoredYet = () =>
  new Refusal(
    'not-found',
    'not-scored-yet',
    'The role profile was assigned a moment ago; the score is on its way.',
  );

export const ratingPolicyChanged = () =>
  new Refusal(
    'precondition-failed',
    'rating-policy-changed',
    'Somebody else has changed the policy since you read it. Read it again.',
  );
