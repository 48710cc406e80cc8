import { Refusal } from '#platform/problem/refusal';

export const ownItemNotFound = () =>
  new Refusal('not-found', 'own-item-not-found', 'Your organisation has no such item of its own.');

export const ownOccupationNotFound = () =>
  new Refusal(
    'not-found',
    'own-occupation-not-found',
    'Your organisation has no such occupation of its own.',
  );

export const ownEditedMeanwhile = () =>
  new Refusal(
    'precondition-failed',
    'edited-meanwhile',
    'Somebody else has changed this since you read it: load it again.',
  );

export const noCompetency = () =>
  new Refusal('invalid', 'no-such-competency', 'An own item stands under a competency of the framework.', [
    { pointer: '/under', detail: 'is no competency or sub-competency of the current release' },
  ]);

export const ksaUnknown = (pointer: string, code: string) =>
  new Refusal('invalid', 'ksa-unknown', `Neither the framework nor your organisation has a KSA ${code}.`, [
    { pointer, detail: 'is no KSA of the current release or of your own' },
  ]);

export const onlyOfTasks = (pointer: string) =>
  new Refusal('invalid', 'only-of-tasks', 'A document and the KSAs behind it are said of a task alone.', [
    { pointer, detail: 'is said of a task alone' },
  ]);

export const areaUnknown = () =>
  new Refusal('invalid', 'technology-area-unknown', 'The framework has no such technology area.', [
    { pointer: '/technologyArea', detail: 'is no technology area of the current release' },
  ]);

export const ownOccupationTaken = () =>
  new Refusal('conflict', 'occupation-taken', 'Your organisation has an occupation of this title and area.', [
    { pointer: '/title', detail: 'is taken in this technology area' },
  ]);

export const ownNumbersExhausted = () =>
  new Refusal(
    'conflict',
    'own-numbers-exhausted',
    'Your organisation has no number left for a KSA of its own.',
  );

export const onlyKsasAreProposed = () =>
  new Refusal('conflict', 'only-ksas-are-proposed', 'A task is the shop floor’s own; a KSA can be proposed.');

export const notGone = (pointer: string) =>
  new Refusal('invalid', 'ksa-not-gone', 'Only what is gone from the current release can stay as gone.', [
    { pointer, detail: 'is no KSA of it that is gone from the current release' },
  ]);
