import { CheckField, TextField } from '../../layout/Field.tsx';
import { useText } from '../../providers/useText.ts';
import type { Wording } from './itemWording.ts';

interface WordingFieldsProps {
  value: Wording;
  change: (value: Wording) => void;
  errors: Readonly<Record<string, string>> | undefined;
  /** Whether the code may be left empty, to become the next free one; none: it is not asked for. */
  code: 'needed' | 'optional' | 'none';
}

export function WordingFields({ value, change, errors, code: asked }: WordingFieldsProps) {
  const text = useText();
  const { title, definition, definitionSource, provisional, code } = value;
  return (
    <>
      <TextField
        label={text('curation.fields.title')}
        value={title}
        change={(typed) => change({ ...value, title: typed })}
        error={errors?.['title']}
        maxLength={300}
        required
      />
      <TextField
        label={text('curation.fields.definition')}
        value={definition}
        change={(typed) => change({ ...value, definition: typed })}
        error={errors?.['definition']}
        rows={4}
      />
      <TextField
        label={text('curation.fields.definitionSource')}
        value={definitionSource}
        change={(typed) => change({ ...value, definitionSource: typed })}
        hint={text('framework.editing.sourceHint')}
        error={errors?.['definitionSource']}
      />
      <CheckField
        label={text('framework.provisional')}
        hint={text('framework.editing.provisionalHint')}
        checked={provisional}
        change={(checked) => change({ ...value, provisional: checked })}
      />
      {asked !== 'none' && (
        <TextField
          label={text('curation.fields.code')}
          value={code}
          change={(typed) => change({ ...value, code: typed })}
          error={errors?.['code']}
          required={asked === 'needed'}
          {...(asked === 'needed' ? {} : { hint: text('framework.editing.codeHint') })}
        />
      )}
    </>
  );
}
