import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useRef } from 'react';
import { request } from '../../api/client.ts';
import { useMay } from '../providers/MeContext.tsx';
import { inWords } from '../providers/problem.ts';
import type { Job } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { isOpen, jobName } from './jobModel.ts';

/** For who may, and while there is something to stop; asked once more, since what it has left undone stays undone. */
export function CancelJob({ job }: { job: Job }) {
  const text = useText();
  const queryClient = useQueryClient();
  const dialog = useRef<HTMLDialogElement>(null);
  const questionId = useId();
  const may = useMay('jobs', 'cancel');
  const cancel = useMutation({
    mutationFn: () => request('POST', `/api/jobs/${job.id}/cancel`),
    onSuccess: () => dialog.current?.close(),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['jobs'] }),
  });
  if (!may || !isOpen(job) || job.cancelRequested) return null;
  const name = jobName(job.name);
  return (
    <>
      <button
        className="button button-quiet"
        type="button"
        aria-label={text('jobs.cancel.of', { name })}
        onClick={() => {
          cancel.reset();
          dialog.current?.showModal();
        }}
      >
        {text('jobs.cancel.button')}
      </button>
      <dialog className="dialog" ref={dialog} aria-labelledby={questionId}>
        <h2 id={questionId}>{text('jobs.cancel.question', { name })}</h2>
        <p>{text(job.state === 'waiting' ? 'jobs.cancel.beforeItBegins' : 'jobs.cancel.whileItRuns')}</p>
        {cancel.error !== null && (
          <p role="alert" className="form-problem">
            {inWords(cancel.error)}
          </p>
        )}
        <div className="actions">
          <button
            className="button"
            type="button"
            disabled={cancel.isPending}
            onClick={() => cancel.mutate()}
          >
            {text('jobs.cancel.confirm')}
          </button>
          <button
            className="button button-quiet"
            type="button"
            disabled={cancel.isPending}
            onClick={() => dialog.current?.close()}
          >
            {text('jobs.cancel.keep')}
          </button>
        </div>
      </dialog>
    </>
  );
}
