import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compileRoleProfile } from '../gaps/role-profile.ts';
import { compileCatalogue } from '../training/catalogue.ts';
import type { Programme } from '../training/programme.ts';
import { programmeGraph } from './programme-graph.ts';
import { careerPath, type CareerPathInput } from './career-path.ts';
import { attainedAfter, compareRoles } from './compare-roles.ts';
import { leastTraining } from './least-training.ts';
import { someAttained, someCatalogue, someRoles } from './paths.arbitrary.ts';
import { transferability, transferTraining } from './transferability.ts';

const someInput: fc.Arbitrary<CareerPathInput & { learnedInRole: number }> = fc
  .record({
    attained: someAttained,
    catalogue: someCatalogue,
    roles: someRoles(5),
    learnedInRole: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ roles: [target, ...through], catalogue: { graph }, ...input }) => ({
    ...input,
    ...{ graph, target: target!, through },
  }));

/** Every order of every set of the roles on the way, the target last. */
function everyRoute(count: number): number[][] {
  const routes: number[][] = [];
  const extend = (route: number[]): void => {
    routes.push(route);
    for (let place = 0; place < count; place += 1) if (!route.includes(place)) extend([...route, place]);
  };
  extend([]);
  return routes;
}

/** The minutes of one route by the rule of the page, step by step; null when a step is not possible. */
function minutesOf(
  input: CareerPathInput & { learnedInRole: number },
  route: readonly number[],
): number | null {
  let minutes = 0;
  let standing = input.attained;
  for (const role of [...route.map((place) => input.through[place]!), input.target]) {
    const wanted = role.profile.requirements
      .map(({ ksaNo, requiredLevel, critical }) => ({
        ksaNo,
        level: requiredLevel - (critical || role === input.target ? 0 : input.learnedInRole),
      }))
      .filter(({ level }) => level > 0);
    const training = leastTraining(input.graph, standing, wanted);
    if (training.notClosable.length > 0) return null;
    minutes += training.minutes;
    standing = attainedAfter(input.attained, role.profile);
  }
  return minutes;
}

const graphOf = (programmes: readonly Programme[], maxLevel: number) =>
  programmeGraph(compileCatalogue(programmes, maxLevel));

