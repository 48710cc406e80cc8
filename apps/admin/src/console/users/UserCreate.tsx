import { useState } from 'react';
import { CreateBase, email, Form, RadioButtonGroupInput, required, TextInput } from 'react-admin';
import { Link } from 'react-router';
import { isRole, rolesGivenBy } from '#domain';
import { newKey } from '../../api/locks.ts';
import { FormFoot } from '../layout/FormFoot.tsx';
import { InvitationLink } from '../layout/InvitationLink.tsx';
import { Page } from '../layout/Page.tsx';
import { useMe } from '../providers/MeContext.tsx';
import type { InvitedUser } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';

/** The other inputs have their label above them in the body's size; a group's legend is a label too. */
const legendLikeLabels = {
  '& .RaRadioButtonGroupInput-label': {
    transform: 'none',
    fontSize: 15,
    fontWeight: 600,
    color: 'text.primary',
  },
};

export default function UserCreate() {
  const text = useText();
  const me = useMe();
  const [idempotencyKey] = useState(newKey);
  const [invited, setInvited] = useState<InvitedUser | null>(null);
  const crumbs = [{ to: '/users', label: text('users.title') }];
  if (invited !== null)
    return (
      <Page title={text('users.invited', { name: invited.name })} here={invited.name} crumbs={crumbs}>
        <InvitationLink link={invited.invitationLink} name={invited.name} />
        <p className="section-text">
          <Link to="/users">{text('users.backToList')}</Link>
        </p>
      </Page>
    );
  // The last has the least say: a slip of the finger makes no administrator.
  const choices = rolesGivenBy(me.roles.filter(isRole)).map((role) => ({
    id: role,
    name: text(`users.roles.${role}`),
  }));
  return (
    <Page title={text('users.invite')} crumbs={crumbs} provenance={text('users.how')}>
      <CreateBase<InvitedUser>
        resource="users"
        mutationOptions={{ meta: { idempotencyKey }, onSuccess: setInvited }}
      >
        <Form
          defaultValues={{ name: '', email: '', role: choices.at(-1)?.id ?? '' }}
          className="form stack"
          warnWhenUnsavedChanges
          disableInvalidFormNotification
        >
          <TextInput
            source="name"
            label={text('users.fields.name')}
            validate={required()}
            helperText={false}
            autoComplete="off"
            fullWidth
          />
          <TextInput
            source="email"
            type="email"
            label={text('users.fields.email')}
            validate={[required(), email()]}
            helperText={false}
            autoComplete="off"
            fullWidth
          />
          <RadioButtonGroupInput
            source="role"
            label={text('users.fields.role')}
            choices={choices}
            validate={required()}
            helperText={false}
            row={false}
            sx={legendLikeLabels}
          />
          <FormFoot label={text('users.inviteButton')} />
        </Form>
      </CreateBase>
    </Page>
  );
}
