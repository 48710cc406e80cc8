import { Form, useDelete, useNotify, useRedirect } from 'react-admin';
import { Link } from 'react-router';
import { FormFoot } from '../layout/FormFoot.tsx';
import { Page } from '../layout/Page.tsx';
import { VersionedEdit } from '../layout/VersionedEdit.tsx';
import { inWords } from '../providers/problem.ts';
import type { OwnOccupation } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { Gone } from './Gone.tsx';
import { OwnOccupationInputs } from './OwnOccupationInputs.tsx';
import { occupationFormOf, occupationToSend } from './ownModel.ts';
import { useOwnChanged } from './useOwnChanged.ts';

type VersionedOccupation = OwnOccupation & { version: number };

export default function OwnOccupationEdit() {
  const text = useText();
  const crumbs = [{ to: '/own-occupations', label: text('own.occupations') }];
  const changed = useOwnChanged();
  return (
    <VersionedEdit<OwnOccupation>
      resource="own-occupations"
      transform={occupationToSend}
      forget={changed}
      then="list"
      overtaken={text('own.overtaken')}
      title={text('own.edit')}
      crumbs={crumbs}
    >
      {(occupation, version) => (
        <Page
          title={occupation.title}
          here={text('own.edit')}
          crumbs={crumbs}
          actions={
            <Link className="button button-quiet" to={`/role-profiles/create?occupation=${occupation.id}`}>
              {text('roleProfiles.make')}
            </Link>
          }
        >
          <Form
            record={{ id: occupation.id, ...occupationFormOf(occupation) }}
            className="form stack"
            warnWhenUnsavedChanges
            disableInvalidFormNotification
          >
            <Gone own={occupation} />
            <OwnOccupationInputs />
            <FormFoot label={text('layout.save')} />
          </Form>
          <Remove occupation={occupation} version={version} />
        </Page>
      )}
    </VersionedEdit>
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
