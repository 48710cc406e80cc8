import { useState } from 'react';
import { useNotify } from 'react-admin';
import { fieldProblem } from '../../../api/problem.ts';
import { FormDialog } from '../../layout/Dialog.tsx';
import { ChoiceField, TextField } from '../../layout/Field.tsx';
import type { DraftItem, ItemDetail } from '../../providers/records.ts';
import { useText } from '../../providers/useText.ts';
import { keptWithout, NO_WORDING, toSend, wordingOf, type Wording } from './itemWording.ts';
import { Overtaken } from './Overtaken.tsx';
import { ReasonField } from './ReasonField.tsx';
import { useItemEdit } from './useItemEdit.ts';
import './editing.css';

interface SplitItemProps {
  item: ItemDetail;
  done: (id: string) => void;
  close: () => void;
}

const NONE = 'none';
const MOST_PARTS = 20;

/** Several items of one; one of them may be the item itself, which keeps its ratings. */
export function SplitItem({ item, done, close }: SplitItemProps) {
  const text = useText();
  const notify = useNotify();
  const edit = useItemEdit<DraftItem[]>(item);
  const [parts, setParts] = useState<readonly Wording[]>(() => [
    { ...wordingOf(item), code: '' },
    { ...NO_WORDING, provisional: item.provisional },
  ]);
  const [keeps, setKeeps] = useState('0');
  const [reason, setReason] = useState('');
  const change = (place: number, part: Wording) =>
    setParts(parts.map((each, index) => (index === place ? part : each)));
  const problem = (place: number, field: keyof Wording) =>
    fieldProblem(edit.error, `/parts/${place}/${field}`);
  const submit = () =>
    edit.send(
      {
        action: 'split',
        body: { parts: parts.map(toSend), keeps: keeps === NONE ? null : Number(keeps), reason },
      },
      (made) => {
        notify(text('framework.editing.splitDone', { name: item.title, count: made.length }), {
          type: 'success',
        });
        close();
        const first = made[keeps === NONE ? 0 : Number(keeps)];
        if (first !== undefined) done(first.id);
      },
    );
  return (
    <FormDialog
      title={text('framework.editing.splitTitle', { name: edit.opened.title })}
      label={text(edit.theirs === null ? 'framework.editing.split' : 'framework.editing.allTheSame')}
      submit={submit}
      pending={edit.pending}
      error={edit.error}
      close={close}
      wide
    >
      <p className="hint">{text('framework.editing.splitWhat')}</p>
      <Overtaken opened={edit.opened} theirs={edit.theirs} />
      {parts.map((part, place) => (
        <fieldset className="split-part" key={place}>
          <legend>{text('framework.editing.part', { number: place + 1 })}</legend>
          <TextField
            label={text('curation.fields.title')}
            value={part.title}
            change={(title) => change(place, { ...part, title })}
            error={problem(place, 'title')}
            maxLength={300}
            required
          />
          <TextField
            label={text('curation.fields.definition')}
            value={part.definition}
            change={(definition) => change(place, { ...part, definition })}
            error={problem(place, 'definition')}
            rows={2}
          />
          <TextField
            label={text('curation.fields.definitionSource')}
            value={part.definitionSource}
            change={(definitionSource) => change(place, { ...part, definitionSource })}
            error={problem(place, 'definitionSource')}
          />
          {parts.length > 2 && (
            <button
              className="link-button"
              type="button"
              onClick={() => {
                setParts(parts.filter((_, index) => index !== place));
                setKeeps(keptWithout(keeps, place) ?? NONE);
              }}
            >
              {text('framework.editing.removePart', { number: place + 1 })}
            </button>
          )}
        </fieldset>
      ))}
      {parts.length < MOST_PARTS && (
        <div>
          <button
            className="button button-quiet"
            type="button"
            onClick={() => setParts([...parts, { ...NO_WORDING, provisional: item.provisional }])}
          >
            {text('framework.editing.addPart')}
          </button>
        </div>
      )}
      <ChoiceField
        label={text('framework.editing.keeps')}
        value={keeps}
        change={setKeeps}
        choices={[
          ...parts.map(({ title }, place) => ({
            value: String(place),
            label: `${text('framework.editing.part', { number: place + 1 })} ${title}`,
          })),
          { value: NONE, label: text('framework.editing.keepsNone') },
        ]}
        hint={text('framework.editing.keepsHint')}
      />
      <ReasonField value={reason} change={setReason} />
    </FormDialog>
  );
}
