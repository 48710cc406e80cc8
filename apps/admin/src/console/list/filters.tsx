import { useState } from 'react';
import { useListContext } from 'ra-core';

/** Typing narrows the list; react-admin's controller waits for a pause before it asks the server. */
export function SearchFilter({ label, source = 'q' }: { label: string; source?: string }) {
  const { filterValues, setFilters } = useListContext();
  const [typed, setTyped] = useState(String(filterValues[source] ?? ''));
  return (
    <label className="field">
      <span>{label}</span>
      <input
        type="search"
        value={typed}
        onChange={(event) => {
          const { value } = event.target;
          setTyped(value);
          const { [source]: _before, ...others } = filterValues;
          setFilters(value.trim() === '' ? others : { ...others, [source]: value.trim() }, undefined);
        }}
      />
    </label>
  );
}

interface ChoiceFilterProps {
  label: string;
  source: string;
  all: string;
  choices: readonly { value: string; label: string }[];
}

export function ChoiceFilter({ label, source, all, choices }: ChoiceFilterProps) {
  const { filterValues, setFilters } = useListContext();
  return (
    <label className="field">
      <span>{label}</span>
      <select
        value={String(filterValues[source] ?? '')}
        onChange={(event) => {
          const { [source]: _before, ...others } = filterValues;
          setFilters(event.target.value === '' ? others : { ...others, [source]: event.target.value }, undefined);
        }}
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
