import { Refusal } from '#platform/problem/refusal';

const refuseOn = (code: string, message: string, detail: string) =>
  new Refusal('invalid', code, message, [{ pointer: '/on', detail }]);

export const coverInThePast = () =>
  refuseOn('cover-in-the-past', 'Cover is of today or of a day to come.', 'lies in the past');

export const coverTooFar = () =>
  refuseOn('cover-too-far', 'Cover is foreseen for ten years at most.', 'lies more than ten years ahead');

export const timeReversed = () =>
  new Refusal('invalid', 'time-reversed', 'The time asked for ends before it begins.', [
    { pointer: '/to', detail: 'lies before /from' },
  ]);

export const teamTooLarge = (most: number) =>
  new Refusal('too-large', 'team-too-large', `A matrix has at most ${most} workers.`);
