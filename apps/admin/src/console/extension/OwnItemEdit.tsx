import { useRef, useState } from 'react';
import { EditBase, Form, useEditContext, useNotify, useRedirect } from 'react-admin';
import { useParams } from 'react-router';
import { request } from '../../api/client.ts';
import { FormFoot } from '../layout/FormFoot.tsx';
import { Failure } from '../layout/Notice.tsx';
import { Page } from '../layout/Page.tsx';
import { PageSkeleton } from '../layout/PageSkeleton.tsx';
import { useHeldForEditing } from '../live/useHeldForEditing.ts';
import { etagOf } from '../providers/dataProvider.ts';
import { formRecord } from '../providers/formRecord.ts';
import { inWords, preconditionFailed } from '../providers/problem.ts';
import type { OwnItem } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { OwnItemInputs } from './OwnItemInputs.tsx';
import { itemFormOf, itemToSend } from './ownModel.ts';
import { ProposeOwnItem } from './ProposeOwnItem.tsx';
import { useOwnChanged } from './useOwnChanged.ts';

type VersionedItem = OwnItem & { version: number };

export default function OwnItemEdit() {
  const text = useText();
  const { id = '' } = useParams();
  const notify = useNotify();
  const redirect = useRedirect();
  const changed = useOwnChanged();
  // The version that the form opened with: an answer that comes later must not move it.
  const opened = useRef<number | undefined>(undefined);
  useHeldForEditing('own-items', id);
  return (
    <EditBase<VersionedItem>
      mutationMode="pessimistic"
      queryOptions={formRecord}
      transform={itemToSend}
      mutationOptions={{
        get meta() {
          return { version: opened.current };
        },
        onSuccess: async () => {
          await changed();
          notify(text('layout.saved'), { type: 'success' });
          redirect('list', 'own-items');
        },
        onError: (error) =>
          notify(preconditionFailed(error) ? text('own.overtaken') : inWords(error), { type: 'error' }),
      }}
    >
      <EditForm opened={opened} />
    </EditBase>
  );
}

function EditForm({ opened }: { opened: { current: number | undefined } }) {
  const text = useText();
  const { record, error, refetch } = useEditContext<VersionedItem>();
  const crumbs = [{ to: '/own-items', label: text('own.title') }];
  if (error)
    return (
      <Page title={text('own.edit')} crumbs={crumbs}>
        <Failure error={error} retry={() => void refetch()} />
      </Page>
    );
  if (record === undefined) return <PageSkeleton />;
  opened.current ??= record.version;
  return (
    <Page
      title={record.title}
      here={text('own.edit')}
      provenance={`${text(`own.kinds.${record.kind}`)} · ${record.code}`}
      crumbs={crumbs}
    >
      <Form
        record={{ id: record.id, ...itemFormOf(record) }}
        className="form stack"
        warnWhenUnsavedChanges
        disableInvalidFormNotification
      >
        <OwnItemInputs isNew={false} code={record.code} />
        <FormFoot label={text('layout.save')} />
      </Form>
      {record.kind === 'ksa' && !record.isRetired && <ProposeOwnItem item={record} />}
      <Retire item={record} version={opened.current} />
    </Page>
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
