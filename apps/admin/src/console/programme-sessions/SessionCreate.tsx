import { useState } from 'react';
import { CreateBase, Form, useNotify, useRedirect } from 'react-admin';
import { newKey } from '../../api/locks.ts';
import { FormFoot } from '../layout/FormFoot.tsx';
import { Page } from '../layout/Page.tsx';
import type { ProgrammeSession } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { SessionInputs } from './SessionInputs.tsx';
import { newSession, toSend } from './sessionModel.ts';

export default function SessionCreate() {
  const text = useText();
  const notify = useNotify();
  const redirect = useRedirect();
  const [idempotencyKey] = useState(newKey);
  const [defaults] = useState(() => newSession(new Date().toISOString().slice(0, 10)));
  return (
    <Page
      title={text('sessions.add')}
      crumbs={[{ to: '/programme-sessions', label: text('sessions.title') }]}
    >
      <CreateBase<ProgrammeSession>
        resource="programme-sessions"
        transform={toSend}
        mutationOptions={{
          meta: { idempotencyKey },
          onSuccess: () => {
            notify(text('layout.saved'), { type: 'success' });
            redirect('list', 'programme-sessions');
          },
        }}
      >
        <Form
          defaultValues={defaults}
          className="form stack"
          warnWhenUnsavedChanges
          disableInvalidFormNotification
        >
          <SessionInputs />
          <FormFoot label={text('sessions.addButton')} />
        </Form>
      </CreateBase>
    </Page>
  );
}
