import { Refusal } from '#platform/problem/refusal';

export const teamNotFound = () => new Refusal('not-found', 'team-not-found', 'There is no such team.');

export const teamUnknown = () =>
  new Refusal('invalid', 'team-unknown', 'There is no such team to put the worker into.', [
    { pointer: '/teamId', detail: 'is no team of this organisation' },
  ]);

export const teamChanged = () =>
  new Refusal(
    'precondition-failed',
    'team-changed',
    'Somebody else has changed this team since you read it: load it again.',
  );

export const teamExists = (name: string) =>
  new Refusal('conflict', 'team-exists', `This site has a team "${name}" already.`, [
    { pointer: '/name', detail: 'is the name of another team of this site' },
  ]);

export const teamNotEmpty = () =>
  new Refusal('conflict', 'team-not-empty', 'Only a team that no worker is in can be deleted.');

export const minimumNotFound = () =>
  new Refusal('not-found', 'team-minimum-not-found', 'This team has no minimum for that KSA.');

export const ksaUnknown = (code: string) =>
  new Refusal('not-found', 'ksa-not-found', `The current framework release has no KSA ${code}.`);
