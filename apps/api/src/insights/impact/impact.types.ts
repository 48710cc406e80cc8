/** What a release may do to a KSA that others build on. */
export const impactKinds = ['split', 'merged', 'retired', 'reworded', 'moved', 'recoded'] as const;

export type ImpactKind = (typeof impactKinds)[number];

/** A KSA, by the number that requirements, ratings and outcomes have, and what becomes of it. */
export interface TouchedKsa {
  /** Of the release that it is compared from. */
  readonly releaseId: string;
  readonly kind: ImpactKind;
  readonly ksaNo: number;
}

export interface TouchedCounts {
  readonly roleProfiles: number;
  readonly openAssessments: number;
  readonly programmes: number;
}

export interface TouchedProfile {
  readonly id: string;
  readonly name: string;
  readonly kinds: readonly ImpactKind[];
  /** How many of the KSAs that it asks for. */
  readonly ksas: number;
  readonly openAssessments: number;
}

export interface TouchedProgramme {
  readonly id: string;
  readonly title: string;
  readonly kinds: readonly ImpactKind[];
  /** How many of the KSAs that it raises. */
  readonly ksas: number;
}
