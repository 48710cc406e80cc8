import type { Instant } from '../ratings/instant.ts';
import type { RatingColumns } from '../ratings/rating-columns.ts';
import type { RatingPolicy } from '../ratings/rating-policy.ts';
import { RatingResolver } from '../ratings/rating-resolver.ts';
import { everySource } from '../ratings/sources.ts';
import type { CompiledRoleProfile } from './role-profile.ts';
import { unknownLevel } from './score-requirements.ts';

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

/** Makes a policy ready to resolve any number of workers, one after the other, for a role profile. */
export function requirementResolver(profile: CompiledRoleProfile, policy: RatingPolicy): ResolveRequirements {
  const resolver = new RatingResolver(policy, profile);
  const { requiredLevel, evidenceSources, slotCount } = profile;
  return (columns, from, to, asOf, into, at) => {
    const { level, seq } = columns;
    resolver.read(columns, from, to, asOf);
    for (let slot = 0; slot < slotCount; slot += 1) {
      const chosen = resolver.chosen(slot, everySource);
      into.attained[at + slot] = chosen < 0 ? unknownLevel : (level[chosen] as number);
      into.used[at + slot] = chosen < 0 ? -1 : (seq[chosen] as number);
      const asked = evidenceSources[slot] as number;
      const evidenced = asked === everySource ? chosen : resolver.chosen(slot, asked);
      const isMet = evidenced >= 0 && (level[evidenced] as number) >= (requiredLevel[slot] as number);
      into.verified[at + slot] = isMet ? 1 : 0;
    }
  };
}
