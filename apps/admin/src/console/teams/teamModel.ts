export interface NewTeam {
  name: string;
  site: string;
}

export const newTeam: NewTeam = { name: '', site: '' };

/** A team is sent as a whole; a site that was left empty is none. */
export function toSend({ name, site }: Partial<NewTeam>): NewTeam {
  return { name: name ?? '', site: site ?? '' };
}
