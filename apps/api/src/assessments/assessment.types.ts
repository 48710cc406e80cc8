export const assessmentStates = ['draft', 'submitted', 'reviewed', 'closed'] as const;

/** `closed`: submitted, and never to be reviewed, for the role profile was taken from the worker. */
export type AssessmentState = (typeof assessmentStates)[number];

export interface Assessment {
  readonly id: string;
  readonly workerNo: number;
  readonly workerId: string;
  readonly workerName: string;
  readonly roleProfileId: string;
  readonly roleProfileName: string;
  readonly profileVersionNo: number;
  readonly profileVersion: number;
  readonly state: AssessmentState;
  readonly version: number;
  readonly createdAt: Date;
  readonly submittedAt: Date | null;
  readonly reviewedAt: Date | null;
  readonly reviewedBy: string | null;
  readonly reviewedByName: string | null;
  /** How many of the questions have an answer, "not sure" being one. */
  readonly answered: number;
  readonly questions: number;
}

export interface Answer {
  readonly ksaNo: number;
  /** Null: not sure. */
  readonly level: number | null;
  readonly answeredAt: Date;
}

/** What a draft is locked by: as much of it as decides whether it may change. */
export interface LockedAssessment {
  readonly id: string;
  readonly workerNo: number;
  readonly roleProfileId: string;
  readonly profileVersionNo: number;
  readonly state: AssessmentState;
  readonly version: number;
}
