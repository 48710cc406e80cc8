import { useState } from 'react';
import { useNotify } from 'react-admin';
import { FormDialog } from '../../layout/Dialog.tsx';
import { CheckField } from '../../layout/Field.tsx';
import type { Item, ItemDetail } from '../../providers/records.ts';
import { useText } from '../../providers/useText.ts';
import { ItemPicker } from './ItemPicker.tsx';
import { Overtaken } from './Overtaken.tsx';
import { ReasonField } from './ReasonField.tsx';
import { useItemEdit } from './useItemEdit.ts';

interface RetireItemProps {
  item: ItemDetail;
  items: readonly Item[];
  done: () => void;
  close: () => void;
}

/** Out of the draft, with what stands in for it. */
export function RetireItem({ item, items, done, close }: RetireItemProps) {
  const text = useText();
  const notify = useNotify();
  const edit = useItemEdit(item);
  const [replacedBy, setReplacedBy] = useState<readonly string[]>([]);
  const [withParts, setWithParts] = useState(false);
  const [reason, setReason] = useState('');
  const holds = item.children.length;
  const submit = () =>
    edit.send({ action: 'retire', body: { replacedBy, withParts, reason } }, () => {
      notify(text('framework.editing.retired', { name: item.title }), { type: 'success' });
      close();
      done();
    });
  return (
    <FormDialog
      title={text('framework.editing.retireTitle', { name: edit.opened.title })}
      label={text(edit.theirs === null ? 'framework.editing.retire' : 'framework.editing.allTheSame')}
      submit={submit}
      pending={edit.pending}
      disabled={holds > 0 && !withParts}
      error={edit.error}
      close={close}
      wide
    >
      <p className="hint">{text('framework.editing.retireWhat')}</p>
      <Overtaken opened={edit.opened} theirs={edit.theirs} />
      {holds > 0 && (
        <CheckField
          label={text('framework.editing.withParts', { smart_count: holds })}
          checked={withParts}
          change={setWithParts}
        />
      )}
      <ItemPicker
        label={text('framework.editing.replacedBy')}
        hint={text('framework.editing.replacedByHint')}
        items={items.filter(({ id, kind }) => id !== item.id && kind === item.kind)}
        chosen={replacedBy}
        change={setReplacedBy}
      />
      <ReasonField value={reason} change={setReason} />
    </FormDialog>
  );
}
