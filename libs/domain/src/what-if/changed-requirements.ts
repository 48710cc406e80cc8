import { compareCodes } from '../frameworks/ksa-code.ts';
import type { Requirement } from '../gaps/role-profile.ts';
import { defaultEvidence, type Evidence } from '../ratings/evidence.ts';
import { WhatIfError } from './what-if.errors.ts';

/** A requirement that may be changed. */
export interface ChangeableRequirement extends Requirement {
  /** Somebody chose the evidence; otherwise it follows from whether the requirement is critical. Default: nobody did. */
  readonly evidenceChosen?: boolean;
}

/** What would be different of one requirement; what is not named stays. */
export interface RequirementChange {
  readonly ksaNo: number;
  /** Of a KSA that is not asked for yet, with `requiredLevel`. */
  readonly ksaCode: string;
  readonly requiredLevel?: number | undefined;
  /** Of one that is added 1 unless named. */
  readonly weight?: number | undefined;
  readonly critical?: boolean | undefined;
  readonly evidence?: Evidence | undefined;
  readonly removed?: boolean | undefined;
}

/**
 * A role profile's requirements as they would be, in code order: changed, added or left out, by the same rule for the
 * evidence as an edit. What is out of range `compileRoleProfile` says. Throws, naming the KSA, `what-if.duplicate-
 * change` and `what-if.nothing-to-remove`, and `what-if.invalid-level` when a KSA is added without a level.
 */
export function changedRequirements(
  requirements: readonly ChangeableRequirement[],
  changes: readonly RequirementChange[],
): Requirement[] {
  const byNo = new Map(requirements.map((requirement) => [requirement.ksaNo, requirement]));
  const seen = new Set<number>();
  changes.forEach((change, index) => {
    const { ksaNo, ksaCode, removed } = change;
    if (seen.has(ksaNo))
      throw new WhatIfError(
        'what-if.duplicate-change',
        `KSA ${ksaCode} is changed twice.`,
        `/requirements/${index}`,
      );
    seen.add(ksaNo);
    const former = byNo.get(ksaNo);
    if (removed !== true)
      byNo.set(ksaNo, former === undefined ? added(change, index) : changed(former, change));
    else if (!byNo.delete(ksaNo))
      throw new WhatIfError(
        'what-if.nothing-to-remove',
        `KSA ${ksaCode} is not asked for and cannot be left out.`,
        `/requirements/${index}`,
      );
  });
  return [...byNo.values()]
    .map(({ ksaNo, ksaCode, requiredLevel, weight, critical, evidence }) => ({
      ...{ ksaNo, ksaCode, requiredLevel, weight, critical, evidence },
    }))
    .sort((a, b) => compareCodes(a.ksaCode, b.ksaCode));
}

function changed(former: ChangeableRequirement, change: RequirementChange): ChangeableRequirement {
  const critical = change.critical ?? former.critical;
  return {
    ...former,
    requiredLevel: change.requiredLevel ?? former.requiredLevel,
    weight: change.weight ?? former.weight,
    critical,
    evidence:
      change.evidence ?? (former.evidenceChosen === true ? former.evidence : defaultEvidence(critical)),
  };
}

function added(change: RequirementChange, index: number): Requirement {
  const { ksaNo, ksaCode, requiredLevel, weight = 1, critical = false } = change;
  if (requiredLevel === undefined)
    throw new WhatIfError(
      'what-if.invalid-level',
      `KSA ${ksaCode} cannot be asked for without a level.`,
      `/requirements/${index}/requiredLevel`,
    );
  return {
    ...{ ksaNo, ksaCode, requiredLevel, weight, critical },
    evidence: change.evidence ?? defaultEvidence(critical),
  };
}
