import fc from 'fast-check';
import { compileRoleProfile, type CompiledRoleProfile, type Requirement } from '../gaps/role-profile.ts';
import { evidences } from '../ratings/evidence.ts';
import { never } from '../ratings/instant.ts';
import { GroupTally } from './group-tally.ts';
import type { GroupMember, MemberScore } from './group-member.ts';
import type { GroupTotals } from './group-totals.ts';

/** Expiries are counted before this second; the arbitrary ones lie about it. */
export const someHorizon = 1_000;

export interface SomeGroup {
  readonly maxLevel: number;
  readonly profiles: ReadonlyMap<number, CompiledRoleProfile>;
  /** Each with one role or several, or none, and a number of their own. */
  readonly members: readonly GroupMember[];
}

type Sketch = Omit<Requirement, 'ksaNo' | 'ksaCode'>;

const KSA_COUNT = 5;

const ksaCode = (ksaNo: number): string => `4.2.06.${String(ksaNo).padStart(2, '0')}`;

function someRoleProfile(maxLevel: number): fc.Arbitrary<CompiledRoleProfile> {
  const requirement = fc.record({
    requiredLevel: fc.integer({ min: 1, max: maxLevel }),
    weight: fc.integer({ min: 1, max: 100 }),
    critical: fc.boolean(),
    evidence: fc.constantFrom(...evidences),
  });
  return fc
    .tuple(
      fc.subarray(
        Array.from({ length: KSA_COUNT }, (_, index) => index + 1),
        { minLength: 1 },
      ),
      fc.array(requirement, { minLength: KSA_COUNT, maxLength: KSA_COUNT }),
    )
    .map(([ksaNos, sketches]) =>
      compileRoleProfile(
        ksaNos.map((ksaNo, index) => ({ ksaNo, ksaCode: ksaCode(ksaNo), ...(sketches[index] as Sketch) })),
        maxLevel,
      ),
    );
}

function someScore(profileVersionNo: number, profile: CompiledRoleProfile): fc.Arbitrary<MemberScore> {
  const each = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value[]> =>
    fc.array(value, { minLength: profile.slotCount, maxLength: profile.slotCount });
  return fc.record({
    profileVersionNo: fc.constant(profileVersionNo),
    profile: fc.constant(profile),
    attained: each(fc.integer({ min: -1, max: profile.maxLevel })),
    verified: each(fc.nat(1)),
    expiresAt: each(fc.oneof(fc.constant(never), fc.integer({ min: someHorizon - 2, max: someHorizon + 2 }))),
  });
}

/** A group on any scale, up to three roles that overlap, up to eight members. */
export const someGroup: fc.Arbitrary<SomeGroup> = fc
  .integer({ min: 1, max: 10 })
  .chain((maxLevel) =>
    fc.record({
      maxLevel: fc.constant(maxLevel),
      profiles: fc.array(someRoleProfile(maxLevel), { minLength: 1, maxLength: 3 }),
    }),
  )
  .chain(({ maxLevel, profiles }) => {
    const scores = profiles.map((profile, index) => fc.option(someScore(index + 1, profile), { nil: null }));
    return fc.record({
      maxLevel: fc.constant(maxLevel),
      profiles: fc.constant(new Map(profiles.map((profile, index) => [index + 1, profile]))),
      members: fc.array(fc.tuple(...scores), { maxLength: 8 }).map((list) =>
        list.map((all, index) => ({
          workerNo: index + 1,
          scores: all.filter((score) => score !== null),
        })),
      ),
    });
  });

export function tally(maxLevel: number, members: readonly GroupMember[]): GroupTotals {
  const group = new GroupTally(maxLevel, someHorizon);
  for (const member of members) group.add(member);
  return group.totals();
}
