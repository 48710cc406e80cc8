import { withLock } from './locks.ts';
import { problemOf, Unreachable } from './problem.ts';
import type { Session } from './types.ts';

/** `unknown`: not asked yet, or asked without an answer. Offline is not signed out. */
export type SessionState = 'unknown' | 'signed-in' | 'signed-out';

/** The access token lives in this module's memory and nowhere else; the refresh token is an HttpOnly cookie. */
let current: { token: string; until: number } | null = null;
let state: SessionState = 'unknown';
let refreshing: Promise<void> | null = null;
const listeners = new Set<() => void>();

/** Renewed this long before it ends, so that a slow clock or network does not cost a request its answer. */
const MARGIN_MS = 15_000;

function become(next: SessionState): void {
  if (state === next) return;
  state = next;
  for (const listener of listeners) listener();
}

export function sessionState(): SessionState {
  return state;
}

export function onSessionChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function acceptSession(session: Session): void {
  current = { token: session.accessToken, until: Date.parse(session.expiresAt) };
  become('signed-in');
}

function forget(): void {
  current = null;
  become('signed-out');
}

async function send(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { credentials: 'same-origin', ...init });
  } catch {
    throw new Unreachable();
  }
}

async function renew(): Promise<void> {
  const response = await send('/api/sessions/refresh', { method: 'POST' });
  if (response.status === 401) {
    forget();
    return;
  }
  if (!response.ok) throw problemOf(response.status, await response.json().catch(() => null));
  acceptSession((await response.json()) as Session);
}

/**
 * One refresh at a time: refresh tokens rotate, and two used at once look like a theft. The promise holds within
 * this tab, the lock between tabs; the tab that waited then refreshes with the cookie that the first one got.
 */
function refreshSession(): Promise<void> {
  refreshing ??= withLock('session-refresh', renew).finally(() => {
    refreshing = null;
  });
  return refreshing;
}

/** A usable access token, or null when nobody is signed in. */
export async function accessToken(): Promise<string | null> {
  if (state === 'signed-out') return null;
  if (current === null || current.until - Date.now() < MARGIN_MS) await refreshSession();
  return current?.token ?? null;
}

/** After a 401: the token in hand is no good. Another request may have renewed it meanwhile. */
export async function renewAfter(refused: string): Promise<string | null> {
  if (current?.token === refused) await refreshSession();
  return current?.token ?? null;
}

export async function startSession(path: string, body: unknown): Promise<void> {
  const response = await send(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw problemOf(response.status, answer);
  acceptSession(answer as Session);
}

export const signIn = (email: string, password: string) => startSession('/api/sessions', { email, password });
export const signInAs = (persona: string) => startSession('/api/sessions/persona', { key: persona });

export async function signOut(): Promise<void> {
  const token = current?.token;
  await send('/api/sessions/current', {
    method: 'DELETE',
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  });
  forget();
}
