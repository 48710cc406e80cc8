import type { AuthProvider } from 'react-admin';
import type { Me } from '../../api/types.ts';
import { mayDo } from './access.ts';

/** What the console needs of the API client's session. */
export interface Session {
  isSignedOut: () => boolean;
  signOut: () => Promise<void>;
  /** Signing in is the light entry's page: being signed out means leaving this one. */
  leaveForSignIn: () => Promise<never>;
  /** After signing out on purpose: whoever signs in next begins at their own first page. */
  leave: () => Promise<never>;
}

/** Answers from memory what react-admin asks on every screen; the session itself lives in the API client. */
export function createAuthProvider(me: Me, session: Session): AuthProvider {
  const permissions: ReadonlySet<string> = new Set(me.permissions);

  return {
    login: () => session.leaveForSignIn(),

    logout: async () => {
      await session.signOut();
      return session.leave();
    },

    checkAuth: () => (session.isSignedOut() ? session.leaveForSignIn() : Promise.resolve()),

    // Only 401 means signed out: 403 is a door that is shut, and no answer at all is a lost connection.
    checkError: (error: { status?: number }) =>
      error.status === 401 ? session.leaveForSignIn() : Promise.resolve(),

    getIdentity: () => Promise.resolve({ id: me.userId, fullName: me.name }),

    getPermissions: () => Promise.resolve(permissions),

    canAccess: ({ resource, action }) => Promise.resolve(mayDo(permissions, resource, action)),
  };
}
