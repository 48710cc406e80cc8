import { assertCompiled, type CompiledRoleProfile } from '../gaps/role-profile.ts';
import { isList, isListOfRecords, isMap, isRecord, isWhole } from '../given.ts';
import { GroupTally } from '../groups/group-tally.ts';
import type { GroupTotals } from '../groups/group-totals.ts';
import type { RequirementTotals } from '../gaps/score-requirements.ts';
import { never } from '../ratings/instant.ts';
import { assertLevels, type EvidencedLevels } from './evidenced-levels.ts';
import { type LevelScore, scoreFromLevels } from './score-from-levels.ts';
import { WhatIfError } from './what-if.errors.ts';

/** A role profile version as it is and as it would be; the same object twice where nothing of it changes. */
export interface RoleBeforeAndAfter {
  readonly before: CompiledRoleProfile;
  readonly after: CompiledRoleProfile;
}

/** Some members, worker after worker as the levels have them. */
export interface WhatIfMembers {
  readonly workers: readonly {
    readonly workerNo: number;
    /** Of the roles that the worker has, ascending. */
    readonly profileVersionNos: readonly number[];
    /** Counts before, and not after. */
    readonly leaves: boolean;
  }[];
  readonly before: EvidencedLevels;
  readonly after: EvidencedLevels;
}

/** A score in the sums that are compared. Numerators are over `denominator`. */
export interface ComparedScore {
  readonly low: number;
  readonly high: number;
  readonly denominator: number;
  readonly qualified: 'yes' | 'no' | 'not-yet-known';
}

/** One worker's score of one role that comes out otherwise. */
export interface ChangedScore {
  readonly workerNo: number;
  readonly profileVersionNo: number;
  readonly before: ComparedScore;
  readonly after: ComparedScore;
}

export interface WhatIfAnswer {
  readonly before: GroupTotals;
  readonly after: GroupTotals;
  /** How many scores of those who stay come out otherwise. */
  readonly changedCount: number;
  /** Those that change most: by the change of low, of high, then of the answer; then by numbers. */
  readonly changed: readonly ChangedScore[];
}

/**
 * What would be: some workers scored as they are and as they would be, by the formulas that score everybody, added up
 * as groups are. Add members in as many pieces as wanted, in any order. Pure: the same in the API and in a page.
 */
export class WhatIf {
  readonly #maxLevel: number;
  readonly #roles: ReadonlyMap<number, RoleBeforeAndAfter>;
  readonly #most: number;
  readonly #before: GroupTally;
  readonly #after: GroupTally;
  #changed: ChangedScore[] = [];
  #changedCount = 0;

  /**
   * `roles`: by profile version number, each on the scale to `maxLevel`. `most`: how many changed scores are kept; whole,
   * 0 and up. Throws a typed error that names what is none.
   */
  constructor(maxLevel: number, roles: ReadonlyMap<number, RoleBeforeAndAfter>, most: number) {
    assertRoles(roles);
    if (!isWhole(most, 0, Number.MAX_SAFE_INTEGER))
      throw new WhatIfError('what-if.invalid-most', `${most} is no number of scores to keep.`, '/most');
    this.#maxLevel = maxLevel;
    this.#roles = roles;
    this.#most = most;
    this.#before = new GroupTally(maxLevel, never);
    this.#after = new GroupTally(maxLevel, never);
  }

