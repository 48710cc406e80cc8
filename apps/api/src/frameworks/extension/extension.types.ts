export const ownItemKinds = ['ksa', 'task'] as const;

/** A KSA or a task (a machine, a station, a work instruction) that an organisation has beside the framework. */
export interface OwnItem {
  readonly id: string;
  readonly version: number;
  readonly kind: (typeof ownItemKinds)[number];
  /** Below 0, so that no release has it. */
  readonly ksaNo: number;
  readonly code: string;
  readonly title: string;
  readonly definition: string | null;
  /** The competency or sub-competency that it stands under; null: under none. */
  readonly underLineage: string | null;
  /** Of a task: the document that governs it, and its revision. */
  readonly document: string | null;
  readonly documentRevision: string | null;
  /** Of a task: the KSAs behind it. */
  readonly ksaNos: readonly number[];
  /** Chosen anew by nobody; what asks for it already goes on. */
  readonly isRetired: boolean;
  /** What offers it to the curators, until they decide; null: nothing does. */
  readonly openProposalId: string | null;
}

export interface OwnOccupation {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  /** By its code in the framework. */
  readonly technologyArea: string;
  readonly roleFamily: string | null;
  readonly definition: string | null;
  /** The KSAs that it selects, own ones among them. */
  readonly ksaNos: readonly number[];
}

/** All that an organisation has of its own. */
export interface Extension {
  /** In the order of their making. */
  readonly items: readonly OwnItem[];
  /** By title. */
  readonly occupations: readonly OwnOccupation[];
}

/** Whether a KSA's number is of an organisation's own: its words are not fixed by a release. */
export const isOwnKsaNo = (ksaNo: number): boolean => ksaNo < 0;
