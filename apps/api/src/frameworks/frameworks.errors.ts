import { Refusal } from '#platform/problem/refusal';

export const releaseNotFound = () =>
  new Refusal('not-found', 'release-not-found', 'There is no such release.');

export const noReleasePublished = () =>
  new Refusal('not-found', 'no-release-published', 'No release of a framework has been loaded yet.');

export const itemNotFound = () => new Refusal('not-found', 'item-not-found', 'No release has such an item.');

export const occupationNotFound = () =>
  new Refusal('not-found', 'occupation-not-found', 'No release has such an occupation.');
