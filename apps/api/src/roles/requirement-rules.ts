import { defaultEvidence, type Evidence } from '#domain';
import { levelOffScale } from './roles.errors.ts';
import type { StoredRequirement } from './roles.types.ts';

export interface RequirementChange {
  readonly requiredLevel?: number | undefined;
  readonly weight?: number | undefined;
  readonly critical?: boolean | undefined;
  readonly evidence?: Evidence | undefined;
}

/** "Independently" on the default scale (3 of 4), and its nearest level on every other. */
export function defaultRequiredLevel(maxLevel: number): number {
  return Math.max(1, Math.round((maxLevel * 3) / 4));
}

export function newRequirement(
  ksa: { ksaNo: number; position: number },
  requiredLevel: number,
): StoredRequirement {
  return {
    ksaNo: ksa.ksaNo,
    position: ksa.position,
    requiredLevel,
    weight: 1,
    critical: false,
    evidence: defaultEvidence(false),
    evidenceChosen: false,
  };
}

export function changed(requirement: StoredRequirement, change: RequirementChange): StoredRequirement {
  const critical = change.critical ?? requirement.critical;
  const evidenceChosen = requirement.evidenceChosen || change.evidence !== undefined;
  return {
    ...requirement,
    requiredLevel: change.requiredLevel ?? requirement.requiredLevel,
    weight: change.weight ?? requirement.weight,
    critical,
    evidence: evidenceChosen ? (change.evidence ?? requirement.evidence) : defaultEvidence(critical),
    evidenceChosen,
  };
}

/** @param pointer to where the level stands in what was sent */
export function assertRequiredLevel(level: number | undefined, maxLevel: number, pointer: string): void {
  if (level !== undefined && (level < 1 || level > maxLevel)) throw levelOffScale(pointer, maxLevel);
}
