import { maxLength, required, TextInput } from 'react-admin';
import { useText } from '../providers/useText.ts';

const longest = 200;

/** What both forms ask for. */
export function TeamInputs() {
  const text = useText();
  return (
    <>
      <TextInput
        source="name"
        label={text('teams.fields.name')}
        validate={[required(), maxLength(longest)]}
        autoComplete="off"
        helperText={false}
        fullWidth
      />
      <TextInput
        source="site"
        label={text('teams.fields.site')}
        helperText={text('teams.hints.site')}
        validate={maxLength(longest)}
        autoComplete="off"
        fullWidth
      />
    </>
  );
}
