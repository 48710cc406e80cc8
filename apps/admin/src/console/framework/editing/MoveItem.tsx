import { useState } from 'react';
import { useNotify } from 'react-admin';
import { parentKindOf } from '#domain';
import { lower } from '../../../look/numbers.ts';
import { FormDialog } from '../../layout/Dialog.tsx';
import { CheckField, ChoiceField } from '../../layout/Field.tsx';
import type { DraftItem, Item, ItemDetail } from '../../providers/records.ts';
import { useText } from '../../providers/useText.ts';
import { siblingsOf, type Place } from '../treeDrag.ts';
import { ItemPicker } from './ItemPicker.tsx';
import { inTree } from './itemWording.ts';
import { Overtaken } from './Overtaken.tsx';
import { ReasonField } from './ReasonField.tsx';
import { useItemEdit } from './useItemEdit.ts';

interface MoveItemProps {
  item: ItemDetail;
  items: readonly Item[];
  /** Where it was dragged to, when that was refused. */
  to?: Place;
  close: () => void;
}

const LAST = 'last';

/** What dragging does, for whoever does not drag: under what, and before what. */
export function MoveItem({ item, items, to, close }: MoveItemProps) {
  const text = useText();
  const notify = useNotify();
  const edit = useItemEdit<DraftItem>(item);
  const parentKind = parentKindOf(item.kind);
  const [parentId, setParent] = useState(to === undefined ? item.parentId : to.parentId);
  const [before, setBefore] = useState(to?.before ?? LAST);
  const [keepCode, setKeepCode] = useState(false);
  const [reason, setReason] = useState('');
  const siblings = siblingsOf(items, parentId).filter(({ id }) => id !== item.id);
  const isNowhere = parentKind !== null && parentId === null;
  const isElsewhere = parentId !== edit.opened.parentId;
  const submit = () =>
    edit.send(
      {
        action: 'move',
        body: { parentId, ...(before === LAST ? {} : { before }), keepCode: keepCode && isElsewhere, reason },
      },
      (moved) => {
        notify(text('framework.editing.moved', { name: inTree(moved) }), { type: 'success' });
        close();
      },
    );
  return (
    <FormDialog
      title={text('framework.editing.moveTitle', { name: edit.opened.title })}
      label={text(edit.theirs === null ? 'framework.editing.move' : 'framework.editing.allTheSame')}
      submit={submit}
      pending={edit.pending}
      disabled={isNowhere}
      error={edit.error}
      close={close}
      wide
    >
      <Overtaken opened={edit.opened} theirs={edit.theirs} />
      {parentKind !== null && (
        <ItemPicker
          label={text('framework.editing.moveUnder', { kind: lower(text(`framework.kinds.${parentKind}`)) })}
          items={items.filter(({ kind }) => kind === parentKind)}
          chosen={parentId === null ? [] : [parentId]}
          change={([id = null]) => {
            setParent(id);
            setBefore(LAST);
          }}
          single
        />
      )}
      {!isNowhere && (
        <ChoiceField
          label={text('framework.editing.moveBefore')}
          value={before}
          change={setBefore}
          choices={[
            ...siblings.map((sibling) => ({ value: sibling.id, label: inTree(sibling) })),
            { value: LAST, label: text('framework.editing.moveLast') },
          ]}
        />
      )}
      {isElsewhere && !isNowhere && (
        <CheckField
          label={text('framework.editing.keepCode', { code: edit.opened.code })}
          hint={text('framework.editing.keepCodeHint')}
          checked={keepCode}
          change={setKeepCode}
        />
      )}
      <ReasonField value={reason} change={setReason} />
    </FormDialog>
  );
}
