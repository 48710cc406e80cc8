import { ChoiceField, TextField } from '../../layout/Field.tsx';
import type { TechnologyArea } from '../../providers/records.ts';
import { useText } from '../../providers/useText.ts';
import type { OccupationWording } from './occupationWording.ts';

interface OccupationFieldsProps {
  value: OccupationWording;
  change: (value: OccupationWording) => void;
  areas: readonly TechnologyArea[];
  errors: Readonly<Record<string, string>> | undefined;
}

export function OccupationFields({ value, change, areas, errors }: OccupationFieldsProps) {
  const text = useText();
  return (
    <>
      <TextField
        label={text('curation.fields.title')}
        value={value.title}
        change={(title) => change({ ...value, title })}
        error={errors?.['title']}
        maxLength={300}
        required
      />
      <ChoiceField
        label={text('curation.fields.technologyArea')}
        value={value.technologyArea}
        change={(technologyArea) => change({ ...value, technologyArea })}
        choices={areas.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <TextField
        label={text('curation.fields.definition')}
        value={value.definition}
        change={(definition) => change({ ...value, definition })}
        error={errors?.['definition']}
        rows={3}
      />
      <TextField
        label={text('curation.fields.selectedBy')}
        value={value.selectedBy}
        change={(selectedBy) => change({ ...value, selectedBy })}
        hint={text('occupations.editing.selectedByHint')}
        error={errors?.['selectedBy']}
        required
      />
      <TextField
        label={text('curation.fields.roleFamily')}
        value={value.roleFamily}
        change={(roleFamily) => change({ ...value, roleFamily })}
        hint={text('occupations.editing.roleFamilyHint')}
        error={errors?.['roleFamily']}
        maxLength={100}
      />
    </>
  );
}
