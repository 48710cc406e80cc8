import { Refusal } from '#platform/problem/refusal';

export const workerNotFound = () => new Refusal('not-found', 'worker-not-found', 'There is no such worker.');

export const workerChanged = () =>
  new Refusal(
    'precondition-failed',
    'worker-changed',
    'Somebody else has changed this worker since you read them: load them again.',
  );
