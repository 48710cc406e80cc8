import { useSyncExternalStore } from 'react';
import { wideScreen } from '../../look/tokens.ts';

const query = `(min-width: ${wideScreen}px)`;

function subscribe(changed: () => void): () => void {
  const media = window.matchMedia(query);
  media.addEventListener('change', changed);
  return () => media.removeEventListener('change', changed);
}

/** Room for tables; below it rows are cards. */
export const useIsWide = (): boolean =>
  useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
