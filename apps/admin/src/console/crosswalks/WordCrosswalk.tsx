import { useState } from 'react';
import { useNotify, useUpdate } from 'react-admin';
import { FormDialog } from '../layout/Dialog.tsx';
import { TextField } from '../layout/Field.tsx';
import { formErrorsOf, inWords, preconditionFailed } from '../providers/problem.ts';
import type { Crosswalk } from '../providers/records.ts';
import { useForget } from '../providers/useForget.ts';
import { useText } from '../providers/useText.ts';

/** Its title and source, of the version that it was opened with. */
export function WordCrosswalk({ crosswalk: opened, close }: { crosswalk: Crosswalk; close: () => void }) {
  const text = useText();
  const notify = useNotify();
  const forget = useForget('crosswalks');
  const [crosswalk] = useState(opened);
  const [title, setTitle] = useState(crosswalk.title);
  const [source, setSource] = useState(crosswalk.source);
  const [update, { isPending, error }] = useUpdate<Crosswalk>();
  const errors = formErrorsOf(error);
  const submit = () =>
    void update(
      'crosswalks',
      {
        id: crosswalk.id,
        data: { title, source },
        previousData: crosswalk,
        meta: { version: crosswalk.version },
      },
      {
        mutationMode: 'pessimistic',
        onSuccess: () =>
          void forget().then(() => {
            notify(text('layout.saved'), { type: 'success' });
            close();
          }),
        onError: (refused) =>
          notify(preconditionFailed(refused) ? text('crosswalks.associations.overtaken') : inWords(refused), {
            type: 'error',
          }),
      },
    );
  return (
    <FormDialog
      title={text('crosswalks.editTitle')}
      label={text('layout.save')}
      submit={submit}
      pending={isPending}
      disabled={title === crosswalk.title && source === crosswalk.source}
      error={error}
      close={close}
    >
      <TextField
        label={text('crosswalks.fields.title')}
        value={title}
        change={setTitle}
        error={errors?.['title']}
        maxLength={200}
        required
      />
      <TextField
        label={text('crosswalks.fields.source')}
        value={source}
        change={setSource}
        hint={text('crosswalks.hints.source')}
        error={errors?.['source']}
        maxLength={1000}
        rows={3}
      />
    </FormDialog>
  );
}
