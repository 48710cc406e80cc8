/** A stored score. The arrays stand in the order of the profile version's requirements. */
export interface StoredScore {
  readonly workerNo: number;
  readonly profileVersionNo: number;
  readonly inputVersion: number;
  readonly policyVersion: number;
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly computedAt: Date;
  readonly algorithm: string;
  readonly releaseId: string;
  /** Numerators over `denominator`. */
  readonly low: number;
  readonly high: number;
  readonly denominator: number;
  readonly met: number;
  readonly criticalShort: number;
  /** Critical requirements that are unknown or not verified. */
  readonly criticalOpen: number;
  /** −1: unknown. */
  readonly attained: readonly number[];
  readonly verified: readonly boolean[];
  /** The deciding rating's seq; −1: none. */
  readonly used: readonly number[];
}

/** A stored score, and whether what it was made from has moved on since. */
export interface CurrentScore extends StoredScore {
  readonly stale: boolean;
}

export interface ScoreSummary {
  readonly workerId: string;
  readonly workerName: string;
  readonly roleProfileId: string;
  readonly roleProfileName: string;
  readonly profileVersion: number;
  readonly low: number;
  readonly high: number;
  readonly denominator: number;
  readonly met: number;
  readonly unknown: number;
  readonly total: number;
  readonly qualified: 'yes' | 'no' | 'not-yet-known';
  readonly computedAt: Date;
  readonly stale: boolean;
}
