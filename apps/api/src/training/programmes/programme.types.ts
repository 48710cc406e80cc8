export const programmeKinds = ['course', 'apprenticeship', 'credential', 'on-the-job'] as const;
export const programmeModes = ['on-site', 'online', 'hybrid'] as const;

export interface StoredProgramme {
  readonly id: string;
  readonly title: string;
  readonly kind: (typeof programmeKinds)[number];
  readonly provider: string;
  /** Whole minutes make them up. */
  readonly hours: number;
  /** Null when the provider does not say; the currency goes with it. */
  readonly costCents: number | null;
  readonly currency: string | null;
  readonly mode: (typeof programmeModes)[number];
  readonly sourceUrl: string | null;
  readonly description: string;
  readonly outcomes: readonly KsaLevel[];
  readonly requiresProgrammes: readonly string[];
  readonly requiresLevels: readonly KsaLevel[];
}

export interface KsaLevel {
  readonly ksaNo: number;
  readonly level: number;
}

interface CodedLevel {
  readonly ksaCode: string;
  readonly level: number;
}

/** As a programme comes in: KSAs by the codes of the current release. */
export interface NewProgramme extends Omit<
  StoredProgramme,
  'id' | 'outcomes' | 'requiresProgrammes' | 'requiresLevels'
> {
  readonly outcomes: readonly CodedLevel[];
  /** Ids of programmes that must be completed first. */
  readonly requiresProgrammes?: readonly string[];
  readonly requiresLevels?: readonly CodedLevel[];
}
