import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useCuration } from '../curation/useCuration.ts';
import { ReasonField } from '../framework/editing/ReasonField.tsx';
import { FormDialog } from '../layout/Dialog.tsx';
import { TextField } from '../layout/Field.tsx';
import { formErrorsOf } from '../providers/problem.ts';
import { useText } from '../providers/useText.ts';

interface RenameFamilyProps {
  releaseId: string;
  family: string;
  close: () => void;
}

/** A family is a name that occupations share: all of them change with it. */
export function RenameFamily({ releaseId, family, close }: RenameFamilyProps) {
  const text = useText();
  const notify = useNotify();
  const rename = useCuration<{ changed: number }>();
  const [name, setName] = useState(family);
  const [reason, setReason] = useState('');
  const submit = () =>
    rename.mutate(
      {
        method: 'POST',
        path: `/api/releases/${releaseId}/role-families/rename`,
        body: { from: family, to: name.trim() === '' ? null : name, reason },
      },
      {
        onSuccess: ({ data }) => {
          notify(text('releases.groups.familyRenamed', { smart_count: data.changed }), { type: 'success' });
          close();
        },
      },
    );
  return (
    <FormDialog
      title={text('releases.groups.renameFamilyTitle', { name: family })}
      label={text('layout.save')}
      submit={submit}
      pending={rename.isPending}
      disabled={name === family}
      error={rename.error}
      close={close}
    >
      <TextField
        label={text('releases.groups.newName')}
        value={name}
        change={setName}
        hint={text('releases.groups.familyHint')}
        error={formErrorsOf(rename.error)?.['to']}
        maxLength={100}
      />
      <ReasonField value={reason} change={setReason} />
    </FormDialog>
  );
}
