import { Refusal } from '#platform/problem/refusal';

export const releaseNotFound = () =>
  new Refusal('not-found', 'release-not-found', 'There is no such release.');

export const releaseRetired = (label: string, pointer: string) =>
  new Refusal(
    'conflict',
    'release-retired',
    `Release ${label} is retired: nothing new begins from it. Begin from a published one.`,
    [{ pointer, detail: 'is of a retired release' }],
  );

export const noReleasePublished = () =>
  new Refusal('not-found', 'no-release-published', 'No release of a framework has been loaded yet.');

export const itemNotFound = () => new Refusal('not-found', 'item-not-found', 'No release has such an item.');

export const occupationNotFound = () =>
  new Refusal('not-found', 'occupation-not-found', 'No release has such an occupation.');
