import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../../api/client.ts';
import { ConfirmDialog } from '../layout/Dialog.tsx';
import { useMay } from '../providers/MeContext.tsx';
import { inWords } from '../providers/problem.ts';
import type { Job } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { isOpen, jobName } from './jobModel.ts';

/** For who may, and while there is something to stop; asked once more, since what it has left undone stays undone. */
export function CancelJob({ job }: { job: Job }) {
  const text = useText();
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState(false);
  const may = useMay('jobs', 'cancel');
  const cancel = useMutation({
    mutationFn: () => request('POST', `/api/jobs/${job.id}/cancel`),
    onSuccess: () => setAsked(false),
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
          setAsked(true);
        }}
      >
        {text('jobs.cancel.button')}
      </button>
      {asked && (
        <ConfirmDialog
          title={text('jobs.cancel.question', { name })}
          close={() => setAsked(false)}
          confirm={() => cancel.mutate()}
          label={text('jobs.cancel.confirm')}
          keep={text('jobs.cancel.keep')}
          busy={cancel.isPending}
        >
          <p>{text(job.state === 'waiting' ? 'jobs.cancel.beforeItBegins' : 'jobs.cancel.whileItRuns')}</p>
          {cancel.error !== null && (
            <p role="alert" className="form-problem">
              {inWords(cancel.error)}
            </p>
          )}
        </ConfirmDialog>
      )}
    </>
  );
}
