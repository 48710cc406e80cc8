/** One holding of a programme. */
export interface StoredSession {
  readonly id: string;
  readonly programmeId: string;
  readonly programmeTitle: string;
  readonly provider: string;
  readonly hours: number;
  readonly costCents: number | null;
  readonly currency: string | null;
  /** `YYYY-MM-DD`. */
  readonly firstDay: string;
  readonly lastDay: string;
  /** Null: as many as want to. */
  readonly seats: number | null;
  readonly version: number;
}

export type SessionChange = Pick<StoredSession, 'programmeId' | 'firstDay' | 'lastDay' | 'seats'>;
