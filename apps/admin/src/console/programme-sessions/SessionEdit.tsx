import { Form, useDelete, useNotify, useRedirect } from 'react-admin';
import { FormFoot } from '../layout/FormFoot.tsx';
import { Page } from '../layout/Page.tsx';
import { VersionedEdit } from '../layout/VersionedEdit.tsx';
import { inWords } from '../providers/problem.ts';
import type { ProgrammeSession } from '../providers/records.ts';
import { useForget } from '../providers/useForget.ts';
import { useText } from '../providers/useText.ts';
import { SessionInputs } from './SessionInputs.tsx';
import { formOf, toSend } from './sessionModel.ts';

type VersionedSession = ProgrammeSession & { version: number };

export default function SessionEdit() {
  const text = useText();
  const crumbs = [{ to: '/programme-sessions', label: text('sessions.title') }];
  // A plan says whether one of its sessions has changed.
  const forget = useForget('programme-sessions', 'training-plans');
  return (
    <VersionedEdit<ProgrammeSession>
      resource="programme-sessions"
      method="PUT"
      transform={toSend}
      forget={forget}
      then="list"
      overtaken={text('sessions.overtaken')}
      title={text('sessions.editHeading')}
      crumbs={crumbs}
    >
      {(session) => (
        <Page
          title={text('sessions.editHeading')}
          here={text('sessions.edit')}
          provenance={session.programme.title}
          crumbs={crumbs}
        >
          <Form
            record={{ id: session.id, ...formOf(session) }}
            className="form stack"
            warnWhenUnsavedChanges
            disableInvalidFormNotification
          >
            <SessionInputs />
            <FormFoot label={text('layout.save')} />
          </Form>
          <Remove session={session} />
        </Page>
      )}
    </VersionedEdit>
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
