export const insightsEn = {
  history: {
    title: 'Readiness over time',
    provenance: 'As it was computed each time; the past is not computed again.',
    none: 'The history begins with the first score.',
    table: '%{smart_count} score as a table |||| %{smart_count} scores as a table',
    since: 'Since',
    changed: 'What was new',
    begins: 'the first score',
    label: 'Readiness from %{from} % on %{since} to %{to} % now, as the table below has it.',
    causes: {
      'role-profile': 'version %{role} of the role profile',
      policy: 'version %{policy} of the policy',
      ratings: 'ratings',
      date: 'the date: a rating began or ran out',
    },
  },
};
