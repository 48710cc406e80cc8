import { useState } from 'react';
import { Form, useNotify, useRedirect } from 'react-admin';
import { request } from '../../api/client.ts';
import { FormFoot } from '../layout/FormFoot.tsx';
import { Page } from '../layout/Page.tsx';
import { VersionedEdit } from '../layout/VersionedEdit.tsx';
import { etagOf } from '../providers/dataProvider.ts';
import { inWords, preconditionFailed } from '../providers/problem.ts';
import type { OwnItem } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { Gone } from './Gone.tsx';
import { OwnItemInputs } from './OwnItemInputs.tsx';
import { itemFormOf, itemToSend } from './ownModel.ts';
import { ProposeOwnItem } from './ProposeOwnItem.tsx';
import { useOwnChanged } from './useOwnChanged.ts';

export default function OwnItemEdit() {
  const text = useText();
  const crumbs = [{ to: '/own-items', label: text('own.title') }];
  const changed = useOwnChanged();
  return (
    <VersionedEdit<OwnItem>
      resource="own-items"
      transform={itemToSend}
      forget={changed}
      then="list"
      overtaken={text('own.overtaken')}
      title={text('own.edit')}
      crumbs={crumbs}
    >
      {(item, version) => (
        <Page
          title={item.title}
          here={text('own.edit')}
          provenance={`${text(`own.kinds.${item.kind}`)} · ${item.code}`}
          crumbs={crumbs}
        >
          <Form
            record={{ id: item.id, ...itemFormOf(item) }}
            className="form stack"
            warnWhenUnsavedChanges
            disableInvalidFormNotification
          >
            <Gone own={item} />
            <OwnItemInputs isNew={false} code={item.code} />
            <FormFoot label={text('layout.save')} />
          </Form>
          {item.kind === 'ksa' && !item.isRetired && <ProposeOwnItem item={item} />}
          <Retire item={item} version={version} />
        </Page>
      )}
    </VersionedEdit>
  );
}

function Retire({ item, version }: { item: OwnItem; version: number }) {
  const text = useText();
  const notify = useNotify();
  const redirect = useRedirect();
  const changed = useOwnChanged();
  const [busy, setBusy] = useState(false);
  const turn = async () => {
    setBusy(true);
    try {
      const body = { isRetired: !item.isRetired };
      await request('PATCH', `/api/own-items/${item.id}`, { body, ifMatch: etagOf(version) });
      await changed();
      notify(text(item.isRetired ? 'own.restoredNow' : 'own.retiredNow'), { type: 'success' });
      redirect('list', 'own-items');
    } catch (error) {
      notify(preconditionFailed(error) ? text('own.overtaken') : inWords(error), { type: 'error' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="section">
      <p className="hint">{text('own.retireWhat')}</p>
      <button className="button button-quiet" type="button" disabled={busy} onClick={() => void turn()}>
        {text(item.isRetired ? 'own.restore' : 'own.retire')}
      </button>
    </section>
  );
}
