import { Refusal } from '#platform/problem/refusal';

export const proposalNotFound = () =>
  new Refusal('not-found', 'proposal-not-found', 'There is no such comment or proposal.');

export const proposalClosed = (state: string) =>
  new Refusal('conflict', 'proposal-closed', `This is ${state} already.`);

export const alreadyProposed = () =>
  new Refusal('conflict', 'already-proposed', 'This is proposed already, and the curators have not decided.');

export const proposalNotYours = () =>
  new Refusal('forbidden', 'proposal-not-yours', 'Only who has written it can withdraw it.');

export const nothingToAdd = () =>
  new Refusal('invalid', 'nothing-to-add', 'Only an accepted proposal of a new item adds one.', [
    { pointer: '/add', detail: 'is for accepted proposals of a new item' },
  ]);
