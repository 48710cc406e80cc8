import { useState } from 'react';
import { CreateBase, Form, useRedirect } from 'react-admin';
import { newKey } from '../../api/locks.ts';
import { FormFoot } from '../layout/FormFoot.tsx';
import { Page } from '../layout/Page.tsx';
import type { Team } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { TeamInputs } from './TeamInputs.tsx';
import { newTeam, toSend } from './teamModel.ts';

export default function TeamCreate() {
  const text = useText();
  const redirect = useRedirect();
  const [idempotencyKey] = useState(newKey);
  return (
    <Page title={text('teams.add')} crumbs={[{ to: '/teams', label: text('teams.title') }]}>
      <CreateBase<Team>
        resource="teams"
        transform={toSend}
        mutationOptions={{
          meta: { idempotencyKey },
          onSuccess: ({ id }) => redirect('show', 'teams', id),
        }}
      >
        <Form
          defaultValues={newTeam}
          className="form stack"
          warnWhenUnsavedChanges
          disableInvalidFormNotification
        >
          <TeamInputs />
          <FormFoot label={text('teams.addButton')} />
        </Form>
      </CreateBase>
    </Page>
  );
}
