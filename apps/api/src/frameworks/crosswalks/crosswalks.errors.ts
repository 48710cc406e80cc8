import { Refusal } from '#platform/problem/refusal';

export const crosswalkNotFound = () =>
  new Refusal('not-found', 'crosswalk-not-found', 'There is no such crosswalk.');

export const crosswalkExists = () =>
  new Refusal('conflict', 'crosswalk-exists', 'The two frameworks have a crosswalk of this title already.', [
    { pointer: '/title', detail: 'is taken' },
  ]);

export const frameworkUnknown = (pointer: string) =>
  new Refusal('invalid', 'framework-unknown', 'There is no such framework.', [
    { pointer, detail: 'names no framework' },
  ]);

export const associationNotFound = () =>
  new Refusal('not-found', 'association-not-found', 'There is no such association.');

export const associationExists = () =>
  new Refusal('conflict', 'association-exists', 'The crosswalk associates these two items already.', [
    { pointer: '/toItemId', detail: 'is associated with it already' },
  ]);

export const ofAnotherFramework = (pointer: string) =>
  new Refusal('invalid', 'item-of-another-framework', 'An item is of the framework on its side.', [
    { pointer, detail: 'is no item of that framework' },
  ]);

export const withItself = () =>
  new Refusal('invalid', 'associated-with-itself', 'An item is not associated with itself.', [
    { pointer: '/toItemId', detail: 'is the same item' },
  ]);

export const releaseOfAnotherFramework = () =>
  new Refusal(
    'invalid',
    'release-of-another-framework',
    'The release is not of the framework on that side.',
    [{ pointer: '/filter/releaseId', detail: 'is of another framework' }],
  );
