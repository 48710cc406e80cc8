import { Refusal } from '#platform/problem/refusal';

export const sessionNotFound = () =>
  new Refusal('not-found', 'programme-session-not-found', 'There is no such session.');

export const sessionChanged = () =>
  new Refusal(
    'precondition-failed',
    'programme-session-changed',
    'Somebody else has changed this session; look at it again.',
  );

export const sessionPlanned = () =>
  new Refusal(
    'conflict',
    'programme-session-planned',
    'A training plan seats somebody in this session. Delete the plan first.',
  );

export const windowOver = () =>
  new Refusal('invalid', 'training-plan-over', 'A plan is for days to come.', [
    { pointer: '/until', detail: 'is over' },
  ]);

export const planNotFound = () =>
  new Refusal('not-found', 'training-plan-not-found', 'There is no such training plan.');
