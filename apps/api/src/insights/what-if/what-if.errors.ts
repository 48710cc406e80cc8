import { Refusal } from '#platform/problem/refusal';

const invalid = (code: string, detail: string, pointer: string, what: string) =>
  new Refusal('invalid', code, detail, [{ pointer, detail: what }]);

export const roleUnnamed = (pointer: string) =>
  invalid(
    'role-profile-needed',
    'Of a team or the organisation a change must name the role profile that it is of.',
    pointer,
    'is needed',
  );

export const roleNotPublished = (pointer: string) =>
  invalid(
    'role-profile-not-published',
    'The role profile is not published: nobody is held against it yet.',
    pointer,
    'is of no published role profile',
  );

export const ksaNotInRelease = (pointer: string, code: string) =>
  invalid(
    'ksa-not-in-release',
    `The release of the role profile has no KSA ${code}.`,
    pointer,
    'is no KSA of the release',
  );

export const workerUnknown = (pointer: string) =>
  invalid('worker-not-found', 'There is no such worker.', pointer, 'is no worker');

export const programmeUnknown = (pointer: string) =>
  invalid('programme-not-found', 'There is no such programme.', pointer, 'is no programme');
