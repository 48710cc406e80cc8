import { useState } from 'react';
import { CreateBase, email, Form, TextInput } from 'react-admin';
import { Link } from 'react-router';
import { newKey } from '../../api/locks.ts';
import { InvitationLink } from '../layout/InvitationLink.tsx';
import { FormFoot } from '../layout/FormFoot.tsx';
import { Page } from '../layout/Page.tsx';
import type { CreatedWorker } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { newWorker, toSend } from './workerModel.ts';
import { WorkerInputs } from './WorkerInputs.tsx';

export default function WorkerCreate() {
  const text = useText();
  const [idempotencyKey, setKey] = useState(newKey);
  const [created, setCreated] = useState<CreatedWorker | null>(null);
  const crumbs = [{ to: '/workers', label: text('workers.title') }];
  if (created !== null)
    return (
      <Page title={text('workers.added', { name: created.name })} here={created.name} crumbs={crumbs}>
        {created.invitationLink !== null && (
          <InvitationLink link={created.invitationLink} name={created.name} />
        )}
        <p className="section-text">{text('workers.addedNext')}</p>
        <div className="actions">
          <Link className="button" to={`/workers/${created.id}/show`}>
            {text('workers.assignNext')}
          </Link>
          <button
            className="button button-quiet"
            type="button"
            onClick={() => {
              setKey(newKey());
              setCreated(null);
            }}
          >
            {text('workers.addAnother')}
          </button>
        </div>
      </Page>
    );
  return (
    <Page title={text('workers.add')} crumbs={crumbs}>
      <CreateBase<CreatedWorker>
        resource="workers"
        transform={toSend}
        mutationOptions={{ meta: { idempotencyKey }, onSuccess: setCreated }}
      >
        <Form
          defaultValues={newWorker}
          className="form stack"
          warnWhenUnsavedChanges
          disableInvalidFormNotification
        >
          <WorkerInputs />
          <TextInput
            source="email"
            type="email"
            label={text('workers.fields.email')}
            helperText={text('workers.hints.email')}
            validate={email()}
            autoComplete="off"
            fullWidth
          />
          <FormFoot label={text('workers.addButton')} />
        </Form>
      </CreateBase>
    </Page>
  );
}
