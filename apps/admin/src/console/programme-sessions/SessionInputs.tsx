import { AutocompleteInput, DateInput, minValue, NumberInput, ReferenceInput, required } from 'react-admin';
import { hoursWords } from '../../look/training/trainingWords.ts';
import type { Programme } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';

const programmeText = ({ title, provider, hours }: Programme): string =>
  `${title} · ${provider} · ${hoursWords(hours)}`;

/** What both forms ask for. */
export function SessionInputs() {
  const text = useText();
  return (
    <>
      <ReferenceInput
        source="programmeId"
        reference="programmes"
        sort={{ field: 'title', order: 'ASC' }}
        perPage={20}
      >
        <AutocompleteInput
          label={text('sessions.fields.programme')}
          optionText={programmeText}
          filterToQuery={(q: string) => (q === '' ? {} : { q })}
          validate={required()}
          helperText={false}
          fullWidth
        />
      </ReferenceInput>
      <DateInput
        source="firstDay"
        label={text('sessions.fields.firstDay')}
        validate={required()}
        helperText={false}
        fullWidth
      />
      <DateInput
        source="lastDay"
        label={text('sessions.fields.lastDay')}
        validate={required()}
        helperText={false}
        fullWidth
      />
      <NumberInput
        source="seats"
        label={text('sessions.fields.seats')}
        helperText={text('sessions.hints.seats')}
        min={0}
        step={1}
        validate={minValue(0)}
        fullWidth
      />
    </>
  );
}
