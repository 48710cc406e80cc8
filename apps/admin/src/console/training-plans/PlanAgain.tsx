import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import { request } from '../../api/client.ts';
import { inWords } from '../providers/problem.ts';
import type { TrainingPlanDetail } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';

/** From the scores and sessions of now; the result stands until the new one is there. */
export function PlanAgain({ plan: { id, state } }: { plan: TrainingPlanDetail }) {
  const text = useText();
  const notify = useNotify();
  const queryClient = useQueryClient();
  const again = useMutation({
    mutationFn: () => request('POST', `/api/training-plans/${id}/plan-again`),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['training-plans'] }),
    onError: (error) => notify(inWords(error), { type: 'error' }),
  });
  return (
    <button
      className="button"
      type="button"
      disabled={again.isPending || state === 'planning'}
      onClick={() => again.mutate()}
    >
      {text('plans.again')}
    </button>
  );
}
