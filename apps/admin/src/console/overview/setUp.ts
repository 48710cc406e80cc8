interface Counts {
  profiles: number;
  published: number;
  workers: number;
  assignments: number;
}

export interface SetUpStep {
  key: 'profile' | 'publish' | 'workers' | 'assign';
  to: string;
  done: boolean;
}

/** What an employer does first, in order: a published role profile, somebody to hold against it, and the assignment. */
export function stepsOf({ profiles, published, workers, assignments }: Counts): SetUpStep[] {
  const profile: SetUpStep =
    profiles > 0 && published === 0
      ? { key: 'publish', to: '/role-profiles', done: false }
      : { key: 'profile', to: '/role-profiles/create', done: published > 0 };
  return [
    profile,
    { key: 'workers', to: '/workers/create', done: workers > 0 },
    { key: 'assign', to: '/workers', done: assignments > 0 },
  ];
}
