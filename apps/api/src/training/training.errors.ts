import { Refusal } from '#platform/problem/refusal';

export const programmeNotFound = () =>
  new Refusal('not-found', 'programme-not-found', 'There is no such programme.');

export const ksaUnknown = (pointer: string, code: string) =>
  new Refusal('invalid', 'ksa-not-in-release', `The current release has no KSA ${code}.`, [
    { pointer, detail: 'is no KSA of the current release' },
  ]);
