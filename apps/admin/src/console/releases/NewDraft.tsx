import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useCuration } from '../curation/useCuration.ts';
import { FormDialog } from '../layout/Dialog.tsx';
import { ChoiceField, TextField } from '../layout/Field.tsx';
import { formErrorsOf } from '../providers/problem.ts';
import type { Framework, Release } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';

interface NewDraftProps {
  frameworks: readonly Framework[];
  releases: readonly Release[];
  /** The release to begin from, where the reader came from one. */
  from?: Release;
  close: () => void;
}

const EMPTY = 'empty';

/** A draft begins as a copy of a release, or empty. */
export function NewDraft({ frameworks, releases, from, close }: NewDraftProps) {
  const text = useText();
  const navigate = useNavigate();
  const create = useCuration<Release>();
  const [frameworkId, setFramework] = useState(from?.frameworkId ?? frameworks[0]?.id ?? '');
  const ofFramework = releases.filter(
    (release) => release.frameworkId === frameworkId && release.state !== 'retired',
  );
  const newest = ofFramework.find(({ state }) => state === 'published') ?? ofFramework[0];
  const [chosen, setChosen] = useState<string | null>(from?.id ?? null);
  const [label, setLabel] = useState('');
  const basedOn = chosen ?? newest?.id ?? EMPTY;
  const errors = formErrorsOf(create.error);
  const submit = () =>
    create.mutate(
      {
        method: 'POST',
        path: '/api/releases',
        body: { frameworkId, label, basedOn: basedOn === EMPTY ? null : basedOn },
      },
      { onSuccess: ({ data }) => void navigate(`/releases/${data.id}`) },
    );
  return (
    <FormDialog
      title={text('releases.newDraft')}
      label={text('releases.begin')}
      submit={submit}
      pending={create.isPending}
      error={create.error}
      close={close}
    >
      <ChoiceField
        label={text('releases.fields.framework')}
        value={frameworkId}
        change={(id) => {
          setFramework(id);
          setChosen(null);
        }}
        choices={frameworks.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <ChoiceField
        label={text('releases.fields.basedOn')}
        value={basedOn}
        change={setChosen}
        choices={[
          ...ofFramework.map(({ id, label: name, state }) => ({
            value: id,
            label: `${text('releases.release', { label: name })} · ${text(`releases.states.${state}`)}`,
          })),
          { value: EMPTY, label: text('releases.empty') },
        ]}
      />
      <TextField
        label={text('releases.fields.label')}
        value={label}
        change={setLabel}
        hint={text('releases.hints.label')}
        error={errors?.['label']}
        maxLength={60}
        required
      />
    </FormDialog>
  );
}
