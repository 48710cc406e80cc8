/** What an event of the server makes stale: query keys by their beginning, and the one record that a form may hold. */
export interface LiveEffect {
  queryKey: readonly string[];
  record?: { resource: string; id: string };
}

export interface LiveEvent {
  type: string;
  [field: string]: unknown;
}

const named = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

export function effectsOf(event: LiveEvent): LiveEffect[] {
  const worker = named(event['workerId']);
  const profile = named(event['roleProfileId']);
  const assessment = named(event['assessmentId']);
  const effects: LiveEffect[] = [];
  // Whatever happened, a job may have begun or ended with it.
  effects.push({ queryKey: ['jobs'] });
  if (event.type === 'proposal-changed') effects.push({ queryKey: ['proposals'] });
  if (event.type === 'groups-computed') effects.push({ queryKey: ['groups'] });
  if (event.type === 'training-plan-computed') {
    effects.push({ queryKey: ['training-plans'] });
    for (const list of ['sessions', 'places'])
      effects.push({ queryKey: [`training-plans/${named(event['planId']) ?? ''}/${list}`] });
  }
  // Many at once come without a worker: whatever is shown of anybody may be another one.
  if (event.type.startsWith('score-') || event.type === 'scores-computed') {
    effects.push({ queryKey: ['gap-scores', 'getList'] });
    effects.push({
      queryKey: worker && profile ? ['gap-scores', 'view', worker, profile] : ['gap-scores', 'view'],
    });
  }
  // Another policy makes every score anew: what is judged and tried by it follows with them.
  if (event.type === 'scores-computed')
    effects.push({ queryKey: ['qualifications'] }, { queryKey: ['what-if'] });
  if (event.type.startsWith('recommendation-') || event.type === 'scores-computed')
    effects.push({
      queryKey: worker && profile ? ['recommendations', worker, profile] : ['recommendations'],
    });
  if (event.type.startsWith('assessment-')) {
    effects.push(
      { queryKey: ['assessments', 'getList'] },
      { queryKey: ['role-assignments'] },
      { queryKey: ['gap-scores'] },
    );
    if (assessment !== null)
      effects.push({
        queryKey: ['assessments', 'review', assessment],
        record: { resource: 'assessments', id: assessment },
      });
  }
  return effects;
}
