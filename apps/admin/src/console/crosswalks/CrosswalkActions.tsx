import { useState } from 'react';
import { useDelete, useNotify, useRedirect } from 'react-admin';
import { ConfirmDialog } from '../layout/Dialog.tsx';
import { inWords } from '../providers/problem.ts';
import type { Crosswalk } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { WordCrosswalk } from './WordCrosswalk.tsx';

/** What a curator does to a crosswalk as a whole. Removing is asked once more: all its associations go with it. */
export function CrosswalkActions({ crosswalk }: { crosswalk: Crosswalk }) {
  const text = useText();
  const notify = useNotify();
  const redirect = useRedirect();
  const [asked, setAsked] = useState<'edit' | 'remove' | null>(null);
  const close = () => setAsked(null);
  const [remove, { isPending }] = useDelete<Crosswalk>();
  const confirm = () =>
    void remove(
      'crosswalks',
      { id: crosswalk.id, previousData: crosswalk, meta: { version: crosswalk.version } },
      {
        mutationMode: 'pessimistic',
        onSuccess: () => {
          notify(text('crosswalks.removed'), { type: 'success' });
          redirect('list', 'crosswalks');
        },
        onError: (error) => notify(inWords(error), { type: 'error' }),
      },
    );
  return (
    <section className="section actions">
      <button className="button button-quiet" type="button" onClick={() => setAsked('edit')}>
        {text('crosswalks.edit')}
      </button>
      <button className="button button-quiet" type="button" onClick={() => setAsked('remove')}>
        {text('crosswalks.askRemove')}
      </button>
      {asked === 'edit' && <WordCrosswalk crosswalk={crosswalk} close={close} />}
      {asked === 'remove' && (
        <ConfirmDialog
          title={text('crosswalks.removeQuestion', { name: crosswalk.to.framework })}
          close={close}
          confirm={confirm}
          label={text('crosswalks.remove')}
          busy={isPending}
        >
          <p>{text('crosswalks.removeWhat')}</p>
        </ConfirmDialog>
      )}
    </section>
  );
}
