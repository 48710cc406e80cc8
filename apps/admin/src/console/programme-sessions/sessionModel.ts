import type { ProgrammeSession } from '../providers/records.ts';

/** As a form has it; what is not chosen yet is empty. */
export interface SessionForm {
  programmeId: string;
  firstDay: string;
  lastDay: string;
  seats: number | null;
}

export const newSession = (today: string): SessionForm => ({
  programmeId: '',
  firstDay: today,
  lastDay: today,
  seats: null,
});

/** A record as its form shows it: the programme by its id. */
export function formOf({ programme, firstDay, lastDay, seats }: ProgrammeSession): SessionForm {
  return { programmeId: programme.id, firstDay, lastDay, seats };
}

/** What the API takes, whatever else the form's record holds. */
export function toSend({ programmeId, firstDay, lastDay, seats }: Partial<SessionForm>): SessionForm {
  return {
    programmeId: programmeId ?? '',
    firstDay: firstDay ?? '',
    lastDay: lastDay ?? '',
    seats: seats ?? null,
  };
}
