import { maxLength, required, TextInput } from 'react-admin';
import { TeamInput } from './TeamInput.tsx';
import { useText } from '../providers/useText.ts';

const longest = 200;

/** What both forms ask for. */
export function WorkerInputs() {
  const text = useText();
  return (
    <>
      <TextInput
        source="name"
        label={text('workers.fields.name')}
        validate={[required(), maxLength(longest)]}
        autoComplete="off"
        helperText={false}
        fullWidth
      />
      <TextInput
        source="jobTitle"
        label={text('workers.fields.jobTitle')}
        helperText={text('workers.hints.jobTitle')}
        validate={maxLength(longest)}
        autoComplete="off"
        fullWidth
      />
      <TeamInput />
    </>
  );
}
