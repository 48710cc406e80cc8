/** What a programme raises: the KSA, to at least this level. */
export interface ProgrammeOutcome {
  readonly ksaNo: number;
  /** Whole number 1 … the scale's highest. */
  readonly level: number;
}

/** A level of a KSA that a programme asks for on entry. */
export interface PrerequisiteLevel {
  readonly ksaNo: number;
  readonly level: number;
}

/** Something that raises KSAs to a level: course, apprenticeship, credential. */
export interface Programme {
  readonly id: string;
  /** Whole minutes, 0 and up: exact, and any number of hours and minutes can be said in it. */
  readonly minutes: number;
  /** Whole cents, 0 and up; `null` when the provider does not say. */
  readonly costCents: number | null;
  readonly outcomes: readonly ProgrammeOutcome[];
  /** Ids of programmes to be completed first. */
  readonly requiresProgrammes: readonly string[];
  /** KSA levels to have first, however they were reached. */
  readonly requiresLevels: readonly PrerequisiteLevel[];
}
