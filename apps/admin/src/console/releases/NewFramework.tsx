import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useCuration } from '../curation/useCuration.ts';
import { FormDialog } from '../layout/Dialog.tsx';
import { TextField } from '../layout/Field.tsx';
import { formErrorsOf } from '../providers/problem.ts';
import type { Framework } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';

const FIELDS = ['name', 'uri', 'publisher', 'licence'] as const;

export function NewFramework({ close }: { close: () => void }) {
  const text = useText();
  const notify = useNotify();
  const create = useCuration<Framework>();
  const [values, setValues] = useState({ name: '', uri: 'https://', publisher: '', licence: '' });
  const errors = formErrorsOf(create.error);
  const submit = () =>
    create.mutate(
      { method: 'POST', path: '/api/frameworks', body: values },
      {
        onSuccess: ({ data }) => {
          notify(text('releases.frameworkMade', { name: data.name }), { type: 'success' });
          close();
        },
      },
    );
  return (
    <FormDialog
      title={text('releases.newFramework')}
      label={text('releases.addFramework')}
      submit={submit}
      pending={create.isPending}
      error={create.error}
      close={close}
    >
      {FIELDS.map((field) => (
        <TextField
          key={field}
          label={text(`releases.fields.${field}`)}
          value={values[field]}
          change={(value) => setValues({ ...values, [field]: value })}
          error={errors?.[field]}
          {...(field === 'uri' ? { hint: text('releases.hints.uri') } : {})}
          required
        />
      ))}
    </FormDialog>
  );
}
