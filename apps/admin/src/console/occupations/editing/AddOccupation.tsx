import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useCuration } from '../../curation/useCuration.ts';
import { ReasonField } from '../../framework/editing/ReasonField.tsx';
import { FormDialog } from '../../layout/Dialog.tsx';
import { ChoiceField } from '../../layout/Field.tsx';
import { formErrorsOf } from '../../providers/problem.ts';
import type { DraftOccupation, TechnologyArea } from '../../providers/records.ts';
import { useText } from '../../providers/useText.ts';
import { useOccupations } from '../../selections/selectionQueries.ts';
import { OccupationFields } from './OccupationFields.tsx';
import { occupationToSend } from './occupationWording.ts';

interface AddOccupationProps {
  releaseId: string;
  areas: readonly TechnologyArea[];
  close: () => void;
}

const NONE = 'none';

/** Empty, or beginning with what another one selects. */
export function AddOccupation({ releaseId, areas, close }: AddOccupationProps) {
  const text = useText();
  const navigate = useNavigate();
  const add = useCuration<DraftOccupation>();
  const { data: occupations = [] } = useOccupations(releaseId);
  const [value, setValue] = useState({
    ...{ title: '', technologyArea: areas[0]?.code ?? '', definition: '', selectedBy: '1', roleFamily: '' },
  });
  const [copied, setCopied] = useState(NONE);
  const [reason, setReason] = useState('');
  const submit = () =>
    add.mutate(
      {
        method: 'POST',
        path: `/api/releases/${releaseId}/occupations`,
        body: {
          ...occupationToSend(value),
          ...(copied === NONE ? {} : { copySelectionsOf: copied }),
          reason,
        },
      },
      { onSuccess: ({ data }) => void navigate(`/occupations/${data.id}/show`) },
    );
  return (
    <FormDialog
      title={text('occupations.editing.addTitle')}
      label={text('framework.editing.add')}
      submit={submit}
      pending={add.isPending}
      error={add.error}
      close={close}
      wide
    >
      <OccupationFields value={value} change={setValue} areas={areas} errors={formErrorsOf(add.error)} />
      <ChoiceField
        label={text('occupations.editing.copy')}
        value={copied}
        change={setCopied}
        choices={[
          { value: NONE, label: text('occupations.editing.copyNone') },
          ...occupations.map(({ id, title, technologyAreaName }) => ({
            value: id,
            label: `${title} · ${technologyAreaName}`,
          })),
        ]}
      />
      <ReasonField value={reason} change={setReason} />
    </FormDialog>
  );
}
