import { maxLength, required, TextInput } from 'react-admin';
import { useText } from '../providers/useText.ts';

const longestName = 200;
const longestDescription = 2000;

/** What both forms ask for. */
export function RoleProfileInputs() {
  const text = useText();
  return (
    <>
      <TextInput
        source="name"
        label={text('roleProfiles.fields.name')}
        helperText={text('roleProfiles.hints.name')}
        validate={[required(), maxLength(longestName)]}
        fullWidth
      />
      <TextInput
        source="description"
        label={text('roleProfiles.fields.description')}
        helperText={text('roleProfiles.hints.description')}
        validate={maxLength(longestDescription)}
        multiline
        minRows={2}
        fullWidth
      />
    </>
  );
}
