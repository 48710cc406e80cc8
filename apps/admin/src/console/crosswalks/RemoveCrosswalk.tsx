import { useState } from 'react';
import { useDelete, useNotify, useRedirect } from 'react-admin';
import { ConfirmDialog } from '../layout/Dialog.tsx';
import { inWords } from '../providers/problem.ts';
import type { Crosswalk } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';

/** Asked once more, since all its associations go with it. */
export function RemoveCrosswalk({ crosswalk }: { crosswalk: Crosswalk }) {
  const text = useText();
  const notify = useNotify();
  const redirect = useRedirect();
  const [asked, setAsked] = useState(false);
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
    <section className="section">
      <button className="button button-quiet" type="button" onClick={() => setAsked(true)}>
        {text('crosswalks.remove')}
      </button>
      {asked && (
        <ConfirmDialog
          title={text('crosswalks.removeQuestion', { name: crosswalk.to.framework })}
          close={() => setAsked(false)}
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
