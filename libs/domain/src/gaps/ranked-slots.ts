import { compareByRank } from './ranking.ts';
import { requirementView } from './requirement-view.ts';
import { assertCompiled, type CompiledRoleProfile } from './role-profile.ts';
import { assertAttained, assertHasEntries, unknownLevel } from './score-requirements.ts';

/**
 * Makes a profile ready to put any number of workers' requirements into the order in which they are read
 * (`compareByRank`): given the attained levels of its slots (a level or −1), the slots in that order. Throws
 * `gaps.attained-level-off-scale`, naming the KSA, and `gaps.results-do-not-match-profile`.
 *
 * A requirement's rank follows from its slot and its attained level alone: all such pairs are ranked once, and a
 * worker's requirements are then sorted as whole numbers.
 */
export function slotRanker(profile: CompiledRoleProfile): (attained: ArrayLike<number>) => Int32Array {
  assertCompiled(profile);
  const { slotCount, maxLevel } = profile;
  const levels = maxLevel + 2;
  const pairs = Array.from({ length: slotCount * levels }, (_, pair) => ({
    pair,
    view: requirementView(profile, Math.floor(pair / levels), (pair % levels) + unknownLevel, false, -1),
  }));
  pairs.sort((a, b) => compareByRank(a.view, b.view));
  const rank = new Int32Array(pairs.length);
  pairs.forEach(({ pair }, place) => (rank[pair] = place));
  return (attained) => {
    assertHasEntries(profile, attained, 0, '/attained');
    const slots = new Int32Array(slotCount);
    for (let slot = 0; slot < slotCount; slot += 1) {
      assertAttained(profile, slot, attained[slot] as number);
      const place = rank[slot * levels + (attained[slot] as number) - unknownLevel] as number;
      slots[slot] = place * slotCount + slot;
    }
    slots.sort();
    for (let place = 0; place < slotCount; place += 1) slots[place] = (slots[place] as number) % slotCount;
    return slots;
  };
}
