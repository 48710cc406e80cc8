import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useNavigate } from 'react-router';
import { get } from '../../../api/client.ts';
import { etag, useCuration } from '../../curation/useCuration.ts';
import { OvertakenNotice } from '../../curation/OvertakenNotice.tsx';
import { WordMarks } from '../../curation/WordMarks.tsx';
import { ReasonField } from '../../framework/editing/ReasonField.tsx';
import { FormDialog } from '../../layout/Dialog.tsx';
import { ChoiceField } from '../../layout/Field.tsx';
import { formErrorsOf, preconditionFailed } from '../../providers/problem.ts';
import { useTechnologyAreas } from '../../providers/queries.ts';
import type { OccupationDetail } from '../../providers/records.ts';
import { useText } from '../../providers/useText.ts';
import { useOccupations } from '../../selections/selectionQueries.ts';
import { OccupationFields } from './OccupationFields.tsx';
import { changedOccupationFields, occupationChanges, occupationWordingOf } from './occupationWording.ts';

/** What a curator does to an occupation of a draft, but for what it selects. */
export function OccupationActions({ occupation }: { occupation: OccupationDetail }) {
  const text = useText();
  const [asked, setAsked] = useState<'edit' | 'retire' | null>(null);
  const close = () => setAsked(null);
  return (
    <>
      <button className="button" type="button" onClick={() => setAsked('edit')}>
        {text('occupations.editing.edit')}
      </button>
      <button className="button button-quiet" type="button" onClick={() => setAsked('retire')}>
        {text('framework.editing.ask.retire')}
      </button>
      {asked === 'edit' && <EditOccupation occupation={occupation} close={close} />}
      {asked === 'retire' && <RetireOccupation occupation={occupation} close={close} />}
    </>
  );
}

interface EditProps {
  occupation: OccupationDetail;
  close: () => void;
}

/** An edit on top of what was opened, or on top of theirs when somebody else was first. */
function useOccupationEdit(occupation: OccupationDetail) {
  const [opened] = useState(occupation);
  const [theirs, setTheirs] = useState<OccupationDetail | null>(null);
  const curation = useCuration();
  const path = `/api/occupations/${opened.id}`;
  const send = (action: 'edit' | 'retire', body: object, done: () => void) =>
    curation.mutate(
      {
        method: action === 'edit' ? 'PATCH' : 'POST',
        path: action === 'edit' ? path : `${path}/retire`,
        body,
        ifMatch: etag((theirs ?? opened).version),
      },
      {
        onSuccess: done,
        onError: (error) => {
          if (preconditionFailed(error)) void get<OccupationDetail>(path).then(setTheirs, () => undefined);
        },
      },
    );
  const error = preconditionFailed(curation.error) && theirs !== null ? null : curation.error;
  return { opened, theirs, send, pending: curation.isPending, error };
}

function Overtaken({ opened, theirs }: { opened: OccupationDetail; theirs: OccupationDetail | null }) {
  const text = useText();
  if (theirs === null) return null;
  const [was, is] = [occupationWordingOf(opened), occupationWordingOf(theirs)];
  return (
    <OvertakenNotice>
      {changedOccupationFields(was, is).map((field) => (
        <p className="log-field" key={field}>
          <span className="hint">{text(`curation.fields.${field}`)}</span>{' '}
          <WordMarks before={was[field]} after={is[field]} />
        </p>
      ))}
      {opened.ksaCount !== theirs.ksaCount && (
        <p className="log-field">
          <span className="hint">{text('occupations.fields.ksaCount')}</span>{' '}
          <WordMarks before={String(opened.ksaCount)} after={String(theirs.ksaCount)} />
        </p>
      )}
    </OvertakenNotice>
  );
}

function EditOccupation({ occupation, close }: EditProps) {
  const text = useText();
  const notify = useNotify();
  const edit = useOccupationEdit(occupation);
  const { data: areas = [] } = useTechnologyAreas(occupation.releaseId);
  const before = occupationWordingOf(edit.opened);
  const [value, setValue] = useState(before);
  const [reason, setReason] = useState('');
  const submit = () =>
    edit.send('edit', { ...occupationChanges(before, value), reason }, () => {
      notify(text('layout.saved'), { type: 'success' });
      close();
    });
  return (
    <FormDialog
      title={text('framework.editing.rewordTitle', { name: edit.opened.title })}
      label={text(edit.theirs === null ? 'layout.save' : 'framework.editing.saveMine')}
      submit={submit}
      pending={edit.pending}
      disabled={changedOccupationFields(before, value).length === 0}
      error={edit.error}
      close={close}
      wide
    >
      <Overtaken opened={edit.opened} theirs={edit.theirs} />
      <OccupationFields value={value} change={setValue} areas={areas} errors={formErrorsOf(edit.error)} />
      <ReasonField value={reason} change={setReason} />
    </FormDialog>
  );
}

const NOTHING = 'nothing';

function RetireOccupation({ occupation, close }: EditProps) {
  const text = useText();
  const notify = useNotify();
  const navigate = useNavigate();
  const edit = useOccupationEdit(occupation);
  const { data: others = [] } = useOccupations(occupation.releaseId);
  const [replacedBy, setReplacedBy] = useState(NOTHING);
  const [reason, setReason] = useState('');
  const submit = () =>
    edit.send('retire', { replacedBy: replacedBy === NOTHING ? [] : [replacedBy], reason }, () => {
      notify(text('framework.editing.retired', { name: occupation.title }), { type: 'success' });
      void navigate(`/occupations?release=${occupation.releaseId}`);
    });
  return (
    <FormDialog
      title={text('framework.editing.retireTitle', { name: edit.opened.title })}
      label={text(edit.theirs === null ? 'framework.editing.retire' : 'framework.editing.allTheSame')}
      submit={submit}
      pending={edit.pending}
      error={edit.error}
      close={close}
    >
      <p className="hint">{text('framework.editing.retireWhat')}</p>
      <Overtaken opened={edit.opened} theirs={edit.theirs} />
      <ChoiceField
        label={text('framework.editing.replacedBy')}
        value={replacedBy}
        change={setReplacedBy}
        choices={[
          { value: NOTHING, label: text('occupations.editing.replacedByNothing') },
          ...others
            .filter(({ id }) => id !== occupation.id)
            .map(({ id, title, technologyAreaName }) => ({
              value: id,
              label: `${title} · ${technologyAreaName}`,
            })),
        ]}
      />
      <ReasonField value={reason} change={setReason} />
    </FormDialog>
  );
}
