import { capital, counted } from '../../look/numbers.ts';
import type { SaveState } from '../outbox/useOutbox.ts';

function words(saving: SaveState): string {
  switch (saving.state) {
    case 'idle':
      return '';
    case 'saving':
      return 'Saving…';
    case 'saved':
      return 'Saved';
    case 'kept':
      return `No connection. ${capital(counted(saving.waiting, 'answer'))} kept on this device and sent when it is back.`;
    case 'refused':
      return `Not taken: ${saving.detail}`;
  }
}

/** Always in the page, so that a change of its words is announced. */
export function SaveStatus({ saving }: { saving: SaveState }) {
  return (
    <p className={`save-status save-${saving.state}`} role="status" aria-live="polite">
      {saving.state === 'saved' && <span aria-hidden="true">✓ </span>}
      {words(saving)}
    </p>
  );
}
