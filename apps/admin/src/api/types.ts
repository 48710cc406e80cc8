/** The answers that the pages read, as the contract of docs/decisions/0001 gives them. */

export interface Session {
  accessToken: string;
  expiresAt: string;
}

export interface Me {
  userId: string;
  name: string;
  email: string;
  organisation: { id: string; name: string; demonstration: boolean };
  roles: string[];
  permissions: string[];
  workerId: string | null;
}

export interface Persona {
  key: string;
  name: string;
  title: string;
  what: string;
}

export interface InvitationView {
  name: string;
  email: string;
  organisation: string;
}

export interface SetUpState {
  open: boolean;
}

export interface ScaleLevel {
  level: number;
  label: string;
  anchor: string;
}

export interface Scale {
  maxLevel: number;
  levels: ScaleLevel[];
}

export type Source = 'self' | 'manager' | 'assessor' | 'test' | 'credential' | 'training';
export type EvidenceRequired = 'any' | 'observed' | 'certified';

export interface GapRating {
  source: Source;
  level: number;
  ratedAt: string;
  expiresAt: string | null;
  ratedBy: string | null;
}

export interface GapRequirement {
  ksaCode: string;
  title: string;
  definition: string | null;
  requiredLevel: number;
  weight: number;
  critical: boolean;
  evidence: EvidenceRequired;
  attained: number | null;
  status: 'met' | 'short' | 'unknown';
  verified: boolean;
  gap: number;
  surplus: number;
  share: number;
  part: number;
  shortfall: number;
  rating: GapRating | null;
}

export interface QualifiedReason {
  ksaCode: string;
  title: string;
  reason: 'short' | 'unknown' | 'not-verified';
  levelsShort?: number;
}

/** A worker against a role profile. Every numerator is over `denominator`, so that the sums are exact. */
export interface GapView {
  id: string;
  worker: { id: string; name: string };
  roleProfile: { id: string; name: string; version: number };
  release: { id: string; label: string; framework: string };
  scale: Scale;
  algorithm: string;
  policy: { version: number; name: string; kind: string };
  asOf: string;
  computedAt: string;
  inputVersion: number;
  stale: boolean;
  denominator: number;
  low: number;
  high: number;
  coverage: { met: number; short: number; unknown: number; total: number };
  qualified: { answer: 'yes' | 'no' | 'not-yet-known'; reasons: QualifiedReason[] };
  nextBestQuestion: { ksaCode: string; title: string; share: number } | null;
  calibration: {
    mean: { numerator: number; count: number } | null;
    items: { ksaCode: string; difference: number }[];
  };
  requirements: GapRequirement[];
}

export type AssessmentState = 'draft' | 'submitted' | 'reviewed' | 'closed';

export interface AssessmentSummary {
  id: string;
  workerId: string;
  workerName: string;
  roleProfileId: string;
  roleProfileName: string;
  profileVersion: number;
  state: AssessmentState;
  createdAt: string;
  submittedAt: string | null;
  reviewedAt: string | null;
  /** "Not sure" is an answer. */
  answered: number;
  questions: number;
}

export interface AssessmentQuestion {
  ksaCode: string;
  title: string;
  definition: string | null;
  definitionSource: string | null;
  provisional: boolean;
  critical: boolean;
  evidence: EvidenceRequired;
  /** null: not answered yet. A level of null: not sure. */
  answer: { level: number | null; answeredAt: string } | null;
}

export interface AssessmentDetail extends Omit<AssessmentSummary, 'questions'> {
  scale: Scale;
  questions: AssessmentQuestion[];
}

export interface GapScoreSummary {
  id: string;
  worker: { id: string; name: string };
  roleProfile: { id: string; name: string; version: number };
  denominator: number;
  low: number;
  high: number;
  coverage: { met: number; short: number; unknown: number; total: number };
  qualified: 'yes' | 'no' | 'not-yet-known';
  computedAt: string;
  stale: boolean;
}

export interface TrainingStep {
  programme: {
    id: string;
    title: string;
    provider: string;
    kind: string;
    hours: number;
    costCents: number | null;
    currency: string | null;
    mode: string;
    sourceUrl: string | null;
  };
  closes: {
    ksaCode: string;
    title: string;
    from: number;
    to: number;
    requiredLevel: number;
    gained: number;
  }[];
  gained: number;
  remaining: number;
  /** The score's low with this step and all before it. */
  readiness: number;
  /** Of this step and all before it. */
  hours: number;
}

export interface RecommendationView {
  id: string;
  worker: { id: string; name: string };
  roleProfile: { id: string; name: string; version: number };
  scale: Scale;
  algorithm: string;
  policy: { version: number; name: string };
  asOf: string;
  computedAt: string;
  inputVersion: number;
  stale: boolean;
  budgetHours: number;
  hours: number;
  costCents: number;
  denominator: number;
  low: number;
  high: number;
  gained: number;
  bound: number;
  closesAtLeastPercent: number;
  optimal: boolean;
  steps: TrainingStep[];
  uncovered: { ksaCode: string; title: string }[];
  assessFirst: { ksaCode: string; title: string; share: number }[];
}
