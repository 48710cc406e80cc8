import { Form, useDelete, useNotify, useRedirect } from 'react-admin';
import { FormFoot } from '../layout/FormFoot.tsx';
import { Page } from '../layout/Page.tsx';
import { VersionedEdit } from '../layout/VersionedEdit.tsx';
import { inWords } from '../providers/problem.ts';
import { useForget } from '../providers/useForget.ts';
import type { Team } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { TeamInputs } from './TeamInputs.tsx';
import { toSend } from './teamModel.ts';

type VersionedTeam = Team & { version: number };

export default function TeamEdit() {
  const text = useText();
  const crumbs = [{ to: '/teams', label: text('teams.title') }];
  const forget = useForget('teams', 'groups', 'workers');
  return (
    <VersionedEdit<Team>
      resource="teams"
      method="PUT"
      transform={toSend}
      forget={forget}
      then="show"
      overtaken={text('teams.overtaken')}
      title={text('teams.edit')}
      crumbs={crumbs}
    >
      {(team) => (
        <Page
          title={text('teams.editHeading', { name: team.name })}
          here={text('teams.edit')}
          crumbs={[...crumbs, { to: `/teams/${team.id}/show`, label: team.name }]}
        >
          <Form className="form stack" warnWhenUnsavedChanges disableInvalidFormNotification>
            <TeamInputs />
            <FormFoot label={text('layout.save')} />
          </Form>
          {team.workerCount === 0 && <Remove team={team} />}
        </Page>
      )}
    </VersionedEdit>
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
