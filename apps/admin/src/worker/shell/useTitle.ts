import { useEffect } from 'react';
import { productName } from '../../look/Brand.tsx';

/** Each page names itself in the tab, the history and the screen reader's window list. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · ${productName}`;
  }, [title]);
}
