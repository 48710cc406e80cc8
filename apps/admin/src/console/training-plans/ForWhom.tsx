import type { TrainingPlan } from '../providers/records.ts';
import { useText } from '../providers/useText.ts';

/** The team and the roles that a plan is for; everybody when it names neither. */
export function ForWhom({
  plan: { team, roleProfiles },
}: {
  plan: Pick<TrainingPlan, 'team' | 'roleProfiles'>;
}) {
  const text = useText();
  const names = [...(team === null ? [] : [team.name]), ...(roleProfiles?.map(({ name }) => name) ?? [])];
  return <>{names.length === 0 ? text('plans.everybody') : names.join(', ')}</>;
}
