import { evidences } from '#domain';
import type { IdentifiedRequirement, RequirementsQuery } from './dto/requirement.dto.ts';
import type { ProfileRequirement } from './roles.types.ts';

type Comparison = (left: ProfileRequirement, right: ProfileRequirement) => number;

const collator = new Intl.Collator('en');

const COMPARISONS: Record<RequirementsQuery['sort']['field'], Comparison> = {
  ksaCode: (left, right) => left.position - right.position,
  title: (left, right) => collator.compare(left.title, right.title),
  requiredLevel: (left, right) => left.requiredLevel - right.requiredLevel,
  weight: (left, right) => left.weight - right.weight,
  critical: (left, right) => Number(left.critical) - Number(right.critical),
  evidence: (left, right) => evidences.indexOf(left.evidence) - evidences.indexOf(right.evidence),
  occupationCount: (left, right) => left.occupationCount - right.occupationCount,
};

/** A profile has a hundred requirements at most, all in memory already; ties stay in code order. */
export function inOrder(
  requirements: readonly IdentifiedRequirement[],
  { field, order }: RequirementsQuery['sort'],
): IdentifiedRequirement[] {
  const compare = COMPARISONS[field];
  const direction = order === 'ASC' ? 1 : -1;
  return requirements.toSorted((left, right) => direction * compare(left.requirement, right.requirement));
}
