import { useState } from 'react';
import { CreateBase, Form, useNotify, useRedirect } from 'react-admin';
import { newKey } from '../../api/locks.ts';
import { FormFoot } from '../layout/FormFoot.tsx';
import { Page } from '../layout/Page.tsx';
import type { OwnItem } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { OwnItemInputs } from './OwnItemInputs.tsx';
import { itemToSend, newOwnItem, type OwnItemForm } from './ownModel.ts';
import { useOwnChanged } from './useOwnChanged.ts';

export default function OwnItemCreate() {
  const text = useText();
  const notify = useNotify();
  const redirect = useRedirect();
  const changed = useOwnChanged();
  const [idempotencyKey] = useState(newKey);
  return (
    <Page
      title={text('own.add')}
      crumbs={[{ to: '/own-items', label: text('own.title') }]}
      provenance={text('own.addHow')}
    >
      <CreateBase<OwnItem>
        resource="own-items"
        transform={(form: Partial<OwnItemForm>) => ({ kind: form.kind, ...itemToSend(form) })}
        mutationOptions={{
          meta: { idempotencyKey },
          onSuccess: async () => {
            await changed();
            notify(text('layout.saved'), { type: 'success' });
            redirect('list', 'own-items');
          },
        }}
      >
        <Form
          defaultValues={newOwnItem}
          className="form stack"
          warnWhenUnsavedChanges
          disableInvalidFormNotification
        >
          <OwnItemInputs isNew />
          <FormFoot label={text('own.addButton')} />
        </Form>
      </CreateBase>
    </Page>
  );
}