  /**
   * Throws `what-if.levels-do-not-match` when the levels are not of these workers, `what-if.unknown-role-profile` for a
   * version that is not among the roles, `what-if.invalid-members`, and as `GroupTally` does.
   */
  add(members: WhatIfMembers): void {
    assertMembers(members);
    const { workers, before, after } = members;
    for (const [side, levels] of [
      ['/before', before],
      ['/after', after],
    ] as const) {
      assertLevels(levels, this.#maxLevel, side);
      if (levels.workerCount !== workers.length)
        throw new WhatIfError(
          'what-if.levels-do-not-match',
          `There are levels of ${levels.workerCount} workers for ${workers.length} members.`,
          side,
        );
    }
    workers.forEach(({ workerNo, profileVersionNos, leaves }, worker) => {
      const roles = profileVersionNos.map((profileVersionNo, place) =>
        this.#role(profileVersionNo, `/workers/${worker}/profileVersionNos/${place}`),
      );
      const score = (levels: EvidencedLevels, side: keyof RoleBeforeAndAfter): LevelScore[] =>
        roles.map((role, place) =>
          scoreFromLevels(profileVersionNos[place] as number, role[side], levels, worker),
        );
      const were = score(before, 'before');
      this.#before.add({ workerNo, scores: were });
      if (leaves) return;
      const are = score(after, 'after');
      this.#after.add({ workerNo, scores: are });
      were.forEach((was, place) => this.#compare(workerNo, was, are[place] as LevelScore));
    });
  }

  answer(): WhatIfAnswer {
    return {
      before: this.#before.totals(),
      after: this.#after.totals(),
      changedCount: this.#changedCount,
      changed: this.#changed.sort(compareChanges).slice(0, this.#most),
    };
  }

  #role(profileVersionNo: number, pointer: string): RoleBeforeAndAfter {
    const role = this.#roles.get(profileVersionNo);
    if (role === undefined)
      throw new WhatIfError(
        'what-if.unknown-role-profile',
        `Nothing is known of profile version ${profileVersionNo}.`,
        pointer,
      );
    return role;
  }

  #compare(workerNo: number, was: LevelScore, is: LevelScore): void {
    const [before, after] = [comparedScore(was.totals), comparedScore(is.totals)];
    const isSame =
      before.qualified === after.qualified &&
      before.low * after.denominator === after.low * before.denominator &&
      before.high * after.denominator === after.high * before.denominator;
    if (isSame) return;
    this.#changedCount += 1;
    this.#changed.push({ workerNo, profileVersionNo: was.profileVersionNo, before, after });
    if (this.#changed.length < 2 * this.#most + 1000) return;
    this.#changed = this.#changed.sort(compareChanges).slice(0, this.#most);
  }
}

function comparedScore({
  low,
  high,
  denominator,
  criticalShort,
  criticalOpen,
}: RequirementTotals): ComparedScore {
  const qualified = criticalShort > 0 ? 'no' : criticalOpen > 0 ? 'not-yet-known' : 'yes';
  return { low, high, denominator, qualified };
}

function compareChanges(a: ChangedScore, b: ChangedScore): number {
  return (
    moved(b, 'low') - moved(a, 'low') ||
    moved(b, 'high') - moved(a, 'high') ||
    Number(b.before.qualified !== b.after.qualified) - Number(a.before.qualified !== a.after.qualified) ||
    a.workerNo - b.workerNo ||
    a.profileVersionNo - b.profileVersionNo
  );
}

/** One division a side: it decides an order alone. */
function moved({ before, after }: ChangedScore, bound: 'low' | 'high'): number {
  return Math.abs(after[bound] / after.denominator - before[bound] / before.denominator);
}

function assertRoles(roles: ReadonlyMap<number, RoleBeforeAndAfter>): void {
  if (!isMap(roles)) throw invalidRoles('Roles come as a map by the number of their version.', '/roles');
  for (const [profileVersionNo, role] of roles) {
    if (!isRecord(role)) throw invalidRoles(`Profile version ${profileVersionNo} is none.`, '/roles');
    assertCompiled(role.before, `/roles/${profileVersionNo}/before`);
    assertCompiled(role.after, `/roles/${profileVersionNo}/after`);
  }
}

function invalidRoles(message: string, pointer: string): WhatIfError {
  return new WhatIfError('what-if.invalid-roles', message, pointer);
}

function assertMembers(members: WhatIfMembers): void {
  if (!isRecord(members)) throw invalidMembers('There are no members.', '');
  if (!isListOfRecords(members.workers)) throw invalidMembers('Workers come as a list.', '/workers');
  members.workers.forEach(({ workerNo, profileVersionNos, leaves }, index) => {
    if (!isList(profileVersionNos))
      throw invalidMembers(`Worker ${workerNo} has no list of roles.`, `/workers/${index}/profileVersionNos`);
    if (typeof leaves !== 'boolean')
      throw invalidMembers(`Worker ${workerNo} leaves or not, yes or no.`, `/workers/${index}/leaves`);
  });
}

function invalidMembers(message: string, pointer: string): WhatIfError {
  return new WhatIfError('what-if.invalid-members', message, pointer);
}
