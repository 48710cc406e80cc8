import { type FieldError, Refusal } from '#platform/problem/refusal';

/** Also the answer to who may only see their own: whether a colleague has an assessment is not theirs to know. */
export const assessmentNotFound = () =>
  new Refusal('not-found', 'assessment-not-found', 'There is no such assessment.');

export const assessmentChanged = () =>
  new Refusal(
    'precondition-failed',
    'assessment-changed',
    'The assessment has changed since you saw it. Load it again.',
  );

export const answersAreIn = () =>
  new Refusal(
    'conflict',
    'assessment-submitted',
    'The answers of this assessment are in and can no longer change.',
  );

export const roundIsOpen = () =>
  new Refusal(
    'conflict',
    'assessment-open',
    'An assessment of this worker for this role profile is still open.',
  );

export const notAssigned = () =>
  new Refusal('conflict', 'role-not-assigned', 'The role profile is not assigned to this worker.');

export const ksaNotAsked = () =>
  new Refusal('not-found', 'ksa-not-asked', 'This assessment does not ask about that KSA.');

export const answersMissing = (ksaCodes: readonly string[]) =>
  new Refusal(
    'invalid',
    'answers-missing',
    `${ksaCodes.length} questions have no answer yet. "Not sure" is an answer.`,
    ksaCodes.map((code) => ({ pointer: `/answers/${code}`, detail: 'is not answered' })),
  );

export const notSubmitted = () =>
  new Refusal(
    'conflict',
    'assessment-not-submitted',
    'Only an assessment that was submitted can be reviewed.',
  );

export const alreadyReviewed = () =>
  new Refusal('conflict', 'assessment-reviewed', 'The assessment has been reviewed already.');

export const ownRating = () =>
  new Refusal('forbidden', 'own-rating', 'Nobody may confirm or record ratings of themselves.');

export const confirmationsNotValid = (errors: readonly FieldError[]) =>
  new Refusal('invalid', 'confirmations-not-valid', 'The confirmations do not fit the assessment.', errors);

export const ratingNotValid = (errors: readonly FieldError[]) =>
  new Refusal('invalid', 'rating-not-valid', 'The rating cannot be recorded.', errors);
