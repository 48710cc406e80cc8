import fc from 'fast-check';
import { evidences } from '../ratings/evidence.ts';
import { compileRoleProfile, type CompiledRoleProfile, type Requirement } from './role-profile.ts';
import { unknownLevel } from './score-requirements.ts';

export interface SomeProfile {
  readonly maxLevel: number;
  readonly requirements: Requirement[];
  readonly profile: CompiledRoleProfile;
  /** A level or −1 for each requirement. */
  readonly attained: number[];
  readonly verified: number[];
}

/** A role profile on a scale, and a worker's attained levels against it. */
export const someProfileOn = (maxLevel: number): fc.Arbitrary<SomeProfile> =>
  fc
    .array(
      fc.record({
        requiredLevel: fc.integer({ min: 1, max: maxLevel }),
        // Often one of few: equal shares come up.
        weight: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 100 })),
        critical: fc.boolean(),
        evidence: fc.constantFrom(...evidences),
        attained: fc.integer({ min: unknownLevel, max: maxLevel }),
        verified: fc.nat(1),
      }),
      { minLength: 1, maxLength: 12 },
    )
    .map((slots) => {
      const requirements = slots.map(({ requiredLevel, weight, critical, evidence }, index) => ({
        ksaNo: index + 1,
        ksaCode: `4.2.06.${String(index + 1).padStart(2, '0')}`,
        requiredLevel,
        weight,
        critical,
        evidence,
      }));
      return {
        maxLevel,
        requirements,
        profile: compileRoleProfile(requirements, maxLevel),
        attained: slots.map(({ attained }) => attained),
        verified: slots.map(({ verified }) => verified),
      };
    });

/** The same on any scale. */
export const someProfile: fc.Arbitrary<SomeProfile> = fc.integer({ min: 1, max: 10 }).chain(someProfileOn);

/** The same, with one of its slots. */
export const someProfileAndSlot = someProfile.chain((some) =>
  fc.record({ some: fc.constant(some), slot: fc.nat(some.attained.length - 1) }),
);
