import { useRef } from 'react';
import { EditBase, Form, useEditContext, useNotify, useRedirect } from 'react-admin';
import { useQueryClient } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { FormFoot } from '../layout/FormFoot.tsx';
import { Failure } from '../layout/Notice.tsx';
import { Page } from '../layout/Page.tsx';
import { PageSkeleton } from '../layout/PageSkeleton.tsx';
import { useHeldForEditing } from '../live/useHeldForEditing.ts';
import { formRecord } from '../providers/formRecord.ts';
import { preconditionFailed, inWords } from '../providers/problem.ts';
import type { Worker } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { WorkerInputs } from './WorkerInputs.tsx';

type VersionedWorker = Worker & { version: number };

export default function WorkerEdit() {
  const text = useText();
  const { id = '' } = useParams();
  const notify = useNotify();
  const redirect = useRedirect();
  const queryClient = useQueryClient();
  // The version that the form opened with: an answer that comes later must not move it.
  const opened = useRef<number | undefined>(undefined);
  useHeldForEditing('workers', id);
  return (
    <EditBase<VersionedWorker>
      mutationMode="pessimistic"
      queryOptions={formRecord}
      transform={({ name, jobTitle, teamId }: VersionedWorker) => ({
        name,
        jobTitle,
        teamId: teamId || null,
      })}
      mutationOptions={{
        get meta() {
          return { version: opened.current };
        },
        onSuccess: async (worker) => {
          await queryClient.invalidateQueries({ queryKey: ['workers'] });
          void queryClient.invalidateQueries({ queryKey: ['teams'] });
          notify(text('layout.saved'), { type: 'success' });
          redirect('show', 'workers', worker.id);
        },
        onError: (error) =>
          notify(preconditionFailed(error) ? text('workers.overtaken') : inWords(error), { type: 'error' }),
      }}
    >
      <EditForm opened={opened} />
    </EditBase>
  );
}

function EditForm({ opened }: { opened: { current: number | undefined } }) {
  const text = useText();
  const { record, error, refetch } = useEditContext<VersionedWorker>();
  const crumbs = [{ to: '/workers', label: text('workers.title') }];
  if (error)
    return (
      <Page title={text('workers.edit')} crumbs={crumbs}>
        <Failure error={error} retry={() => void refetch()} />
      </Page>
    );
  if (record === undefined) return <PageSkeleton />;
  opened.current ??= record.version;
  return (
    <Page
      title={text('workers.editHeading', { name: record.name })}
      here={text('workers.edit')}
      crumbs={[...crumbs, { to: `/workers/${record.id}/show`, label: record.name }]}
    >
      <Form className="form stack" warnWhenUnsavedChanges disableInvalidFormNotification>
        <WorkerInputs />
        <FormFoot label={text('layout.save')} />
      </Form>
    </Page>
  );
}
