import { type ResolveRequirements, requirementResolver } from '../gaps/resolve-requirements.ts';
import { assertCompiled, type CompiledRoleProfile } from '../gaps/role-profile.ts';
import { assertHasEntries } from '../gaps/score-requirements.ts';
import { isList, isMap, isRecord } from '../given.ts';
import { assertInstant, type Instant, never } from '../ratings/instant.ts';
import { assertEntries, assertRatingColumns, type RatingColumns } from '../ratings/rating-columns.ts';
import type { RatingPolicy } from '../ratings/rating-policy.ts';
import { GroupsError } from './groups.errors.ts';
import type { MemberScore } from './group-member.ts';
import { type RatingEnd, ratingEnd } from '../ratings/rating-end.ts';

/** Where one worker's ratings stand in columns: `from` … `to` − 1. */
export interface RatingsOfWorker {
  readonly columns: RatingColumns;
  readonly from: number;
  readonly to: number;
}

/** Throws `groups.invalid-worker` and `ratings.invalid-columns` unless these are entries of columns. */
export function assertRatingsOfWorker(ratings: RatingsOfWorker): void {
  if (!isRecord(ratings)) throw new GroupsError('groups.invalid-worker', 'There are no ratings.', '/ratings');
  assertRatingColumns(ratings.columns);
  assertEntries(ratings.columns, ratings.from, ratings.to);
}

/**
 * Resolves members' ratings against their roles as of any date, member after member: cover on a future date is resolved
 * again, so that an expired credential falls back to another source. Made once for a policy; holds working memory, so
 * one resolver serves one loop at a time.
 */
export class MemberResolver {
  readonly #policy: RatingPolicy;
  readonly #profiles: ReadonlyMap<number, CompiledRoleProfile>;
  readonly #resolvers = new Map<number, ResolveRequirements>();
  readonly #end: RatingEnd;

  /**
   * `profiles`: by profile version number, every one that a member may have. Throws `ratings.invalid-policy`,
   * `groups.invalid-profile` and `gaps.profile-not-compiled`.
   */
  constructor(policy: RatingPolicy, profiles: ReadonlyMap<number, CompiledRoleProfile>) {
    if (!isMap(profiles))
      throw new GroupsError('groups.invalid-profile', 'Profiles come as a map by their number.', '/profiles');
    for (const [profileVersionNo, profile] of profiles)
      assertCompiled(profile, `/profiles/${profileVersionNo}`);
    this.#policy = policy;
    this.#profiles = profiles;
    this.#end = ratingEnd(policy);
  }

  /**
   * One member's scores as of an instant, in the order of `profileVersionNos`. Throws `groups.invalid-profile` for a
   * version that the resolver was not given, and a typed error that names what else is none.
   */
  resolve(ratings: RatingsOfWorker, profileVersionNos: readonly number[], asOf: Instant): MemberScore[] {
    assertRatingsOfWorker(ratings);
    assertInstant(asOf, 'as-of', '/asOf');
    if (!isList(profileVersionNos))
      throw new GroupsError('groups.invalid-profile', 'Roles come as a list.', '/profileVersionNos');
    const { columns, from, to } = ratings;
    return profileVersionNos.map((profileVersionNo, index) => {
      const profile = this.#profile(profileVersionNo, `/profileVersionNos/${index}`);
      const resolved = {
        attained: new Int16Array(profile.slotCount),
        used: new Int32Array(profile.slotCount),
        verified: new Uint8Array(profile.slotCount),
      };
      this.#resolver(profileVersionNo, profile)(columns, from, to, asOf, resolved, 0);
      const expiresAt = this.expiries(ratings, profileVersionNo, resolved.used);
      return {
        profileVersionNo,
        profile,
        attained: resolved.attained,
        verified: resolved.verified,
        expiresAt,
      };
    });
  }

  /**
   * When the ratings that decided a score (their seqs, one entry a requirement, −1 for none) end, into `ends`; `never`
   * where there is none, or where it is not among the ratings any more.
   */
  expiries(
    ratings: RatingsOfWorker,
    profileVersionNo: number,
    used: ArrayLike<number>,
    ends: Int32Array = new Int32Array(this.#profile(profileVersionNo).slotCount),
  ): Int32Array {
    assertRatingsOfWorker(ratings);
    const profile = this.#profile(profileVersionNo);
    assertHasEntries(profile, used, 0, '/used');
    if (!(ends instanceof Int32Array)) assertHasEntries(profile, [], 0, '/ends');
    assertHasEntries(profile, ends, 0, '/ends');
    const { columns, from, to } = ratings;
    const { slotOfKsa, firstKsaNo } = profile;
    const { ksaNo, seq } = columns;
    ends.fill(never);
    for (let index = from; index < to; index += 1) {
      const slot = slotOfKsa[(ksaNo[index] as number) - firstKsaNo] ?? -1;
      if (slot >= 0 && used[slot] === seq[index]) ends[slot] = this.#end(columns, index);
    }
    return ends;
  }

  #profile(profileVersionNo: number, pointer = '/profileVersionNo'): CompiledRoleProfile {
    const profile = this.#profiles.get(profileVersionNo);
    if (profile === undefined)
      throw new GroupsError(
        'groups.invalid-profile',
        `Nothing is known of profile version ${profileVersionNo}.`,
        pointer,
      );
    return profile;
  }

  #resolver(profileVersionNo: number, profile: CompiledRoleProfile): ResolveRequirements {
    let resolver = this.#resolvers.get(profileVersionNo);
    if (resolver === undefined) {
      resolver = requirementResolver(profile, this.#policy);
      this.#resolvers.set(profileVersionNo, resolver);
    }
    return resolver;
  }
}
