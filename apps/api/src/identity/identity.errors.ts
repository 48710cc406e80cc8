import { Refusal } from '#platform/problem/refusal';

/** The same for an unknown address, a wrong password and an account that is closed. */
export const signInFailed = () =>
  new Refusal('unauthenticated', 'sign-in-failed', 'This email address and password do not go together.');

export const roleNotYours = (role: string) =>
  new Refusal('forbidden', 'role-not-yours-to-give', `The role ${role} is not yours to give.`, [
    { pointer: '/role', detail: 'is not yours to give' },
  ]);

export const sessionOver = () =>
  new Refusal('unauthenticated', 'session-over', 'Sign in again: this session is over.');

export const noSuchPersona = () =>
  new Refusal('not-found', 'persona-not-found', 'There is no such persona here.');

export const emailTaken = (pointer: string) =>
  new Refusal('conflict', 'email-taken', 'Somebody signs in with this email address already.', [
    { pointer, detail: 'is taken' },
  ]);

export const invitationGone = () =>
  new Refusal('not-found', 'invitation-gone', 'This invitation was used, has expired, or never was.');

export const setUpClosed = () =>
  new Refusal(
    'forbidden',
    'set-up-closed',
    'This set-up code does not hold: it was used, has expired, or never was.',
    [{ pointer: '/token', detail: 'does not hold' }],
  );
