import { compareCodes } from '../frameworks/ksa-code.ts';
import { assertRequirement, type Requirement } from '../gaps/role-profile.ts';
import { isList, isListOfRecords, isName } from '../given.ts';
import { defaultEvidence, type Evidence } from '../ratings/evidence.ts';
import { isKsaNo } from '../ratings/ksa-slots.ts';
import { highestMaxLevel } from '../scales/proficiency-scale.ts';
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
 * evidence as an edit. Throws, naming the KSA, `what-if.duplicate-change` and `what-if.nothing-to-remove`,
 * `what-if.invalid-level` when a KSA is added without a level, `what-if.invalid-change`, and what `compileRoleProfile`
 * does of a requirement that is out of range on any scale; on the organisation's, it says that itself.
 */
export function changedRequirements(
  requirements: readonly ChangeableRequirement[],
  changes: readonly RequirementChange[],
): Requirement[] {
  if (!isList(requirements)) throw invalidChange('Requirements come as a list.', '/former');
  for (const [index, requirement] of requirements.entries())
    assertRequirement(requirement, highestMaxLevel, `/former/${index}`);
  if (!isListOfRecords(changes)) throw invalidChange('Changes come as a list.', '/requirements');
  const byNo = new Map(requirements.map((requirement) => [requirement.ksaNo, requirement]));
  const seen = new Set<number>();
  changes.forEach((change, index) => {
    const at = `/requirements/${index}`;
    assertChange(change, at);
    const { ksaNo, ksaCode, removed } = change;
    if (seen.has(ksaNo))
      throw new WhatIfError('what-if.duplicate-change', `KSA ${ksaCode} is changed twice.`, at);
    seen.add(ksaNo);
    const former = byNo.get(ksaNo);
    if (removed !== true) {
      const after = former === undefined ? added(change, at) : changed(former, change);
      assertRequirement(after, highestMaxLevel, at);
      byNo.set(ksaNo, after);
    } else if (!byNo.delete(ksaNo))
      throw new WhatIfError(
        'what-if.nothing-to-remove',
        `KSA ${ksaCode} is not asked for and cannot be left out.`,
        at,
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

function added(change: RequirementChange, at: string): Requirement {
  const { ksaNo, ksaCode, requiredLevel, weight = 1, critical = false } = change;
  if (requiredLevel === undefined)
    throw new WhatIfError(
      'what-if.invalid-level',
      `KSA ${ksaCode} cannot be asked for without a level.`,
      `${at}/requiredLevel`,
    );
  return {
    ...{ ksaNo, ksaCode, requiredLevel, weight, critical },
    evidence: change.evidence ?? defaultEvidence(critical),
  };
}

/** What is not named stays, and null is no name: `null` for a level would be taken for one that stays. */
function assertChange(change: RequirementChange, at: string): void {
  const { ksaNo, ksaCode, removed = false } = change;
  if (!isName(ksaCode)) throw invalidChange('A change names no KSA.', `${at}/ksaCode`);
  if (!isKsaNo(ksaNo)) throw invalidChange(`The change of KSA ${ksaCode} has no KSA number.`, `${at}/ksaNo`);
  if (typeof removed !== 'boolean')
    throw invalidChange(`KSA ${ksaCode} is left out or not, yes or no.`, `${at}/removed`);
  for (const field of ['requiredLevel', 'weight', 'critical', 'evidence'] as const)
    if ((change[field] as unknown) === null)
      throw invalidChange(`The change of KSA ${ksaCode} has nothing as ${field}.`, `${at}/${field}`);
}

function invalidChange(message: string, pointer: string): WhatIfError {
  return new WhatIfError('what-if.invalid-change', message, pointer);
}
