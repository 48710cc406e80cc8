import { useState } from 'react';
import { useDelete, useNotify, useRedirect } from 'react-admin';
import { ConfirmDialog } from '../layout/Dialog.tsx';
import { inWords } from '../providers/problem.ts';
import type { TrainingPlanDetail } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';

/** Asked once more: who sits where is not to be had back. */
export function RemovePlan({ plan }: { plan: TrainingPlanDetail }) {
  const text = useText();
  const notify = useNotify();
  const redirect = useRedirect();
  const [asked, setAsked] = useState(false);
  const [remove, { isPending }] = useDelete<TrainingPlanDetail>();
  const confirm = () =>
    void remove(
      'training-plans',
      { id: plan.id, previousData: plan },
      {
        mutationMode: 'pessimistic',
        onSuccess: () => {
          notify(text('plans.removed'), { type: 'success' });
          redirect('list', 'training-plans');
        },
        onError: (error) => notify(inWords(error), { type: 'error' }),
      },
    );
  return (
    <>
      <button className="button button-quiet" type="button" onClick={() => setAsked(true)}>
        {text('plans.remove')}
      </button>
      {asked && (
        <ConfirmDialog
          title={text('plans.removeQuestion', { name: plan.name })}
          close={() => setAsked(false)}
          confirm={confirm}
          label={text('plans.removeConfirm')}
          keep={text('plans.keep')}
          busy={isPending}
        >
          <p>{text('plans.removeWhat')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
