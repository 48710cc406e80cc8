import type { CompiledRoleProfile } from '../gaps/role-profile.ts';
import { scoreRequirements, unknownLevel, type RequirementTotals } from '../gaps/score-requirements.ts';
import type { MemberScore } from '../groups/group-member.ts';
import { never } from '../ratings/instant.ts';
import { slotOf } from '../ratings/ksa-slots.ts';
import type { EvidencedLevels } from './evidenced-levels.ts';

/** A score made of levels, and its sums. */
export interface LevelScore extends MemberScore {
  readonly totals: RequirementTotals;
}

/**
 * One worker against one version of a role profile, from levels: attained by any evidence, verified when the level by
 * the evidence asked for reaches what is required. What the levels have no slot for is unknown.
 */
export function scoreFromLevels(
  profileVersionNo: number,
  profile: CompiledRoleProfile,
  levels: EvidencedLevels,
  worker: number,
): LevelScore {
  const at = worker * levels.slotCount;
  const attained = new Int16Array(profile.slotCount).fill(unknownLevel);
  const verified = new Uint8Array(profile.slotCount);
  profile.requirements.forEach(({ ksaNo, requiredLevel, evidence }, place) => {
    const slot = slotOf(levels, ksaNo);
    if (slot < 0) return;
    attained[place] = levels.byEvidence.any[at + slot] as number;
    verified[place] = (levels.byEvidence[evidence][at + slot] as number) >= requiredLevel ? 1 : 0;
  });
  return {
    ...{ profileVersionNo, profile, attained, verified },
    expiresAt: new Int32Array(profile.slotCount).fill(never),
    totals: scoreRequirements(profile, attained, verified),
  };
}
