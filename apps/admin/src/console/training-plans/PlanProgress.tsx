import type { TrainingPlanDetail } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';
import { percentDone } from './planModel.ts';

/** How far it is; or why there is no newer result. Nothing where the result is the newest there could be. */
export function PlanProgress({ plan }: { plan: TrainingPlanDetail }) {
  const text = useText();
  const { state, stale, result, job } = plan;
  const former = result !== null && state !== 'planned' ? ` ${text('plans.former')}` : '';
  if (state === 'planning') {
    const percent = percentDone(plan);
    return (
      <div className="notice" role="status">
        <p>
          <strong>{text('plans.states.planning')}.</strong>{' '}
          {percent === null ? text('plans.waits') : text('plans.soFar', { percent })}
          {former}
        </p>
        <progress
          className="plan-bar"
          aria-label={text('plans.states.planning')}
          max={100}
          {...(percent === null ? {} : { value: percent })}
        />
      </div>
    );
  }
  if (state === 'failed' || state === 'cancelled')
    return (
      <div className="notice notice-failure" role="status">
        <p>
          {state === 'failed'
            ? text('plans.failedWhy', { error: job?.error ?? '' })
            : text('plans.cancelledWhy')}
          {former}
        </p>
      </div>
    );
  return stale ? (
    <div className="notice" role="status">
      <p>{text('plans.stale')}</p>
    </div>
  ) : null;
}
