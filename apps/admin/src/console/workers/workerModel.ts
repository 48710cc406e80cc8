export interface NewWorker {
  name: string;
  jobTitle: string;
  email: string;
  teamId: string | null;
}

export const newWorker: NewWorker = { name: '', jobTitle: '', email: '', teamId: null };

/** An address that was left empty is not an address: the worker is then added without an invitation. */
export function toSend({ name, jobTitle, email, teamId }: Partial<NewWorker>): Partial<NewWorker> {
  const given = email?.trim() ?? '';
  return {
    name: name ?? '',
    jobTitle: jobTitle ?? '',
    teamId: teamId ?? null,
    ...(given === '' ? {} : { email: given }),
  };
}
