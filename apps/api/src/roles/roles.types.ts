import type { Evidence } from '#domain';

export interface RoleProfile {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Of the current version. */
  readonly releaseId: string;
  readonly occupationIds: readonly string[];
  /** Counts every change of the profile or its requirements: what If-Match is compared with. */
  readonly version: number;
  readonly publishedVersionNo: number | null;
  readonly draftVersionNo: number | null;
  /** The draft, else the published one: what is shown for editing. */
  readonly currentVersionNo: number;
  /** 1, 2, 3 … as people count the published versions; null before the first. */
  readonly publishedVersion: number | null;
  readonly publishedAt: Date | null;
  readonly requirementCount: number;
}

/** A requirement as it is stored. */
export interface StoredRequirement {
  readonly ksaNo: number;
  /** The place of its KSA in the release: requirements stand in code order. */
  readonly position: number;
  readonly requiredLevel: number;
  readonly weight: number;
  readonly critical: boolean;
  readonly evidence: Evidence;
  /** Until somebody has chosen it, the evidence follows from `critical`. */
  readonly evidenceChosen: boolean;
}

/** A requirement with the words of its KSA. */
export interface ProfileRequirement extends StoredRequirement {
  readonly ksaId: string;
  readonly ksaCode: string;
  readonly title: string;
  readonly definition: string | null;
  /** How many occupations of the framework ask for this KSA. */
  readonly occupationCount: number;
}

/** One version of a role profile, whole. Published, it never changes but for the profile's name. */
export interface ProfileVersion {
  readonly profileVersionNo: number;
  readonly roleProfileId: string;
  readonly name: string;
  /** 1, 2, 3 … as people count them. */
  readonly version: number;
  readonly state: 'draft' | 'published';
  readonly releaseId: string;
  /** In code order: the order of the arrays that a score keeps. */
  readonly requirements: readonly ProfileRequirement[];
}

export interface RoleAssignment {
  readonly id: string;
  readonly workerNo: number;
  readonly workerId: string;
  readonly workerName: string;
  readonly roleProfileId: string;
  readonly roleProfileName: string;
  /** The version that the worker is held against now. */
  readonly publishedVersionNo: number;
  readonly assignedAt: Date;
  readonly assignedBy: string | null;
}
