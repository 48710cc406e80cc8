import type { TrainingPlan } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { percentDone } from './planModel.ts';

/** In a word, and how far it is while it is being made. */
export function PlanState({ plan }: { plan: Pick<TrainingPlan, 'state' | 'job'> }) {
  const text = useText();
  const percent = plan.state === 'planning' ? percentDone(plan) : null;
  return (
    <>
      <span className={plan.state === 'failed' ? 'tag tag-short' : 'tag tag-muted'}>
        {text(`plans.states.${plan.state}`)}
      </span>
      {percent !== null && <span className="second">{text('plans.soFar', { percent })}</span>}
    </>
  );
}