describe('a career path', () => {
  test('takes the fewest minutes of all routes, by fewer roles where there is a choice', () => {
    fc.assert(
      fc.property(someInput, (input) => {
        const routes = everyRoute(input.through.length).flatMap((route) => {
          const minutes = minutesOf(input, route);
          return minutes === null ? [] : [{ minutes, roles: route.length + 1, route }];
        });
        const [best] = routes.sort((a, b) => a.minutes - b.minutes || a.roles - b.roles);
        const { path } = careerPath(input);
        expect(path && { minutes: path.minutes, roles: path.steps.length }).toEqual(
          best === undefined ? null : { minutes: best.minutes, roles: best.roles },
        );
        if (path === null) return;
        const route = path.steps
          .slice(0, -1)
          .map(({ roleId }) => input.through.findIndex(({ id }) => id === roleId));
        expect(minutesOf(input, route)).toBe(path.minutes);
        expect(path.steps.at(-1)?.roleId).toBe(input.target.id);
      }),
      { numRuns: 300 },
    );
  });

  test('never takes more than going there at once, and no less without one of the roles', () => {
    fc.assert(
      fc.property(someInput, (input) => {
        const { path, direct } = careerPath(input);
        const minutes = path?.minutes ?? Infinity;
        if (direct.notClosable.length === 0) expect(minutes).toBeLessThanOrEqual(direct.minutes);
        input.through.forEach((_, place) => {
          const without = careerPath({ ...input, through: input.through.toSpliced(place, 1) });
          expect(without.path?.minutes ?? Infinity).toBeGreaterThanOrEqual(minutes);
        });
      }),
      { numRuns: 300 },
    );
  });

  // What trains for a role on the way trains for the target as well: the sum is a way to go there at once.
  test('goes there at once when nothing is learned in a role', () => {
    fc.assert(
      fc.property(someInput, (input) => {
        const { path, direct } = careerPath({ ...input, learnedInRole: 0 });
        expect(path?.minutes ?? null).toBe(direct.notClosable.length === 0 ? direct.minutes : null);
        if (path !== null) expect(path.steps).toHaveLength(1);
      }),
      { numRuns: 300 },
    );
  });

  const role = (id: string, levels: Record<number, number>, critical: readonly number[] = []) => ({
    id,
    profile: compileRoleProfile(
      Object.entries(levels).map(([ksaNo, requiredLevel]) => ({
        ...{ ksaNo: Number(ksaNo), ksaCode: `4.2.06.0${ksaNo}`, requiredLevel, weight: 1 },
        ...{ critical: critical.includes(Number(ksaNo)), evidence: 'any' as const },
      })),
      4,
    ),
  });
  const course = (id: string, hours: number, ksaNo: number, level: number) => ({
    ...{ id, minutes: hours * 60, costCents: null, outcomes: [{ ksaNo, level }] },
    ...{ requiresProgrammes: [], requiresLevels: [] },
  });
  const graph = graphOf(
    [course('k1-2', 10, 1, 2), course('k1-3', 40, 1, 3), course('k2-2', 8, 2, 2), course('k2-3', 30, 2, 3)],
    4,
  );
  const operator = role('operator', { 1: 3 });
  const inspector = role('inspector', { 2: 3 }, [2]);
  const lead = role('lead', { 1: 3, 2: 3 });
  const attained = new Map([
    [1, 1],
    [2, 2],
  ]);

  // At once: KSA 1 to 3 in 40 h, KSA 2 to 3 in 30 h: 70 h. As an operator first: KSA 1 to 2 in 10 h, its third level is
  // learned in the role; then KSA 2 in 30 h: 40 h. Inspectors need KSA 2 at 3 before they begin: 30 h, then KSA 1 in
  // 40 h: 70 h. Operator, then inspector, then lead: what only the operator gave is not counted on, so 40 h again.
  test('goes through the role that teaches by doing what else is taught in hours', () => {
    const { path, direct } = careerPath({
      attained,
      target: lead,
      through: [inspector, operator],
      graph,
    });
    expect(direct).toMatchObject({ minutes: 70 * 60, programmeIds: ['k2-3', 'k1-3'] });
    expect(path).toMatchObject({
      ...{ minutes: 40 * 60, exact: true },
      steps: [
        {
          roleId: 'operator',
          training: { minutes: 10 * 60, programmeIds: ['k1-2'] },
          learned: [{ ksaNo: 1, ksaCode: '4.2.06.01', from: 2, to: 3 }],
        },
        { roleId: 'lead', training: { minutes: 30 * 60, programmeIds: ['k2-3'] }, learned: [] },
      ],
    });
  });

  // From 1: x needs 1, y needs 2 on entry: free one after the other, then 5 minutes to 4. Or z, which needs 3 and the
  // safety briefing: both in 5 minutes, and nothing more. Both take 5; z is one role fewer.
  test('takes the fewer roles where the minutes are the same', () => {
    const briefed = { ksaNo: 2, level: 1 };
    const lessons = [
      { ...course('to 3', 0, 1, 3), minutes: 5, outcomes: [{ ksaNo: 1, level: 3 }, briefed] },
      { ...course('to 4', 0, 1, 4), minutes: 5, requiresLevels: [{ ksaNo: 1, level: 3 }] },
    ];
    const { path, direct } = careerPath({
      attained: new Map([[1, 1]]),
      target: role('target', { 1: 4 }),
      through: [role('x', { 1: 2 }), role('y', { 1: 3 }), role('z', { 1: 4, 2: 1 }, [2])],
      graph: graphOf(lessons, 4),
    });
    expect(direct.minutes).toBe(10);
    expect(path?.minutes).toBe(5);
    expect(path?.steps.map(({ roleId }) => roleId)).toEqual(['z', 'target']);
  });

  test('is none where a level is reached by no programme, and finds the role that teaches it', () => {
    const chief = role('chief', { 1: 4 });
    const input = { attained, target: chief, graph };
    const { path, direct } = careerPath({ ...input, through: [inspector] });
    expect(path).toBeNull();
    expect(direct.notClosable).toEqual([{ ksaNo: 1, level: 4 }]);
    const setter = role('setter', { 1: 4 });
    expect(careerPath({ ...input, through: [setter] }).path).toMatchObject({
      minutes: 40 * 60,
      steps: [{ roleId: 'setter', learned: [{ from: 3, to: 4 }] }, { roleId: 'chief' }],
    });
  });

  test('refuses a role that comes twice, another scale and what cannot be learned', () => {
    const input = { attained, target: lead, through: [operator], graph };
    const code = (name: string) => expect.objectContaining({ code: name });
    expect(() => careerPath({ ...input, through: [lead] })).toThrow(code('paths.duplicate-role'));
    expect(() => careerPath({ ...input, learnedInRole: 0.5 })).toThrow(code('paths.invalid-learned-levels'));
    expect(() => careerPath({ ...input, graph: graphOf([], 3) })).toThrow(code('paths.of-another-scale'));
    expect(() => careerPath({ ...input, attained: new Map([[1, 9]]) })).toThrow(
      code('scales.level-off-scale'),
    );
  });

  // L = 12: KSA 1 at 1 of 3 is 4 of 24, KSA 2 unknown is 0 to 12.
  test('stands on how near a worker is to each role', () => {
    const known = new Map([
      [1, 1],
      [3, 4],
    ]);
    const other = role('other', { 1: 1, 3: 4 });
    expect(transferability(known, [lead, other])).toMatchObject([
      {
        ...{ roleId: 'lead', low: 4, high: 16, denominator: 24, shared: [] },
        ...{ toGain: [{ ksaNo: 1, from: 1, to: 3 }], toAssess: [{ ksaNo: 2 }] },
      },
      { low: 24, high: 24, shared: [{ ksaNo: 1 }, { ksaNo: 3 }], toGain: [], toAssess: [] },
    ]);
    const { ofKnown, atMost } = transferTraining(known, lead, graph);
    expect([ofKnown.minutes, atMost.minutes]).toEqual([40 * 60, 70 * 60]);
    expect(() => transferability(known, [lead, lead])).toThrow(
      expect.objectContaining({ code: 'paths.duplicate-role' }),
    );
  });

  test('counts on the levels of a role on top of one’s own', () => {
    const before = new Map([
      [1, 4],
      [2, -1],
      [9, 2],
    ]);
    expect([...attainedAfter(before, lead.profile)]).toEqual([
      [1, 4],
      [2, 3],
      [9, 2],
    ]);
  });

  test('knows what two roles have in common and what lies between them', () => {
    expect(
      compareRoles(role('a', { 1: 3, 2: 2, 5: 1 }).profile, role('b', { 1: 2, 2: 3, 4: 1 }).profile),
    ).toMatchObject({
      shared: [
        { ksaNo: 1, fromLevel: 3, toLevel: 2 },
        { ksaNo: 2, fromLevel: 2, toLevel: 3 },
      ],
      toGain: [
        { ksaNo: 2, from: 2, to: 3 },
        { ksaNo: 4, from: 0, to: 1 },
      ],
      left: [{ ksaNo: 5, requiredLevel: 1 }],
    });
  });
});
