import { useState } from 'react';
import { useNotify } from 'react-admin';
import { lower } from '../../../look/numbers.ts';
import { useCuration } from '../../curation/useCuration.ts';
import { FormDialog } from '../../layout/Dialog.tsx';
import { formErrorsOf } from '../../providers/problem.ts';
import type { DraftItem, Item } from '../../providers/records.ts';
import { useText } from '../../providers/useText.ts';
import { NearDuplicates } from '../../search/NearDuplicates.tsx';
import { inTree, NO_WORDING, toSend } from './itemWording.ts';
import { ReasonField } from './ReasonField.tsx';
import { WordingFields } from './WordingFields.tsx';

export interface NewItemPlace {
  kind: Item['kind'];
  /** Null for a tier. */
  parent: Pick<Item, 'id' | 'code' | 'title'> | null;
  /** The sibling that it is added before; null: it stands last. */
  before: string | null;
}

interface AddItemProps {
  releaseId: string;
  place: NewItemPlace;
  done: (id: string) => void;
  close: () => void;
}

export function AddItem({ releaseId, place, done, close }: AddItemProps) {
  const text = useText();
  const notify = useNotify();
  const add = useCuration<DraftItem>();
  const [value, setValue] = useState(NO_WORDING);
  const [reason, setReason] = useState('');
  const { kind, parent, before } = place;
  const submit = () =>
    add.mutate(
      {
        method: 'POST',
        path: `/api/releases/${releaseId}/items`,
        body: {
          ...toSend(value),
          kind,
          parentId: parent?.id ?? null,
          ...(before === null ? {} : { before }),
          reason,
        },
      },
      {
        onSuccess: ({ data }) => {
          notify(text('framework.editing.added', { name: inTree(data) }), { type: 'success' });
          close();
          done(data.id);
        },
      },
    );
  return (
    <FormDialog
      title={text('framework.editing.addTitle', { kind: lower(text(`framework.kinds.${kind}`)) })}
      label={text('framework.editing.add')}
      submit={submit}
      pending={add.isPending}
      error={add.error}
      close={close}
      wide
    >
      {parent !== null && <p className="hint">{text('framework.editing.under', { name: inTree(parent) })}</p>}
      <WordingFields value={value} change={setValue} errors={formErrorsOf(add.error)} code="optional" />
      <NearDuplicates releaseId={releaseId} title={value.title} definition={value.definition} />
      <ReasonField value={reason} change={setReason} />
    </FormDialog>
  );
}
