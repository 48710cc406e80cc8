export interface NewWorker {
  name: string;
  jobTitle: string;
  email: string;
}

export const newWorker: NewWorker = { name: '', jobTitle: '', email: '' };

/** An address that was left empty is not an address: the worker is then added without an invitation. */
export function toSend({ name, jobTitle, email }: Partial<NewWorker>): Partial<NewWorker> {
  const given = email?.trim() ?? '';
  return { name: name ?? '', jobTitle: jobTitle ?? '', ...(given === '' ? {} : { email: given }) };
}
