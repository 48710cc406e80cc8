import { useSyncExternalStore } from 'react';

export type ThemeChoice = 'system' | 'light' | 'dark';

const KEY = 'theme';
const listeners = new Set<() => void>();
const systemDark = window.matchMedia('(prefers-color-scheme: dark)');

function stored(): ThemeChoice {
  // Storage can be forbidden (private windows, policies): the system's wish is a good answer then.
  try {
    const value = localStorage.getItem(KEY);
    return value === 'light' || value === 'dark' ? value : 'system';
  } catch {
    return 'system';
  }
}

let choice = stored();

function show(): void {
  if (choice === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = choice;
  for (const listener of listeners) listener();
}

systemDark.addEventListener('change', show);
window.addEventListener('storage', (event) => {
  if (event.key !== KEY) return;
  choice = stored();
  show();
});
show();

export function chooseTheme(next: ThemeChoice): void {
  choice = next;
  try {
    if (next === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, next);
  } catch {
    // Kept for this page only.
  }
  show();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What is on screen now: the reader's choice, else the system's. */
function resolved(): 'light' | 'dark' {
  if (choice !== 'system') return choice;
  return systemDark.matches ? 'dark' : 'light';
}

export function useTheme(): { choice: ThemeChoice; resolved: 'light' | 'dark' } {
  return {
    choice: useSyncExternalStore(subscribe, () => choice),
    resolved: useSyncExternalStore(subscribe, resolved),
  };
}
