import { useState } from 'react';
import { TextField } from '../layout/Field.tsx';
import { inWords } from '../providers/problem.ts';
import type { Item, Occupation } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import type { Counts } from './selectionModel.ts';

interface PendingEditsProps {
  occupations: readonly Occupation[];
  items: readonly Item[];
  stored: Counts;
  pending: Counts;
  /** Cells that somebody else has changed, with what is there now. */
  refused: ReadonlyMap<string, string>;
  undo: (keys: readonly string[]) => void;
  save: (reason: string) => void;
  saving: boolean;
  error: unknown;
}

const SHOWN = 50;

/** What is changed and not saved yet; saved all at once or not at all. */
export function PendingEdits(props: PendingEditsProps) {
  const text = useText();
  const { occupations, items, stored, pending, refused, undo, save, saving, error } = props;
  const [reason, setReason] = useState('');
  const names = new Map<string, string>([
    ...occupations.map(
      ({ id, title, technologyAreaName }) => [id, `${title} (${technologyAreaName})`] as const,
    ),
    ...items.map(({ id, code, title }) => [id, `${code} ${title}`] as const),
  ]);
  // What somebody else has changed comes first: it is what has to be decided.
  const keys = [...pending.keys()].sort(
    (left, right) => Number(refused.has(right)) - Number(refused.has(left)),
  );
  const times = (count: number) =>
    count === 0 ? text('releases.notSelected') : text('releases.selected', { smart_count: count });
  return (
    <section className="panel pending-edits" aria-label={text('selections.pendingLabel')}>
      <div className="section-head">
        <h2>
          <span role="status">{text('selections.pending', { smart_count: pending.size })}</span>
        </h2>
        <button className="link-button" type="button" onClick={() => undo(keys)}>
          {text('selections.undoAll')}
        </button>
      </div>
      {refused.size > 0 && (
        <p className="form-problem" role="alert">
          {text('selections.refusedWhat', { smart_count: refused.size })}
        </p>
      )}
      {error !== null && refused.size === 0 && (
        <p className="form-problem" role="alert">
          {inWords(error)}
        </p>
      )}
      <ul className="rows pending-list">
        {keys.slice(0, SHOWN).map((key) => {
          const [occupationId = '', ksaId = ''] = key.split(' ');
          const name = `${names.get(occupationId) ?? ''} · ${names.get(ksaId) ?? ''}`;
          return (
            <li className="row-line" key={key}>
              <div>
                <p>{name}</p>
                <p className="hint">
                  {times(stored.get(key) ?? 0)} → {times(pending.get(key) ?? 0)}
                </p>
                {refused.has(key) && <p className="field-problem">{refused.get(key)}</p>}
              </div>
              <button
                className="link-button"
                type="button"
                aria-label={text('selections.undoOne', { name })}
                onClick={() => undo([key])}
              >
                {text('selections.undo')}
              </button>
            </li>
          );
        })}
      </ul>
      {keys.length > SHOWN && (
        <p className="hint">{text('framework.editing.more', { count: keys.length - SHOWN })}</p>
      )}
      <div className="stack pending-foot">
        <TextField
          label={text('curation.reason')}
          value={reason}
          change={setReason}
          hint={text('curation.reasonHint')}
        />
        <div className="actions">
          <button className="button" type="button" disabled={saving} onClick={() => save(reason)}>
            {saving
              ? text('layout.saving')
              : text(refused.size > 0 ? 'selections.saveAllTheSame' : 'selections.save', {
                  smart_count: pending.size,
                })}
          </button>
        </div>
      </div>
    </section>
  );
}
