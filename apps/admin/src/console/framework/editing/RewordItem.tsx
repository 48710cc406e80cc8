import { useState } from 'react';
import { useNotify } from 'react-admin';
import { FormDialog } from '../../layout/Dialog.tsx';
import { formErrorsOf } from '../../providers/problem.ts';
import type { ItemDetail } from '../../providers/records.ts';
import { useText } from '../../providers/useText.ts';
import { NearDuplicates } from '../../search/NearDuplicates.tsx';
import { changedFields, changesToSend, wordingOf } from './itemWording.ts';
import { Overtaken } from './Overtaken.tsx';
import { ReasonField } from './ReasonField.tsx';
import { useItemEdit } from './useItemEdit.ts';
import { WordingFields } from './WordingFields.tsx';

/** Another name, definition, source, mark or code. */
export function RewordItem({ item, close }: { item: ItemDetail; close: () => void }) {
  const text = useText();
  const notify = useNotify();
  const edit = useItemEdit(item);
  const before = wordingOf(edit.opened);
  const [value, setValue] = useState(before);
  const [reason, setReason] = useState('');
  const submit = () =>
    edit.send({ body: { ...changesToSend(before, value), reason } }, () => {
      notify(text('layout.saved'), { type: 'success' });
      close();
    });
  return (
    <FormDialog
      title={text('framework.editing.rewordTitle', { name: edit.opened.title })}
      label={text(edit.theirs === null ? 'layout.save' : 'framework.editing.saveMine')}
      submit={submit}
      pending={edit.pending}
      disabled={changedFields(before, value).length === 0}
      error={edit.error}
      close={close}
      wide
    >
      <Overtaken opened={edit.opened} theirs={edit.theirs} />
      <WordingFields value={value} change={setValue} errors={formErrorsOf(edit.error)} code="needed" />
      <NearDuplicates
        releaseId={item.releaseId}
        title={value.title}
        definition={value.definition}
        except={item.id}
      />
      <ReasonField value={reason} change={setReason} />
    </FormDialog>
  );
}
