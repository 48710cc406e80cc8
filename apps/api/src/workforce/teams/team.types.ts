export interface Team {
  readonly id: string;
  /** Counts within the organisation and is never given twice. Never leaves the API. */
  readonly teamNo: number;
  readonly name: string;
  /** A plant's name; empty where there is but one. */
  readonly site: string;
  readonly version: number;
  /** How many workers are in it. */
  readonly workerCount: number;
}

/** How many workers of a team must meet a KSA, whatever the shift. */
export interface TeamMinimum {
  readonly ksaNo: number;
  readonly headcount: number;
}
