import { Refusal } from '#platform/problem/refusal';

/** @param pointer to where the release stands in what was sent */
export const noWayToRelease = (pointer: string) =>
  new Refusal(
    'invalid',
    'no-way-to-release',
    'A role profile moves to another published release of its own framework.',
    [{ pointer, detail: 'is no other published release of the framework' }],
  );

export const upToDate = () =>
  new Refusal('conflict', 'role-profile-up-to-date', 'The role profile is on the current release already.');

export const changesNotPublished = () =>
  new Refusal(
    'conflict',
    'changes-not-published',
    'The role profile has changes that are not published: move it as a draft, look at it whole, then publish it.',
    [{ pointer: '/publish', detail: 'must be false while there are unpublished changes' }],
  );

export const nothingToUndo = () =>
  new Refusal('conflict', 'nothing-to-undo', 'The role profile was not moved to the release that it is on.');
