import { maxLength, required, SelectInput, TextInput } from 'react-admin';
import { useRelease, useTechnologyAreas } from '../providers/queries.ts';
import { useText } from '../providers/useText.ts';
import { KsaCodesInput } from './KsaCodesInput.tsx';

/** What both forms ask for. */
export function OwnOccupationInputs() {
  const text = useText();
  const { data: release } = useRelease();
  const { data: areas = [] } = useTechnologyAreas(release?.id);
  return (
    <>
      <TextInput
        source="title"
        label={text('own.fields.title')}
        validate={[required(), maxLength(300)]}
        helperText={false}
        fullWidth
      />
      <SelectInput
        source="technologyArea"
        label={text('own.fields.technologyArea')}
        choices={areas.map(({ code, name }) => ({ id: code, name }))}
        translateChoice={false}
        validate={required()}
        helperText={false}
        fullWidth
      />
      <TextInput
        source="roleFamily"
        label={text('own.fields.roleFamily')}
        helperText={text('own.hints.roleFamily')}
        validate={maxLength(100)}
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
      <KsaCodesInput label={text('own.fields.selected')} />
    </>
  );
}
