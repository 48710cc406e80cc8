import { highestWeight, lowestWeight } from '../../gaps/role-profile.ts';
import { isName, isRecord } from '../../given.ts';
import { evidences } from '../../ratings/evidence.ts';
import { MigrationError } from './migration.errors.ts';
import type { LineageRequirement } from './migration-step.ts';
import type { ItemContent } from './release-content.ts';

/** Throws a typed error that names the KSA unless every field of a requirement is within its range on any scale. */
export function assertSound(requirement: LineageRequirement, { code }: ItemContent, pointer: string): void {
  if (!isRecord(requirement) || !isName(requirement.lineage)) {
    const detail = `What is required of KSA ${code} names no lineage.`;
    throw new MigrationError('migration.invalid-requirement', detail, `${pointer}/lineage`);
  }
  const { requiredLevel, weight, evidence } = requirement;
  if (!Number.isInteger(requiredLevel) || requiredLevel < 1) {
    const detail = `The level required of KSA ${code} must be a whole number from 1 on, not ${requiredLevel}.`;
    throw new MigrationError('migration.level-off-scale', detail, `${pointer}/requiredLevel`);
  }
  if (!Number.isInteger(weight) || weight < lowestWeight || weight > highestWeight) {
    const detail = `The weight of KSA ${code} must be a whole number ${lowestWeight} to ${highestWeight}, not ${weight}.`;
    throw new MigrationError('migration.invalid-weight', detail, `${pointer}/weight`);
  }
  if (!evidences.includes(evidence)) {
    const detail = `"${evidence}" is no evidence that KSA ${code} can ask for.`;
    throw new MigrationError('migration.invalid-evidence', detail, `${pointer}/evidence`);
  }
  for (const flag of ['critical', 'evidenceChosen'] as const) {
    if (typeof requirement[flag] === 'boolean') continue;
    const detail = `"${flag}" of KSA ${code} is yes or no.`;
    throw new MigrationError('migration.invalid-requirement', detail, `${pointer}/${flag}`);
  }
}
