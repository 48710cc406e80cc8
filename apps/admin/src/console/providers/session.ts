import { sessionState, signOut } from '../../api/session.ts';
import type { Session } from './authProvider.ts';

/** Remembers the page, so that signing in comes back to it. Never settles: the browser is on its way out. */
export function leaveForSignIn(): Promise<never> {
  const here = window.location.pathname + window.location.search;
  return leaveTo(`/sign-in?next=${encodeURIComponent(here)}`);
}

/** The first way out is taken; what else notices meanwhile that nobody is signed in changes nothing. */
let leaving = false;

function leaveTo(address: string): Promise<never> {
  if (!leaving) window.location.assign(address);
  leaving = true;
  return new Promise<never>(() => undefined);
}

export const session: Session = {
  isSignedOut: () => sessionState() === 'signed-out',
  signOut,
  leaveForSignIn,
  leave: () => leaveTo('/sign-in'),
};
