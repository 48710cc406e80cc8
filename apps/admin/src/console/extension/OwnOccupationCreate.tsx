import { useState } from 'react';
import { CreateBase, Form, useNotify, useRedirect } from 'react-admin';
import { newKey } from '../../api/locks.ts';
import { FormFoot } from '../layout/FormFoot.tsx';
import { Page } from '../layout/Page.tsx';
import type { OwnOccupation } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { OwnOccupationInputs } from './OwnOccupationInputs.tsx';
import { newOwnOccupation, occupationToSend } from './ownModel.ts';
import { useOwnChanged } from './useOwnChanged.ts';

export default function OwnOccupationCreate() {
  const text = useText();
  const notify = useNotify();
  const redirect = useRedirect();
  const changed = useOwnChanged();
  const [idempotencyKey] = useState(newKey);
  return (
    <Page
      title={text('own.addOccupation')}
      crumbs={[{ to: '/own-occupations', label: text('own.occupations') }]}
      provenance={text('own.addOccupationHow')}
    >
      <CreateBase<OwnOccupation>
        resource="own-occupations"
        transform={occupationToSend}
        mutationOptions={{
          meta: { idempotencyKey },
          onSuccess: async () => {
            await changed();
            notify(text('layout.saved'), { type: 'success' });
            redirect('list', 'own-occupations');
          },
        }}
      >
        <Form
          defaultValues={newOwnOccupation}
          className="form stack"
          warnWhenUnsavedChanges
          disableInvalidFormNotification
        >
          <OwnOccupationInputs />
          <FormFoot label={text('own.addButton')} />
        </Form>
      </CreateBase>
    </Page>
  );
}
