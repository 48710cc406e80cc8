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
import type { Team } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { TeamInputs } from './TeamInputs.tsx';
import { toSend } from './teamModel.ts';

type VersionedTeam = Team & { version: number };

export default function TeamEdit() {
  const text = useText();
  const { id = '' } = useParams();
  const notify = useNotify();
  const redirect = useRedirect();
  const queryClient = useQueryClient();
  // The version that the form opened with: an answer that comes later must not move it.
  const opened = useRef<number | undefined>(undefined);
  useHeldForEditing('teams', id);
  return (
    <EditBase<VersionedTeam>
      mutationMode="pessimistic"
      queryOptions={formRecord}
      transform={toSend}
      mutationOptions={{
        get meta() {
          return { version: opened.current, method: 'PUT' };
        },
        onSuccess: async (team) => {
          for (const resource of ['teams', 'groups', 'workers'])
            await queryClient.invalidateQueries({ queryKey: [resource] });
          notify(text('layout.saved'), { type: 'success' });
          redirect('show', 'teams', team.id);
        },
        onError: (error) =>
          notify(preconditionFailed(error) ? text('teams.overtaken') : inWords(error), { type: 'error' }),
      }}
    >
      <EditForm opened={opened} />
    </EditBase>
  );
}

function EditForm({ opened }: { opened: { current: number | undefined } }) {
  const text = useText();
  const { record, error, refetch } = useEditContext<VersionedTeam>();
  const crumbs = [{ to: '/teams', label: text('teams.title') }];
  if (error)
    return (
      <Page title={text('teams.edit')} crumbs={crumbs}>
        <Failure error={error} retry={() => void refetch()} />
      </Page>
    );
  if (record === undefined) return <PageSkeleton />;
  opened.current ??= record.version;
  return (
    <Page
      title={text('teams.editHeading', { name: record.name })}
      here={text('teams.edit')}
      crumbs={[...crumbs, { to: `/teams/${record.id}/show`, label: record.name }]}
    >
      <Form className="form stack" warnWhenUnsavedChanges disableInvalidFormNotification>
        <TeamInputs />
        <FormFoot label={text('layout.save')} />
      </Form>
      {record.workerCount === 0 && <Remove team={record} />}
    </Page>
  );
}

function Remove({ team }: { team: VersionedTeam }) {
  const text = useText();
  const notify = useNotify();
  const redirect = useRedirect();
  const [remove, { isPending }] = useDelete<VersionedTeam>();
  return (
    <section className="section">
      <p className="hint">{text('teams.removeHint')}</p>
      <button
        className="button button-quiet"
        type="button"
        disabled={isPending}
        onClick={() =>
          void remove(
            'teams',
            { id: team.id, previousData: team },
            {
              mutationMode: 'pessimistic',
              onSuccess: () => {
                notify(text('teams.removed', { name: team.name }), { type: 'success' });
                redirect('list', 'teams');
              },
              onError: (error) => notify(inWords(error), { type: 'error' }),
            },
          )
        }
      >
        {text('teams.remove')}
      </button>
    </section>
  );
}
