import { sessionState, signOut } from '../../api/session.ts';
import type { Session } from './authProvider.ts';

/** Remembers the page, so that signing in comes back to it. Never settles: the browser is on its way out. */
export function leaveForSignIn(): Promise<never> {
  const here = window.location.pathname + window.location.search;
  window.location.assign(`/sign-in?next=${encodeURIComponent(here)}`);
  return new Promise<never>(() => {});
}

export const session: Session = {
  isSignedOut: () => sessionState() === 'signed-out',
  signOut,
  leaveForSignIn,
};
