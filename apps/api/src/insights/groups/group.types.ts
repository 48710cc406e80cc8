import type { GroupTotals, ProfileTotals } from '#domain';

/** The number under which the whole organisation is kept. */
export const ORGANISATION = 0;

/** A rating that ends within so many days ends soon. */
export const SOON_DAYS = 90;

/** A team or the whole organisation. */
export interface Group {
  /** `ORGANISATION` or the team's. */
  readonly teamNo: number;
  /** Null: the whole organisation. */
  readonly team: { readonly id: string; readonly name: string; readonly site: string } | null;
  readonly workerCount: number;
}

/** A group's sums by role profile version, as they are from a day on. */
export interface StoredReadiness {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly computedAt: Date;
  readonly profiles: readonly ProfileTotals[];
}

/** The sums of a group that are stored: a team's, those of the workers in none, or the organisation's. */
export interface GroupSums {
  readonly teamNo: number;
  readonly totals: GroupTotals;
}
