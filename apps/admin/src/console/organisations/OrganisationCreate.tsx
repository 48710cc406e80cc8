import { useState } from 'react';
import { CreateBase, email, Form, required, TextInput } from 'react-admin';
import { Link } from 'react-router';
import { newKey } from '../../api/locks.ts';
import { FormFoot } from '../layout/FormFoot.tsx';
import { InvitationLink } from '../layout/InvitationLink.tsx';
import { Page } from '../layout/Page.tsx';
import type { CreatedOrganisation } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';

const newOrganisation = { name: '', administrator: { name: '', email: '' } };

export default function OrganisationCreate() {
  const text = useText();
  const [idempotencyKey] = useState(newKey);
  const [created, setCreated] = useState<CreatedOrganisation | null>(null);
  const crumbs = [{ to: '/organisations', label: text('organisations.title') }];
  if (created !== null)
    return (
      <Page title={text('organisations.added', { name: created.name })} here={created.name} crumbs={crumbs}>
        <InvitationLink link={created.invitationLink} name={text('organisations.theAdministrator')} />
        <p className="section-text">
          <Link to="/organisations">{text('organisations.backToList')}</Link>
        </p>
      </Page>
    );
  return (
    <Page title={text('organisations.add')} crumbs={crumbs} provenance={text('organisations.how')}>
      <CreateBase<CreatedOrganisation>
        resource="organisations"
        mutationOptions={{ meta: { idempotencyKey }, onSuccess: setCreated }}
      >
        <Form
          defaultValues={newOrganisation}
          className="form stack"
          warnWhenUnsavedChanges
          disableInvalidFormNotification
        >
          <TextInput
            source="name"
            label={text('organisations.fields.name')}
            validate={required()}
            helperText={false}
            autoComplete="off"
            fullWidth
          />
          <TextInput
            source="administrator.name"
            label={text('organisations.fields.administratorName')}
            validate={required()}
            helperText={false}
            autoComplete="off"
            fullWidth
          />
          <TextInput
            source="administrator.email"
            type="email"
            label={text('organisations.fields.administratorEmail')}
            helperText={text('organisations.hints.administratorEmail')}
            validate={[required(), email()]}
            autoComplete="off"
            fullWidth
          />
          <FormFoot label={text('organisations.addButton')} />
        </Form>
      </CreateBase>
    </Page>
  );
}
