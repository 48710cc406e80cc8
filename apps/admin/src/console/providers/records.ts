/** The API's answers that no screen elsewhere reads; `api/types.ts` has what the worker's pages read too. */
import type { TechnologyArea } from '#domain';
import type { AssessmentState, EvidenceRequired, GapScoreSummary } from '../../api/types.ts';

export type { AssessmentState, AssessmentSummary } from '../../api/types.ts';
export type GapScore = GapScoreSummary;

export interface Release {
  id: string;
  label: string;
  state: 'draft' | 'published';
  publishedOn: string;
  framework: string;
  publisher: string;
  licence: string;
  attribution: string;
  ksaCount: number;
  occupationCount: number;
}

export type ItemKind = 'tier' | 'competency' | 'sub-competency' | 'ksa';

export interface Item {
  id: string;
  releaseId: string;
  code: string;
  kind: ItemKind;
  parentId: string | null;
  title: string;
  definition: string | null;
  provisional: boolean;
  occupationCount: number;
  ksaCount: number;
}

export interface ItemDetail extends Item {
  definitionSource: string | null;
  ancestors: Item[];
  children: Item[];
  occupations: Occupation[];
}

export interface Occupation {
  id: string;
  releaseId: string;
  title: string;
  technologyArea: TechnologyArea;
  selectedBy: number;
  roleFamily: string | null;
  ksaCount: number;
}

export interface OccupationDetail extends Occupation {
  competencies: {
    id: string;
    code: string;
    title: string;
    ksas: { id: string; code: string; title: string; definition: string | null; provisional: boolean; count: number }[];
  }[];
}

export interface Requirement {
  id: string;
  ksaId: string;
  ksaCode: string;
  title: string;
  definition: string | null;
  occupationCount: number;
  requiredLevel: number;
  weight: number;
  critical: boolean;
  evidence: EvidenceRequired;
}

export interface ReviewItem {
  ksaCode: string;
  title: string;
  definition: string | null;
  requiredLevel: number;
  critical: boolean;
  evidence: EvidenceRequired;
  self: { level: number | null } | null;
  assessor: { level: number; ratedAt: string; ratedBy: string | null } | null;
  difference: number | null;
}

export interface Review {
  assessmentId: string;
  workerId: string;
  workerName: string;
  roleProfileId: string;
  roleProfileName: string;
  state: AssessmentState;
  version: number;
  submittedAt: string | null;
  reviewedAt: string | null;
  reviewedBy: string | null;
  items: ReviewItem[];
}

export interface Worker {
  id: string;
  name: string;
  jobTitle: string;
}

export interface Job {
  id: string;
  name: string;
  state: 'waiting' | 'active' | 'completed' | 'failed';
  attempts: number;
  enqueuedAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  error: string | null;
}

export interface RoleProfile {
  id: string;
  name: string;
  description: string;
  releaseId: string;
  occupationIds: string[];
  version: number;
  /** 1, 2, 3 … as people count the published versions. */
  publishedVersion: number | null;
  publishedAt: string | null;
  /** Changed since it was last published, or never published. */
  hasDraft: boolean;
  requirementCount: number;
}

export interface RoleAssignment {
  id: string;
  workerId: string;
  workerName: string;
  roleProfileId: string;
  roleProfileName: string;
  assignedAt: string;
}

export interface Programme {
  id: string;
  title: string;
  kind: 'course' | 'apprenticeship' | 'credential' | 'on-the-job';
  provider: string;
  hours: number;
  costCents: number | null;
  currency: string | null;
  mode: 'on-site' | 'online' | 'hybrid';
  sourceUrl: string | null;
  outcomes: { ksaCode: string; title: string; level: number }[];
}

export interface Organisation {
  id: string;
  name: string;
}
