import { Refusal } from '#platform/problem/refusal';

export const notInTheFuture = (parameter: string) =>
  new Refusal('invalid', 'not-in-the-future', 'Who will be qualified is not known yet.', [
    { pointer: parameter, detail: 'lies in the future' },
  ]);

export const notPublishedThen = (on: string) =>
  new Refusal(
    'not-found',
    'role-profile-not-published-then',
    `The role profile had not been published by ${on}: nobody was held against it.`,
  );
