import { useId, useMemo, useState } from 'react';
import type { Item } from '../../providers/records.ts';
import { useText } from '../../providers/useText.ts';
import { matches } from '../treeRows.ts';
import { inTree } from './itemWording.ts';
import './editing.css';

interface ItemPickerProps {
  label: string;
  hint?: string;
  /** Those to choose from. */
  items: readonly Item[];
  chosen: readonly string[];
  change: (chosen: readonly string[]) => void;
  /** One alone: another one takes its place. */
  single?: boolean;
}

const SHOWN = 8;

/** Found by typing, chosen by a button each: also with ten thousand to choose from. */
export function ItemPicker({ label, hint, items, chosen, change, single = false }: ItemPickerProps) {
  const text = useText();
  const id = useId();
  const [typed, setTyped] = useState('');
  const byId = useMemo(() => new Map(items.map((item) => [item.id, item])), [items]);
  const wanted = typed.trim().toLowerCase();
  const found = items.filter(
    (item) => !chosen.includes(item.id) && (wanted === '' ? items.length <= SHOWN : matches(item, wanted)),
  );
  const choose = (item: Item) => {
    change(single ? [item.id] : [...chosen, item.id]);
    setTyped('');
  };
  return (
    <fieldset className="item-picker">
      <legend>{label}</legend>
      {hint !== undefined && <p className="hint">{hint}</p>}
      {chosen.length > 0 && (
        <ul className="picked">
          {chosen
            .flatMap((each) => byId.get(each) ?? [])
            .map((item) => (
              <li key={item.id}>
                <span>✓ {inTree(item)}</span>
                <button
                  className="link-button"
                  type="button"
                  aria-label={text('framework.editing.unpick', { name: item.title })}
                  onClick={() => change(chosen.filter((each) => each !== item.id))}
                >
                  {text('framework.editing.remove')}
                </button>
              </li>
            ))}
        </ul>
      )}
      <div className="field field-whole">
        <label htmlFor={id}>{text('framework.editing.find')}</label>
        <input
          id={id}
          type="search"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            // What is searched for is not what the form around it asks for.
            event.preventDefault();
            if (found.length === 1) found.forEach(choose);
          }}
        />
      </div>
      <p className="said" role="status">
        {wanted === '' ? '' : text('framework.editing.matches', { smart_count: found.length })}
      </p>
      <ul className="found">
        {found.slice(0, SHOWN).map((item) => (
          <li key={item.id}>
            <button className="found-item" type="button" onClick={() => choose(item)}>
              {inTree(item)}
            </button>
          </li>
        ))}
      </ul>
      {wanted !== '' && found.length === 0 && <p className="hint">{text('framework.editing.noMatch')}</p>}
      {found.length > SHOWN && (
        <p className="hint">{text('framework.editing.more', { count: found.length - SHOWN })}</p>
      )}
    </fieldset>
  );
}
