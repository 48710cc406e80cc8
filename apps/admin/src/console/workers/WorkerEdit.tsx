import { Form } from 'react-admin';
import { FormFoot } from '../layout/FormFoot.tsx';
import { Page } from '../layout/Page.tsx';
import { VersionedEdit } from '../layout/VersionedEdit.tsx';
import type { Worker } from '../providers/records.ts';
import { useForget } from '../providers/useForget.ts';
import { useText } from '../providers/useText.ts';
import { WorkerInputs } from './WorkerInputs.tsx';

const toSend = ({ name, jobTitle, teamId }: Worker) => ({ name, jobTitle, teamId: teamId || null });

export default function WorkerEdit() {
  const text = useText();
  const crumbs = [{ to: '/workers', label: text('workers.title') }];
  const forget = useForget('workers', 'teams');
  return (
    <VersionedEdit<Worker>
      resource="workers"
      transform={toSend}
      forget={forget}
      then="show"
      overtaken={text('workers.overtaken')}
      title={text('workers.edit')}
      crumbs={crumbs}
    >
      {(worker) => (
        <Page
          title={text('workers.editHeading', { name: worker.name })}
          here={text('workers.edit')}
          crumbs={[...crumbs, { to: `/workers/${worker.id}/show`, label: worker.name }]}
        >
          <Form className="form stack" warnWhenUnsavedChanges disableInvalidFormNotification>
            <WorkerInputs />
            <FormFoot label={text('layout.save')} />
          </Form>
        </Page>
      )}
    </VersionedEdit>
  );
}
