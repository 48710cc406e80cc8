import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useCuration } from '../curation/useCuration.ts';
import { ReasonField } from '../framework/editing/ReasonField.tsx';
import { ConfirmDialog, FormDialog } from '../layout/Dialog.tsx';
import { TextField } from '../layout/Field.tsx';
import { formErrorsOf, inWords, isRefusal } from '../providers/problem.ts';
import type { TechnologyArea } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';

interface EditAreaProps {
  releaseId: string;
  /** Null: one is added. */
  area: TechnologyArea | null;
  areas: readonly TechnologyArea[];
  close: () => void;
}

const pathOf = (releaseId: string, code: string) =>
  `/api/releases/${releaseId}/technology-areas/${encodeURIComponent(code)}`;

/** "Digital automation" is digital-automation, for as long as nobody says otherwise. */
const codeOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** When somebody else was first, sending again is on top of theirs. */
export function EditArea({ releaseId, area, areas, close }: EditAreaProps) {
  const text = useText();
  const notify = useNotify();
  const edit = useCuration();
  const [opened] = useState(area);
  const [name, setName] = useState(opened?.name ?? '');
  const [typed, setCode] = useState(opened?.code ?? null);
  const [reason, setReason] = useState('');
  const code = typed ?? codeOf(name);
  const isOvertaken = opened !== null && isRefusal(edit.error, 'technology-area-edited-meanwhile');
  const was = isOvertaken ? areas.find((each) => each.code === opened.code)?.name : opened?.name;
  const errors = formErrorsOf(edit.error);
  const submit = () =>
    edit.mutate(
      {
        method: 'PUT',
        path: pathOf(releaseId, opened?.code ?? code),
        body: { name, was: was ?? null, reason, ...(opened === null ? {} : { code }) },
      },
      {
        onSuccess: () => {
          notify(opened === null ? text('releases.groups.areaAdded', { name }) : text('layout.saved'), {
            type: 'success',
          });
          close();
        },
      },
    );
  return (
    <FormDialog
      title={
        opened === null
          ? text('releases.groups.addAreaTitle')
          : text('releases.groups.editArea', { name: opened.name })
      }
      label={text(
        opened === null
          ? 'framework.editing.add'
          : isOvertaken
            ? 'framework.editing.saveMine'
            : 'layout.save',
      )}
      submit={submit}
      pending={edit.isPending}
      disabled={opened !== null && name === opened.name && code === opened.code}
      error={edit.error}
      close={close}
    >
      <TextField
        label={text('releases.groups.name')}
        value={name}
        change={setName}
        error={errors?.['name']}
        maxLength={100}
        required
      />
      <TextField
        label={text('releases.groups.code')}
        value={code}
        change={setCode}
        hint={text(opened === null ? 'releases.groups.codeHint' : 'releases.groups.codeGoesOn')}
        error={errors?.['code']}
        maxLength={60}
        required
      />
      <ReasonField value={reason} change={setReason} />
    </FormDialog>
  );
}

interface RemoveAreaProps {
  releaseId: string;
  area: TechnologyArea;
  close: () => void;
}

export function RemoveArea({ releaseId, area: { code, name }, close }: RemoveAreaProps) {
  const text = useText();
  const notify = useNotify();
  const removal = useCuration();
  const remove = () =>
    removal.mutate(
      { method: 'DELETE', path: pathOf(releaseId, code), query: { was: name } },
      {
        onSuccess: () => notify(text('releases.groups.areaRemoved', { name }), { type: 'success' }),
        onError: (error) => notify(inWords(error), { type: 'error' }),
        onSettled: close,
      },
    );
  return (
    <ConfirmDialog
      title={text('releases.groups.removeAreaTitle', { name })}
      label={text('releases.groups.remove')}
      confirm={remove}
      busy={removal.isPending}
      close={close}
    >
      <p className="dialog-text">{text('releases.groups.removeAreaWhat')}</p>
    </ConfirmDialog>
  );
}
