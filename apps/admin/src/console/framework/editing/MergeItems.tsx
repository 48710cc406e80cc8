import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useCuration } from '../../curation/useCuration.ts';
import { FormDialog } from '../../layout/Dialog.tsx';
import { ChoiceField } from '../../layout/Field.tsx';
import { formErrorsOf, isRefusal, preconditionFailed } from '../../providers/problem.ts';
import type { DraftItem, Item } from '../../providers/records.ts';
import { useText } from '../../providers/useText.ts';
import { inTree, NO_WORDING, toSend } from './itemWording.ts';
import { SeveralOvertaken } from './Overtaken.tsx';
import { ReasonField } from './ReasonField.tsx';
import { WordingFields } from './WordingFields.tsx';

interface MergeItemsProps {
  releaseId: string;
  /** Of one kind, at least two. */
  merged: readonly Item[];
  done: (id: string) => void;
  close: () => void;
}

const NEW = 'new';

/** One item of several: one of them goes on with its ratings, or a new one takes their place. */
export function MergeItems({ releaseId, merged, done, close }: MergeItemsProps) {
  const text = useText();
  const notify = useNotify();
  const merge = useCuration<DraftItem>();
  const [opened] = useState(merged);
  // One that is gone is no item of the draft any more.
  const overtaken = preconditionFailed(merge.error) || isRefusal(merge.error, 'of-another-release');
  // What another has made of them is read when it is refused, and merged only by who has seen it.
  const seen = overtaken ? merged : opened;
  const [into, setInto] = useState(merged[0]?.id ?? NEW);
  const [value, setValue] = useState(NO_WORDING);
  const [reason, setReason] = useState('');
  const wording = () => {
    const { code: _, ...words } = toSend({ ...value, code: '' });
    return words;
  };
  const submit = () =>
    merge.mutate(
      {
        method: 'POST',
        path: `/api/releases/${releaseId}/items/merge`,
        body: {
          items: seen.map(({ id, version }) => ({ id, version })),
          into: into === NEW ? null : into,
          ...(into === NEW ? { wording: wording() } : {}),
          reason,
        },
      },
      {
        onSuccess: ({ data }) => {
          notify(text('framework.editing.mergeDone', { count: merged.length, name: inTree(data) }), {
            type: 'success',
          });
          close();
          done(data.id);
        },
      },
    );
  return (
    <FormDialog
      title={text('framework.editing.mergeTitle', { count: seen.length })}
      label={text(overtaken ? 'framework.editing.allTheSame' : 'framework.editing.merge')}
      submit={submit}
      pending={merge.isPending}
      error={overtaken ? null : merge.error}
      disabled={seen.length < 2}
      close={close}
      wide
    >
      <p className="hint">{text('framework.editing.mergeWhat')}</p>
      {overtaken && <SeveralOvertaken opened={opened} theirs={merged} />}
      <ul className="picked">
        {seen.map((item) => (
          <li key={item.id}>{inTree(item)}</li>
        ))}
      </ul>
      <ChoiceField
        label={text('framework.editing.mergeInto')}
        value={into}
        change={setInto}
        choices={[
          ...seen.map((item) => ({ value: item.id, label: inTree(item) })),
          { value: NEW, label: text('framework.editing.mergeNew') },
        ]}
      />
      {into === NEW && (
        <WordingFields value={value} change={setValue} errors={formErrorsOf(merge.error)} code="none" />
      )}
      <ReasonField value={reason} change={setReason} />
    </FormDialog>
  );
}
