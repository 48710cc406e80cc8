import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { inWords } from '../providers/problem.ts';
import type { FrameworkHit } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { Marked } from './Marked.tsx';
import { stepOf } from './searchModel.ts';
import { type SearchedIn, useFirstHit, useFrameworkSearch } from './useFrameworkSearch.ts';
import './search.css';

interface SearchBoxProps extends SearchedIn {
  label: string;
  hint?: string;
  choose: (hit: FrameworkHit) => void;
  /** "/" brings the reader here from anywhere on the page but another field. */
  slash?: boolean;
}

/** A combobox over the framework (WAI-ARIA): the focus stays in the field, the arrow keys walk the hits below it. */
export function SearchBox({ label, hint, choose, slash = false, ...searchedIn }: SearchBoxProps) {
  const text = useText();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const { data, error, isFetching } = useFrameworkSearch(typed, searchedIn);
  const hits = typed.trim() === '' ? [] : (data ?? []);
  const shown = open && typed.trim() !== '';
  const firstHit = useFirstHit(searchedIn);
  useSlash(slash ? input : null);

  const take = (hit: FrameworkHit | undefined) => {
    if (hit === undefined) return;
    setOpen(false);
    setActive(-1);
    setTyped('');
    choose(hit);
  };

  const takeFirst = async () => {
    // What goes wrong is told below the field, which asks the same.
    const first = await firstHit(typed).catch(() => undefined);
    if (input.current?.value === typed) take(first);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && shown) {
      event.preventDefault();
      if (active < 0) void takeFirst();
      else take(hits[active]);
      return;
    }
    if (event.key === 'Escape' && shown) {
      // The dialog around it is not meant.
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
      return;
    }
    const next = stepOf(event.key, active, hits.length);
    if (next === null) return;
    event.preventDefault();
    setOpen(true);
    setActive(next);
    document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
  };

  const none = shown && !isFetching && hits.length === 0 && error === null;
  return (
    <div
      className="search"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <div className="field search-field">
        <label htmlFor={id}>{label}</label>
        <input
          ref={input}
          id={id}
          type="search"
          role="combobox"
          autoComplete="off"
          maxLength={200}
          value={typed}
          aria-expanded={shown && hits.length > 0}
          aria-controls={`${id}-hits`}
          aria-autocomplete="list"
          {...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` })}
          {...(shown && active >= 0 ? { 'aria-activedescendant': `${id}-${active}` } : {})}
          onFocus={() => setOpen(true)}
          onChange={(event) => {
            setTyped(event.target.value);
            setActive(-1);
            setOpen(true);
          }}
          onKeyDown={onKeyDown}
        />
        {hint !== undefined && (
          <span id={`${id}-hint`} className="hint">
            {hint}
          </span>
        )}
      </div>
      <p className="said" role="status">
        {shown && !isFetching ? text('search.found', { smart_count: hits.length }) : ''}
      </p>
      {error !== null && shown && (
        <p className="search-said" role="alert">
          {inWords(error)}
        </p>
      )}
      {none && <p className="search-hits search-said">{text('search.none')}</p>}
      <ul
        id={`${id}-hits`}
        className="search-hits"
        role="listbox"
        aria-label={text('search.hits')}
        hidden={!shown || hits.length === 0}
      >
        {hits.map((hit, index) => (
          <li
            key={hit.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => setActive(index)}
            onClick={() => take(hit)}
          >
            <HitLine hit={hit} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function HitLine({ hit }: { hit: FrameworkHit }) {
  const text = useText();
  const { code, title, kind, highlights, excerpt, technologyAreaName } = hit;
  return (
    <>
      <span className="hit-title">
        <Marked text={title} field="title" highlights={highlights} />
      </span>
      <span className="hit-where">
        {text(`search.kinds.${kind}`)}{' '}
        {code === null ? technologyAreaName : <Marked text={code} field="code" highlights={highlights} />}
      </span>
      {excerpt !== null && (
        <span className="hit-excerpt">
          <Marked text={excerpt} field="excerpt" highlights={highlights} />
        </span>
      )}
    </>
  );
}

function useSlash(input: { readonly current: HTMLInputElement | null } | null): void {
  useEffect(() => {
    if (input === null) return undefined;
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      const at = event.target as HTMLElement;
      const isTyping = at.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(at.tagName);
      if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [input]);
}
