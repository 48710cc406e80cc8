import { useState } from 'react';
import { useNotify } from 'react-admin';
import { FormDialog } from '../layout/Dialog.tsx';
import { etagOf } from '../providers/dataProvider.ts';
import { formErrorsOf, inWords, preconditionFailed } from '../providers/problem.ts';
import type { Association } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { AssociationInputs } from './AssociationInputs.tsx';
import { fieldsOf, toSend } from './associationModel.ts';
import { useSendToCrosswalk } from './useSendToCrosswalk.ts';

/** Of the version that it was opened with: an answer that comes later must not move it. */
export function EditAssociation({
  association: opened,
  close,
}: {
  association: Association;
  close: () => void;
}) {
  const text = useText();
  const notify = useNotify();
  const send = useSendToCrosswalk();
  const [association] = useState(opened);
  const [value, setValue] = useState(() => fieldsOf(association));
  const { id, version, from, to } = association;
  const change = (method: 'PATCH' | 'DELETE', said: string, body?: object) =>
    send.mutate(
      { method, path: `/api/associations/${id}`, ifMatch: etagOf(version), ...(body && { body }) },
      {
        onSuccess: () => {
          notify(said, { type: 'success' });
          close();
        },
        onError: (error) =>
          notify(preconditionFailed(error) ? text('crosswalks.associations.overtaken') : inWords(error), {
            type: 'error',
          }),
      },
    );
  return (
    <FormDialog
      title={text('crosswalks.associations.editTitle')}
      label={text('layout.save')}
      submit={() => change('PATCH', text('layout.saved'), toSend(value))}
      pending={send.isPending}
      error={send.error}
      close={close}
    >
      <p>
        {from.code} {from.title}
        <br />
        {to.code} {to.title}
      </p>
      <AssociationInputs value={value} change={setValue} errors={formErrorsOf(send.error)} />
      <button
        className="link-button association-remove"
        type="button"
        disabled={send.isPending}
        onClick={() => change('DELETE', text('crosswalks.associations.removed'))}
      >
        {text('crosswalks.associations.remove')}
      </button>
    </FormDialog>
  );
}
