import { useState } from 'react';
import { useNotify } from 'react-admin';
import { FormDialog } from '../layout/Dialog.tsx';
import { TextField } from '../layout/Field.tsx';
import { etagOf } from '../providers/dataProvider.ts';
import { formErrorsOf, inWords, preconditionFailed } from '../providers/problem.ts';
import type { Crosswalk } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { useSendToCrosswalk } from './useSendToCrosswalk.ts';

/** Its title and source, of the version that it was opened with. */
export function WordCrosswalk({ crosswalk: opened, close }: { crosswalk: Crosswalk; close: () => void }) {
  const text = useText();
  const notify = useNotify();
  const [crosswalk] = useState(opened);
  const [title, setTitle] = useState(crosswalk.title);
  const [source, setSource] = useState(crosswalk.source);
  const send = useSendToCrosswalk();
  const errors = formErrorsOf(send.error);
  const submit = () =>
    send.mutate(
      {
        method: 'PATCH',
        path: `/api/crosswalks/${crosswalk.id}`,
        ifMatch: etagOf(crosswalk.version),
        body: { title, source },
      },
      {
        onSuccess: () => {
          notify(text('layout.saved'), { type: 'success' });
          close();
        },
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
      pending={send.isPending}
      disabled={title === crosswalk.title && source === crosswalk.source}
      error={send.error}
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
