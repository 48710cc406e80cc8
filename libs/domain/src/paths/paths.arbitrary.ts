import fc from 'fast-check';
import { compileRoleProfile } from '../gaps/role-profile.ts';
import { compileCatalogue } from '../training/catalogue.ts';
import { programmeGraph } from './programme-graph.ts';
import type { Programme } from '../training/programme.ts';
import type { Role } from './role.ts';

/** On a scale to 3, over KSAs 1 … 5; small enough to try every set of programmes. */
const someMaxLevel = 3;
const ksaNo = fc.integer({ min: 1, max: 5 });
const level = fc.integer({ min: 1, max: someMaxLevel });

const levels = fc
  .array(fc.record({ ksaNo, level }), { minLength: 1, maxLength: 3 })
  .map((list) => [...new Map(list.map((each) => [each.ksaNo, each])).values()]);

/** Up to nine programmes; a programme requires only such as come before it, entry levels may go in circles. */
const someProgrammes: fc.Arbitrary<Programme[]> = fc
  .array(
    fc.record({
      minutes: fc.integer({ min: 0, max: 20 }),
      outcomes: levels,
      requires: fc.option(fc.nat(20), { freq: 2 }),
      requiresLevels: fc.oneof({ arbitrary: fc.constant([]), weight: 2 }, levels),
      order: fc.nat(),
    }),
    { maxLength: 9 },
  )
  .map((list) =>
    list
      .map(({ minutes, outcomes, requires, requiresLevels, order }, index) => ({
        order,
        programme: {
          ...{ id: `p${index}`, minutes, costCents: null, outcomes, requiresLevels },
          requiresProgrammes: requires === null || requires >= index ? [] : [`p${requires}`],
        },
      }))
      .sort((a, b) => a.order - b.order)
      .map(({ programme }) => programme),
  );

export const someCatalogue = someProgrammes.map((programmes) => ({
  programmes,
  graph: programmeGraph(compileCatalogue(programmes, someMaxLevel)),
}));

/** Levels by KSA number; some unknown, said by −1 or by nothing. */
export const someAttained: fc.Arbitrary<ReadonlyMap<number, number>> = fc
  .array(fc.tuple(ksaNo, fc.integer({ min: -1, max: someMaxLevel })), { maxLength: 5 })
  .map((list) => new Map(list));

export const someWanted = levels;

const someProfile = fc
  .array(fc.record({ ksaNo, requiredLevel: level, critical: fc.boolean() }), { minLength: 1, maxLength: 4 })
  .map((list) =>
    compileRoleProfile(
      [...new Map(list.map((each) => [each.ksaNo, each])).values()].map((each) => ({
        ...each,
        ...{ ksaCode: `4.2.06.0${each.ksaNo}`, weight: 1, evidence: 'any' as const },
      })),
      someMaxLevel,
    ),
  );

export const someRoles = (most: number): fc.Arbitrary<Role[]> =>
  fc
    .array(someProfile, { minLength: 1, maxLength: most })
    .map((profiles) => profiles.map((profile, index) => ({ id: `r${index}`, profile })));
