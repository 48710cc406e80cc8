import { useRef } from 'react';
import { EditBase, Form, useDelete, useEditContext, useNotify, useRedirect } from 'react-admin';
import { Link, useParams } from 'react-router';
import { FormFoot } from '../layout/FormFoot.tsx';
import { Failure } from '../layout/Notice.tsx';
import { Page } from '../layout/Page.tsx';
import { PageSkeleton } from '../layout/PageSkeleton.tsx';
import { useHeldForEditing } from '../live/useHeldForEditing.ts';
import { formRecord } from '../providers/formRecord.ts';
import { inWords, preconditionFailed } from '../providers/problem.ts';
import type { OwnOccupation } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { OwnOccupationInputs } from './OwnOccupationInputs.tsx';
import { occupationFormOf, occupationToSend } from './ownModel.ts';
import { useOwnChanged } from './useOwnChanged.ts';

type VersionedOccupation = OwnOccupation & { version: number };

export default function OwnOccupationEdit() {
  const text = useText();
  const { id = '' } = useParams();
  const notify = useNotify();
  const redirect = useRedirect();
  const changed = useOwnChanged();
  // The version that the form opened with: an answer that comes later must not move it.
  const opened = useRef<number | undefined>(undefined);
  useHeldForEditing('own-occupations', id);
  return (
    <EditBase<VersionedOccupation>
      mutationMode="pessimistic"
      queryOptions={formRecord}
      transform={occupationToSend}
      mutationOptions={{
        get meta() {
          return { version: opened.current };
        },
        onSuccess: async () => {
          await changed();
          notify(text('layout.saved'), { type: 'success' });
          redirect('list', 'own-occupations');
        },
        onError: (error) =>
          notify(preconditionFailed(error) ? text('own.overtaken') : inWords(error), { type: 'error' }),
      }}
    >
      <EditForm opened={opened} />
    </EditBase>
  );
}

function EditForm({ opened }: { opened: { current: number | undefined } }) {
  const text = useText();
  const { record, error, refetch } = useEditContext<VersionedOccupation>();
  const crumbs = [{ to: '/own-occupations', label: text('own.occupations') }];
  if (error)
    return (
      <Page title={text('own.edit')} crumbs={crumbs}>
        <Failure error={error} retry={() => void refetch()} />
      </Page>
    );
  if (record === undefined) return <PageSkeleton />;
  opened.current ??= record.version;
  return (
    <Page
      title={record.title}
      here={text('own.edit')}
      crumbs={crumbs}
      actions={
        <Link className="button button-quiet" to={`/role-profiles/create?occupation=${record.id}`}>
          {text('roleProfiles.make')}
        </Link>
      }
    >
      <Form
        record={{ id: record.id, ...occupationFormOf(record) }}
        className="form stack"
        warnWhenUnsavedChanges
        disableInvalidFormNotification
      >
        <OwnOccupationInputs />
        <FormFoot label={text('layout.save')} />
      </Form>
      <Remove occupation={record} version={opened.current} />
    </Page>
  );
}

function Remove({ occupation, version }: { occupation: VersionedOccupation; version: number }) {
  const text = useText();
  const notify = useNotify();
  const redirect = useRedirect();
  const changed = useOwnChanged();
  const [remove, { isPending }] = useDelete<VersionedOccupation>();
  return (
    <section className="section">
      <p className="hint">{text('own.removeWhat')}</p>
      <button
        className="button button-quiet"
        type="button"
        disabled={isPending}
        onClick={() =>
          void remove(
            'own-occupations',
            { id: occupation.id, previousData: occupation, meta: { version } },
            {
              mutationMode: 'pessimistic',
              onSuccess: () => {
                void changed();
                notify(text('own.removed'), { type: 'success' });
                redirect('list', 'own-occupations');
              },
              onError: (error) => notify(inWords(error), { type: 'error' }),
            },
          )
        }
      >
        {text('own.remove')}
      </button>
    </section>
  );
}
