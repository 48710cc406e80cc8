import { useState } from 'react';
import { Autocomplete, createFilterOptions, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { list } from '../../api/client.ts';
import type { Programme, Worker } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';

interface Option {
  readonly id: string;
  readonly name: string;
}

interface ChoiceProps {
  label: string;
  options: readonly Option[];
  chosen: Readonly<Record<string, string>>;
  choose: (chosen: Record<string, string>) => void;
  /** When the options are found on the server: what was typed. */
  search?: (typed: string) => void;
  /** Fewer than there are: more are found by typing. */
  hint?: string;
}

const someAtATime = createFilterOptions<Option>({ limit: 50, stringify: ({ name }) => name });

/** Several of many, found by typing. */
export function Choice({ label, options, chosen, choose, search, hint }: ChoiceProps) {
  const text = useText();
  const [typed, setTyped] = useState('');
  const value = Object.entries(chosen).map(([id, name]) => ({ id, name }));
  return (
    <Autocomplete
      multiple
      filterSelectedOptions
      options={[...options]}
      value={value}
      onChange={(_event, next) => choose(Object.fromEntries(next.map(({ id, name }) => [id, name])))}
      inputValue={typed}
      onInputChange={(_event, next, reason) => {
        // It would be with every drawing of the page, and options that come take away what is being typed.
        if (reason === 'reset') return;
        setTyped(next);
        search?.(next);
      }}
      filterOptions={search === undefined ? someAtATime : (found) => found}
      getOptionLabel={({ name }) => name}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      noOptionsText={text('whatIf.noneFound')}
      openText={text('requirements.openChoices')}
      closeText={text('requirements.closeChoices')}
      clearText={text('requirements.clearChoice')}
      renderInput={(parameters) => <TextField {...parameters} label={label} helperText={hint ?? ' '} />}
    />
  );
}

type PickProps = Pick<ChoiceProps, 'chosen' | 'choose'>;

/** Of a team or the organisation, found by the server. */
export function WorkerSearch({ teamId, ...pick }: PickProps & { teamId: string | null }) {
  const text = useText();
  const [typed, setTyped] = useState('');
  const q = typed.trim();
  const { data } = useQuery({
    queryKey: ['workers', 'found', teamId, q],
    queryFn: async ({ signal }) => {
      const filter = { ...(q !== '' && { q }), ...(teamId !== null && { teamId }) };
      const { rows } = await list<Worker>(
        '/api/workers',
        { filter, range: [0, 49], sort: ['name', 'ASC'] },
        signal,
      );
      return rows.map(({ id, name }) => ({ id, name }));
    },
    placeholderData: (before) => before,
  });
  return (
    <Choice
      {...pick}
      label={text('whatIf.leavers')}
      hint={text('whatIf.leaversHint')}
      options={data ?? []}
      search={setTyped}
    />
  );
}

export function ProgrammeChoice(pick: PickProps) {
  const text = useText();
  const [typed, setTyped] = useState('');
  const q = typed.trim();
  const { data } = useQuery({
    queryKey: ['programmes', 'found', q],
    queryFn: async ({ signal }) => {
      const filter = q === '' ? {} : { q };
      const { rows } = await list<Programme>('/api/programmes', { filter, range: [0, 49] }, signal);
      return rows.map(({ id, title }) => ({ id, name: title }));
    },
    placeholderData: (before) => before,
  });
  return (
    <Choice
      {...pick}
      label={text('whatIf.programmesTaken')}
      hint={text('whatIf.programmesHint')}
      options={data ?? []}
      search={setTyped}
    />
  );
}
