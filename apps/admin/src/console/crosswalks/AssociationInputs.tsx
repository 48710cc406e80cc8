import { associationKinds } from '#domain';
import { ChoiceField, TextField } from '../layout/Field.tsx';
import { useText } from '../providers/useText.ts';
import type { AssociationFields } from './associationModel.ts';

interface AssociationInputsProps {
  value: AssociationFields;
  change: (value: AssociationFields) => void;
  errors: Readonly<Record<string, string>> | undefined;
}

/** What both dialogs ask for. */
export function AssociationInputs({ value, change, errors }: AssociationInputsProps) {
  const text = useText();
  return (
    <>
      <ChoiceField
        label={text('crosswalks.associations.kind')}
        value={value.kind}
        change={(kind) => change({ ...value, kind })}
        choices={associationKinds.map((kind) => ({ value: kind, label: text(`crosswalks.kinds.${kind}`) }))}
      />
      <TextField
        label={text('crosswalks.associations.confidence')}
        hint={text('crosswalks.associations.confidenceHint')}
        value={value.confidence}
        change={(confidence) => change({ ...value, confidence })}
        error={errors?.['confidence']}
        maxLength={3}
      />
      <TextField
        label={text('crosswalks.associations.note')}
        value={value.note}
        change={(note) => change({ ...value, note })}
        error={errors?.['note']}
        rows={3}
        maxLength={2000}
      />
      <TextField
        label={text('crosswalks.associations.source')}
        value={value.source}
        change={(source) => change({ ...value, source })}
        error={errors?.['source']}
        maxLength={500}
      />
    </>
  );
}
