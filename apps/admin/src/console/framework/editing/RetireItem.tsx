import { useMemo, useState } from 'react';
import { useNotify } from 'react-admin';
import { FormDialog } from '../../layout/Dialog.tsx';
import { CheckField } from '../../layout/Field.tsx';
import type { Item, ItemDetail } from '../../providers/records.ts';
import { useText } from '../../providers/useText.ts';
import { ItemPicker } from './ItemPicker.tsx';
import { Overtaken, SeveralOvertaken } from './Overtaken.tsx';
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
  const parts = useMemo(() => partsOf(item.id, items), [item.id, items]);
  const [openedParts] = useState(parts);
  // What another has made of them is read when it is refused, and retired only by who has seen it.
  const seen = edit.theirs === null ? openedParts : parts;
  const [replacedBy, setReplacedBy] = useState<readonly string[]>([]);
  const [withParts, setWithParts] = useState(false);
  const [reason, setReason] = useState('');
  const holds = seen.length;
  const submit = () =>
    edit.send(
      {
        action: 'retire',
        body: { replacedBy, parts: seen.map(({ id, version }) => ({ id, version })), reason },
      },
      () => {
        notify(text('framework.editing.retired', { name: item.title }), { type: 'success' });
        close();
        done();
      },
    );
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
      {edit.theirs !== null &&
        (edit.theirs.version === edit.opened.version ? (
          <SeveralOvertaken opened={openedParts} theirs={parts} />
        ) : (
          <Overtaken opened={edit.opened} theirs={edit.theirs} />
        ))}
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

/** All that an item holds, at whatever depth. */
function partsOf(itemId: string, items: readonly Item[]): readonly Item[] {
  const children = Map.groupBy(items, ({ parentId }) => parentId);
  const below = (id: string): readonly Item[] =>
    (children.get(id) ?? []).flatMap((part) => [part, ...below(part.id)]);
  return below(itemId);
}
