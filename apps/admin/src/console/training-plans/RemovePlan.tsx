import { useId, useRef } from 'react';
import { useDelete, useNotify, useRedirect } from 'react-admin';
import { inWords } from '../providers/problem.ts';
import type { TrainingPlanDetail } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';

/** Asked once more: who sits where is not to be had back. */
export function RemovePlan({ plan }: { plan: TrainingPlanDetail }) {
  const text = useText();
  const notify = useNotify();
  const redirect = useRedirect();
  const dialog = useRef<HTMLDialogElement>(null);
  const questionId = useId();
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
      <button className="button button-quiet" type="button" onClick={() => dialog.current?.showModal()}>
        {text('plans.remove')}
      </button>
      <dialog className="dialog" ref={dialog} aria-labelledby={questionId}>
        <h2 id={questionId}>{text('plans.removeQuestion', { name: plan.name })}</h2>
        <p>{text('plans.removeWhat')}</p>
        <div className="actions">
          <button className="button" type="button" disabled={isPending} onClick={confirm}>
            {text('plans.removeConfirm')}
          </button>
          <button
            className="button button-quiet"
            type="button"
            disabled={isPending}
            onClick={() => dialog.current?.close()}
          >
            {text('plans.keep')}
          </button>
        </div>
      </dialog>
    </>
  );
}
