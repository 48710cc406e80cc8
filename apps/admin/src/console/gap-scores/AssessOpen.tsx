import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useGetList } from 'react-admin';
import { Link } from 'react-router';
import { request } from '../../api/client.ts';
import type { GapView } from '../../api/types.ts';
import { useMay } from '../providers/MeContext.tsx';
import { inWords } from '../providers/problem.ts';
import type { AssessmentSummary } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';

/**
 * What is open can be settled in one of three ways, by where the newest assessment stands: an assessor reviews what was
 * submitted, the worker is still answering, or a new round is asked for.
 */
export function AssessOpen({ view }: { view: GapView }) {
  const text = useText();
  const queryClient = useQueryClient();
  const mayReview = useMay('assessments', 'review');
  const mayAsk = useMay('role-assignments', 'create');
  const { data } = useGetList<AssessmentSummary>('assessments', {
    filter: { workerId: view.worker.id, roleProfileId: view.roleProfile.id },
    sort: { field: 'createdAt', order: 'DESC' },
    pagination: { page: 1, perPage: 1 },
  });
  const ask = useMutation({
    mutationFn: () =>
      request('POST', '/api/assessments', {
        body: { workerId: view.worker.id, roleProfileId: view.roleProfile.id },
      }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['assessments'] }),
  });
  const open = view.coverage.unknown;
  const newest = data?.[0];

  if (newest?.state === 'submitted' && mayReview)
    return (
      <Link className="button button-quiet" to={`/assessments/${newest.id}/show`}>
        {text('gaps.review')}
      </Link>
    );
  if (newest?.state === 'draft')
    return (
      <span className="hint waiting">
        {text('gaps.waitingForWorker', { answered: newest.answered, total: newest.questions })}
      </span>
    );
  if (!mayAsk || open === 0 || newest === undefined) return null;
  return (
    <>
      {ask.error !== null && <span role="alert">{inWords(ask.error)}</span>}
      <button
        className="button button-quiet"
        type="button"
        disabled={ask.isPending}
        onClick={() => ask.mutate()}
      >
        {text('gaps.assessOpen', { smart_count: open })}
      </button>
    </>
  );
}
