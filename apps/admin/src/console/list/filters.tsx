import { useEffect, useRef, useState } from 'react';
import { useListContext } from 'react-admin';
import { useWhenBack } from '../providers/useWhenBack.ts';

type Filters = Readonly<Record<string, unknown>>;

export function useFilters<Chosen extends Filters = Filters>(): {
  filterValues: Chosen;
  setFilters: (filters: Chosen) => void;
} {
  const { filterValues, setFilters } = useListContext();
  return {
    filterValues: filterValues as Chosen,
    setFilters: (filters) => {
      setFilters(filters, undefined, false);
    },
  };
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : '');

const pauseMs = 300;

/**
 * Typing narrows the list after a pause. The filters are put together when the pause is over, not when the key was hit:
 * another filter chosen meanwhile stays, and a list that has been left is not called back. The address follows what is
 * typed; the box follows the address only where the reader goes back or forward.
 */
export function SearchFilter({ label, source = 'q' }: { label: string; source?: string }) {
  const { filterValues, setFilters } = useFilters();
  const [typed, setTyped] = useState(shown(filterValues[source]));
  const current = useRef({ filterValues, setFilters });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    current.current = { filterValues, setFilters };
  });
  useWhenBack(() => {
    clearTimeout(timer.current);
    setTyped(shown(filterValues[source]));
  });
  useEffect(() => () => clearTimeout(timer.current), []);

  // While the next page is being loaded this one is still there: its filters must not call the reader back.
  const narrow = (value: string, typedAt: string) => {
    if (window.location.pathname !== typedAt) return;
    const { filterValues: before, setFilters: set } = current.current;
    set(withFilter(before, source, value.trim()));
  };
  return (
    <label className="field">
      <span>{label}</span>
      <input
        type="search"
        value={typed}
        onChange={(event) => {
          const { value } = event.target;
          setTyped(value);
          clearTimeout(timer.current);
          const { pathname } = window.location;
          timer.current = setTimeout(() => narrow(value, pathname), pauseMs);
        }}
      />
    </label>
  );
}

/** An empty value is no filter: the API refuses what it does not know rather than guess. */
function withFilter(filters: Filters, source: string, value: string): Filters {
  const { [source]: _before, ...others } = filters;
  return value === '' ? others : { ...others, [source]: value };
}

interface ChoiceFilterProps {
  label: string;
  source: string;
  all: string;
  choices: readonly { value: string; label: string }[];
}

export function ChoiceFilter({ label, source, all, choices }: ChoiceFilterProps) {
  const { filterValues, setFilters } = useFilters();
  return (
    <label className="field">
      <span>{label}</span>
      <select
        value={shown(filterValues[source])}
        onChange={(event) => setFilters(withFilter(filterValues, source, event.target.value))}
      >
        <option value="">{all}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  );
}
