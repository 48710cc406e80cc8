import { Refusal } from '#platform/problem/refusal';

export const programmeNotFound = () =>
  new Refusal('not-found', 'programme-not-found', 'There is no such programme.');

export const ksaUnknown = (pointer: string, code: string) =>
  new Refusal('invalid', 'ksa-not-in-release', `The current release has no KSA ${code}.`, [
    { pointer, detail: 'is no KSA of the current release' },
  ]);

export const notRecommendedYet = () =>
  new Refusal(
    'not-found',
    'not-recommended-yet',
    'The score is a moment old; the recommendation is on its way.',
  );
