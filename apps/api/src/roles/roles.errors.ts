import { Refusal } from '#platform/problem/refusal';

export const roleProfileNotFound = () =>
  new Refusal('not-found', 'role-profile-not-found', 'There is no such role profile.');

export const profileVersionNotFound = () =>
  new Refusal('not-found', 'role-profile-version-not-found', 'There is no such version of a role profile.');

export const requirementNotFound = () =>
  new Refusal('not-found', 'requirement-not-found', 'The role profile has no such requirement.');

export const roleProfileChanged = () =>
  new Refusal(
    'precondition-failed',
    'role-profile-changed',
    'Somebody else has changed this role profile since you read it: load it again.',
  );

export const nothingToPublish = () =>
  new Refusal(
    'conflict',
    'nothing-to-publish',
    'Nothing has changed since this role profile was last published.',
  );

export const roleProfileEmpty = () =>
  new Refusal('conflict', 'role-profile-empty', 'A role profile without requirements cannot be published.');

export const requirementExists = (code: string) =>
  new Refusal('conflict', 'requirement-exists', `The role profile asks for ${code} already.`, [
    { pointer: '/ksaCode', detail: 'is among the requirements already' },
  ]);

export const ksaNotInRelease = (pointer: string, code: string) =>
  new Refusal(
    'invalid',
    'ksa-not-in-release',
    `The framework release of this role profile has no KSA ${code}.`,
    [{ pointer, detail: 'is no KSA of the role profile’s framework release' }],
  );

export const levelOffScale = (pointer: string, maxLevel: number) =>
  new Refusal('invalid', 'level-off-scale', `A required level is a whole number 1 to ${maxLevel}.`, [
    { pointer, detail: `must be 1 to ${maxLevel}, the highest level of your scale` },
  ]);

export const occupationUnknown = (pointer: string) =>
  new Refusal(
    'invalid',
    'occupation-not-in-release',
    'The occupations of one profile must all be of one release.',
    [{ pointer, detail: 'is no occupation of this release' }],
  );

export const roleProfileNotPublished = () =>
  new Refusal('conflict', 'role-profile-not-published', 'Publish the role profile before you assign it.', [
    { pointer: '/roleProfileId', detail: 'has not been published yet' },
  ]);

export const alreadyAssigned = () =>
  new Refusal('conflict', 'role-already-assigned', 'The worker has this role already.', [
    { pointer: '/roleProfileId', detail: 'is assigned to this worker already' },
  ]);

export const assignmentNotFound = () =>
  new Refusal('not-found', 'role-assignment-not-found', 'There is no such role assignment.');
