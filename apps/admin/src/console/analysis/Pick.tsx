import { Autocomplete, createFilterOptions, TextField } from '@mui/material';
import { useText } from '../providers/useText.ts';

export interface Option {
  readonly id: string;
  readonly name: string;
}

interface PickProps {
  label: string;
  options: readonly Option[];
  chosen: string | null;
  choose: (id: string | null) => void;
}

const someAtATime = createFilterOptions<Option>({ limit: 50, stringify: ({ name }) => name });

/** One of many, found by typing. */
export function Pick({ label, options, chosen, choose }: PickProps) {
  const text = useText();
  return (
    <Autocomplete
      className="analysis-pick"
      options={[...options]}
      value={options.find(({ id }) => id === chosen) ?? null}
      onChange={(_event, next) => choose(next?.id ?? null)}
      filterOptions={someAtATime}
      getOptionLabel={({ name }) => name}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      noOptionsText={text('analysis.noneFound')}
      openText={text('analysis.openChoices')}
      closeText={text('analysis.closeChoices')}
      clearText={text('analysis.clearChoice')}
      renderInput={(parameters) => <TextField {...parameters} label={label} helperText=" " />}
    />
  );
}
