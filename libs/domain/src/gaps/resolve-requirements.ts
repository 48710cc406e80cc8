import type { Instant } from '../ratings/instant.ts';
import type { RatingColumns } from '../ratings/rating-columns.ts';
import type { RatingPolicy } from '../ratings/rating-policy.ts';
import { RatingResolver } from '../ratings/rating-resolver.ts';
import { isRecord } from '../given.ts';
import { everySource } from '../ratings/sources.ts';
import { assertCompiled, type CompiledRoleProfile } from './role-profile.ts';
import { assertAttained, assertHasEntries, unknownLevel } from './score-requirements.ts';

/** One entry a requirement in the profile's order; of several workers, one worker after the other. */
export interface ResolvedRequirements {
  /** A level, or −1 for unknown. */
  readonly attained: Int16Array;
  /** The seq of the rating that decided, −1 for none. */
  readonly used: Int32Array;
  /** 1 when met by the sources that the requirement asks for alone. */
  readonly verified: Uint8Array;
}

/** Resolves one worker's ratings (`from` … `to` − 1) for every requirement, into entries `at` and following. */
export type ResolveRequirements = (
  columns: RatingColumns,
  from: number,
  to: number,
  asOf: Instant,
  into: ResolvedRequirements,
  at: number,
) => void;

/**
 * Makes a policy ready to resolve any number of workers, one after the other, for a role profile. Throws
 * `gaps.attained-level-off-scale`, naming the KSA, when a rating that decides is above the scale, and
 * `gaps.results-do-not-match-profile` when there is no room for what is resolved.
 */
export function requirementResolver(profile: CompiledRoleProfile, policy: RatingPolicy): ResolveRequirements {
  assertCompiled(profile);
  const resolver = new RatingResolver(policy, profile);
  const { requiredLevel, evidenceSources, slotCount, maxLevel } = profile;
  return (columns, from, to, asOf, into, at) => {
    resolver.read(columns, from, to, asOf);
    assertHasRoom(profile, into, at);
    const { level, seq } = columns;
    for (let slot = 0; slot < slotCount; slot += 1) {
      const chosen = resolver.chosen(slot, everySource);
      const attained = chosen < 0 ? unknownLevel : (level[chosen] as number);
      into.attained[at + slot] = attained;
      into.used[at + slot] = chosen < 0 ? -1 : (seq[chosen] as number);
      const asked = evidenceSources[slot] as number;
      const evidenced = asked === everySource ? chosen : resolver.chosen(slot, asked);
      const proven = evidenced < 0 ? unknownLevel : (level[evidenced] as number);
      into.verified[at + slot] = proven >= (requiredLevel[slot] as number) ? 1 : 0;
      if (attained > maxLevel || proven > maxLevel) assertAttained(profile, slot, Math.max(attained, proven));
    }
  };
}

function assertHasRoom(profile: CompiledRoleProfile, into: ResolvedRequirements, at: number): void {
  if (!isRecord(into)) assertHasEntries(profile, [], at, '/into');
  assertHasEntries(profile, into.attained, at, '/into/attained');
  assertHasEntries(profile, into.used, at, '/into/used');
  assertHasEntries(profile, into.verified, at, '/into/verified');
}
