import { useRef } from 'react';
import { EditBase, Form, useDelete, useEditContext, useNotify, useRedirect } from 'react-admin';
import { useQueryClient } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { FormFoot } from '../layout/FormFoot.tsx';
import { Failure } from '../layout/Notice.tsx';
import { Page } from '../layout/Page.tsx';
import { PageSkeleton } from '../layout/PageSkeleton.tsx';
import { useHeldForEditing } from '../live/useHeldForEditing.ts';
import { formRecord } from '../providers/formRecord.ts';
import { inWords, preconditionFailed } from '../providers/problem.ts';
import type { ProgrammeSession } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { SessionInputs } from './SessionInputs.tsx';
import { formOf, toSend } from './sessionModel.ts';

type VersionedSession = ProgrammeSession & { version: number };

export default function SessionEdit() {
  const text = useText();
  const { id = '' } = useParams();
  const notify = useNotify();
  const redirect = useRedirect();
  const queryClient = useQueryClient();
  // The version that the form opened with: an answer that comes later must not move it.
  const opened = useRef<number | undefined>(undefined);
  useHeldForEditing('programme-sessions', id);
  return (
    <EditBase<VersionedSession>
      mutationMode="pessimistic"
      queryOptions={formRecord}
      transform={toSend}
      mutationOptions={{
        get meta() {
          return { version: opened.current, method: 'PUT' };
        },
        onSuccess: async () => {
          // A plan says whether one of its sessions has changed.
          for (const resource of ['programme-sessions', 'training-plans'])
            await queryClient.invalidateQueries({ queryKey: [resource] });
          notify(text('layout.saved'), { type: 'success' });
          redirect('list', 'programme-sessions');
        },
        onError: (error) =>
          notify(preconditionFailed(error) ? text('sessions.overtaken') : inWords(error), { type: 'error' }),
      }}
    >
      <EditForm opened={opened} />
    </EditBase>
  );
}

function EditForm({ opened }: { opened: { current: number | undefined } }) {
  const text = useText();
  const { record, error, refetch } = useEditContext<VersionedSession>();
  const crumbs = [{ to: '/programme-sessions', label: text('sessions.title') }];
  if (error)
    return (
      <Page title={text('sessions.editHeading')} crumbs={crumbs}>
        <Failure error={error} retry={() => void refetch()} />
      </Page>
    );
  if (record === undefined) return <PageSkeleton />;
  opened.current ??= record.version;
  return (
    <Page
      title={text('sessions.editHeading')}
      here={text('sessions.edit')}
      provenance={record.programme.title}
      crumbs={crumbs}
    >
      <Form
        record={{ id: record.id, ...formOf(record) }}
        className="form stack"
        warnWhenUnsavedChanges
        disableInvalidFormNotification
      >
        <SessionInputs />
        <FormFoot label={text('layout.save')} />
      </Form>
      <Remove session={record} />
    </Page>
  );
}

function Remove({ session }: { session: VersionedSession }) {
  const text = useText();
  const notify = useNotify();
  const redirect = useRedirect();
  const [remove, { isPending }] = useDelete<VersionedSession>();
  return (
    <section className="section">
      <p className="hint">{text('sessions.removeHint')}</p>
      <button
        className="button button-quiet"
        type="button"
        disabled={isPending}
        onClick={() =>
          void remove(
            'programme-sessions',
            { id: session.id, previousData: session },
            {
              mutationMode: 'pessimistic',
              onSuccess: () => {
                notify(text('sessions.removed'), { type: 'success' });
                redirect('list', 'programme-sessions');
              },
              onError: (error) => notify(inWords(error), { type: 'error' }),
            },
          )
        }
      >
        {text('sessions.remove')}
      </button>
    </section>
  );
}
