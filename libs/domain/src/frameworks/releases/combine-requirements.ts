import { highestWeight } from '../../gaps/role-profile.ts';
import { defaultEvidence, evidences, type Evidence } from '../../ratings/evidence.ts';
import type { LineageRequirement } from './migration-step.ts';

export type Asked = Omit<LineageRequirement, 'lineage'>;

/**
 * What several requirements ask for together: the highest level, the sum of their weights as far as a weight goes,
 * critical if any is, the strictest evidence.
 *
 * @param all at least one
 */
export function combined(all: readonly Asked[]): Asked {
  const critical = all.some((each) => each.critical);
  const evidence = strictest(all.map((each) => each.evidence));
  return {
    requiredLevel: Math.max(...all.map(({ requiredLevel }) => requiredLevel)),
    weight: Math.min(
      highestWeight,
      all.reduce((sum, { weight }) => sum + weight, 0),
    ),
    ...{ critical, evidence },
    evidenceChosen: all.some((each) => each.evidenceChosen) || evidence !== defaultEvidence(critical),
  };
}

/** A weight in `count` whole shares of at least 1 that add up to it, or to `count` where it is less; the first get more. */
export function shareWeight(weight: number, count: number): number[] {
  const each = Math.floor(weight / count);
  return Array.from({ length: count }, (_, place) =>
    Math.max(1, place < weight - each * count ? each + 1 : each),
  );
}

function strictest(asked: readonly Evidence[]): Evidence {
  const place = Math.max(...asked.map((evidence) => evidences.indexOf(evidence)));
  return evidences[place] as Evidence;
}
