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
  what: string;
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
