/** One row of a worker's history against a role profile: what the score was from then on. */
export interface ScorePoint {
  readonly id: string;
  readonly computedAt: Date;
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Numerators over `denominator`. */
  readonly low: number;
  readonly high: number;
  readonly denominator: number;
  readonly qualified: 'yes' | 'no' | 'not-yet-known';
  readonly met: number;
  readonly unknown: number;
  readonly total: number;
  /** 1, 2, 3 … as people count them. */
  readonly roleProfileVersion: number;
  readonly policyVersion: number;
  readonly inputVersion: number;
  /** What is newer than in the row before. */
  readonly causes: readonly string[];
}
