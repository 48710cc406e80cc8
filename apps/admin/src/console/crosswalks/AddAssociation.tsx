import { useState } from 'react';
import { useNotify } from 'react-admin';
import { itemKinds } from '#domain';
import { FormDialog } from '../layout/Dialog.tsx';
import { formErrorsOf } from '../providers/problem.ts';
import { useReleases } from '../providers/queries.ts';
import type { Crosswalk, FrameworkHit } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { SearchBox } from '../search/SearchBox.tsx';
import { AssociationInputs } from './AssociationInputs.tsx';
import { NOTHING_SAID, toSend } from './associationModel.ts';
import { useSendToCrosswalk } from './useSendToCrosswalk.ts';

export function AddAssociation({ crosswalk, close }: { crosswalk: Crosswalk; close: () => void }) {
  const text = useText();
  const notify = useNotify();
  const send = useSendToCrosswalk();
  const [from, setFrom] = useState<FrameworkHit | null>(null);
  const [to, setTo] = useState<FrameworkHit | null>(null);
  const [value, setValue] = useState(NOTHING_SAID);
  const errors = formErrorsOf(send.error);
  const submit = () =>
    send.mutate(
      {
        method: 'POST',
        path: `/api/crosswalks/${crosswalk.id}/associations`,
        body: { fromItemId: from?.id, toItemId: to?.id, ...toSend(value) },
      },
      {
        onSuccess: () => {
          notify(text('crosswalks.associations.added'), { type: 'success' });
          close();
        },
      },
    );
  return (
    <FormDialog
      title={text('crosswalks.associations.addTitle')}
      label={text('crosswalks.associations.add')}
      submit={submit}
      pending={send.isPending}
      error={send.error}
      disabled={from === null || to === null}
      close={close}
    >
      <ItemPicker side={crosswalk.from} value={from} change={setFrom} error={errors?.['fromItemId']} />
      <ItemPicker side={crosswalk.to} value={to} change={setTo} error={errors?.['toItemId']} />
      <AssociationInputs value={value} change={setValue} errors={errors} />
    </FormDialog>
  );
}

interface ItemPickerProps {
  side: Crosswalk['from'];
  value: FrameworkHit | null;
  change: (hit: FrameworkHit | null) => void;
  error: string | undefined;
}

/** An item of a framework, found in its newest release. */
function ItemPicker({ side, value, change, error }: ItemPickerProps) {
  const text = useText();
  const { data: releases } = useReleases();
  const label = text('crosswalks.associations.pick', { framework: side.framework });
  const own = releases?.filter(({ frameworkId }) => frameworkId === side.frameworkId) ?? [];
  const release = own.find(({ state }) => state === 'published') ?? own[0];
  if (value !== null)
    return (
      <div className="field field-whole">
        <span>{label}</span>
        <div className="row-line">
          <span className="picked">
            {text('crosswalks.associations.picked', { code: value.code ?? '', title: value.title })}
          </span>
          <button className="link-button" type="button" onClick={() => change(null)}>
            {text('crosswalks.associations.another')}
          </button>
        </div>
        {error !== undefined && <span className="field-problem">{error}</span>}
      </div>
    );
  return <SearchBox label={label} kinds={itemKinds} releaseId={release?.id} choose={change} />;
}
