import { useMemo } from 'react';
import { AutocompleteInput, maxLength, required, SelectInput, TextInput } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { useItems, useRelease } from '../providers/queries.ts';
import { useText } from '../providers/useText.ts';
import { KsaCodesInput } from './KsaCodesInput.tsx';

/** What both forms ask for; what a thing is stays as it was made. */
export function OwnItemInputs({ isNew, code }: { isNew: boolean; code?: string }) {
  const text = useText();
  const kind: unknown = useWatch({ name: 'kind' });
  return (
    <>
      {isNew && (
        <SelectInput
          source="kind"
          label={text('own.fields.kind')}
          helperText={text('own.hints.kind')}
          choices={(['ksa', 'task'] as const).map((id) => ({ id, name: text(`own.kinds.${id}`) }))}
          translateChoice={false}
          validate={required()}
          fullWidth
        />
      )}
      <TextInput
        source="title"
        label={text('own.fields.title')}
        validate={[required(), maxLength(300)]}
        helperText={false}
        fullWidth
      />
      <TextInput
        source="definition"
        label={text('own.fields.definition')}
        validate={maxLength(8000)}
        helperText={false}
        multiline
        minRows={2}
        fullWidth
      />
      <Under />
      {kind === 'task' && (
        <>
          <TextInput
            source="document"
            label={text('own.fields.document')}
            helperText={text('own.hints.document')}
            validate={maxLength(200)}
            fullWidth
          />
          <TextInput
            source="documentRevision"
            label={text('own.fields.documentRevision')}
            helperText={false}
            validate={maxLength(50)}
            fullWidth
          />
          <KsaCodesInput label={text('own.fields.ksas')} {...(code === undefined ? {} : { except: code })} />
        </>
      )}
    </>
  );
}

function Under() {
  const text = useText();
  const { data: release } = useRelease();
  const { data: items = [] } = useItems(release?.id);
  const choices = useMemo(
    () =>
      items
        .filter(({ kind }) => kind === 'competency' || kind === 'sub-competency')
        .map(({ id, code, title }) => ({ id, name: `${code} ${title}` })),
    [items],
  );
  return (
    <AutocompleteInput
      source="under"
      label={text('own.fields.under')}
      helperText={text('own.hints.under')}
      choices={choices}
      translateChoice={false}
      fullWidth
    />
  );
}
