import type { ReleaseState } from '#domain';
import type { StoredOccupation } from '../framework.types.ts';

/** What happened to a release or something in it: who, when, why. */
export interface ReleaseChange {
  readonly id: string;
  readonly releaseId: string;
  readonly releaseLabel: string;
  readonly releaseState: ReleaseState;
  /** Null of the release itself. */
  readonly lineage: string | null;
  readonly subject: 'release' | 'item' | 'occupation' | 'selection' | 'technology-area';
  /** `added`, `reworded`, `moved` …: what was done, in the past. */
  readonly action: string;
  readonly at: Date;
  readonly by: string;
  readonly reason: string;
  readonly before: object | null;
  readonly after: object | null;
}

export interface Framework {
  readonly id: string;
  readonly uri: string;
  readonly name: string;
  readonly publisher: string;
  readonly licence: string;
  readonly isBasis: boolean;
}

/** What an edit of a draft stands on: its release's row is locked. */
export interface Draft {
  readonly id: string;
  readonly frameworkId: string;
  readonly label: string;
  readonly revision: number;
}

/** What is left of a draft that was discarded, beside its log. */
export interface DiscardedDraft {
  readonly id: string;
  readonly label: string;
  readonly frameworkId: string;
  readonly framework: string;
  readonly basedOn: string | null;
  readonly by: string;
  readonly at: Date;
  readonly reason: string;
}

/** As the row is: its area by its code alone. */
export type DraftOccupation = Omit<StoredOccupation, 'technologyAreaName'>;
