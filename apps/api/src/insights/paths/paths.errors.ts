import { Refusal } from '#platform/problem/refusal';

export const roleNotFound = () =>
  new Refusal(
    'not-found',
    'role-not-found',
    'There is no such occupation, and no such role profile that is published.',
  );
