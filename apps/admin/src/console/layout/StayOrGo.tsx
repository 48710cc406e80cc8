import { useEffect, type ReactNode } from 'react';
import { useBlocker } from 'react-router';
import { useText } from '../providers/useText.ts';
import { Dialog } from './Dialog.tsx';

/** What is not saved is not left behind without a word. */
export function StayOrGo({ unsaved, children }: { unsaved: boolean; children: ReactNode }) {
  const text = useText();
  const blocker = useBlocker(unsaved);
  useEffect(() => {
    if (!unsaved) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsaved]);
  if (blocker.state !== 'blocked') return null;
  return (
    <Dialog title={text('layout.leave')} close={() => blocker.reset()}>
      <p>{children}</p>
      <div className="actions">
        <button className="button" type="button" onClick={() => blocker.reset()}>
          {text('layout.stay')}
        </button>
        <button className="button button-quiet" type="button" onClick={() => blocker.proceed()}>
          {text('layout.go')}
        </button>
      </div>
    </Dialog>
  );
}
