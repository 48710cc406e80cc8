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

/** One route by the rule of the page, step by step; null when a role on the way is not possible. */
function walked(
  input: CareerPathInput & { learnedInRole: number },
  route: readonly number[],
): { minutes: number; open: number } | null {
  let minutes = 0;
  let open = 0;
  let standing = input.attained;
  for (const role of [...route.map((place) => input.through[place]!), input.target]) {
    const wanted = role.profile.requirements
      .map(({ ksaNo, requiredLevel, critical }) => ({
        ksaNo,
        level: requiredLevel - (critical || role === input.target ? 0 : input.learnedInRole),
      }))
      .filter(({ level }) => level > 0);
    const training = leastTraining(input.graph, standing, wanted);
    if (training.notClosable.length > 0 && role !== input.target) return null;
    minutes += training.minutes;
    open += training.notClosable.length;
    standing = attainedAfter(input.attained, role.profile);
  }
  return { minutes, open };
}

const graphOf = (programmes: readonly Programme[], maxLevel: number) =>
  programmeGraph(compileCatalogue(programmes, maxLevel));

describe('a career path', () => {
  test('leaves fewest KSAs short of all routes, then takes the fewest minutes, then goes through fewest roles', () => {
    fc.assert(
      fc.property(someInput, (input) => {
        const routes = everyRoute(input.through.length).flatMap((route) => {
          const walk = walked(input, route);
          return walk === null ? [] : [{ ...walk, roles: route.length + 1 }];
        });
        const [best] = routes.sort((a, b) => a.open - b.open || a.minutes - b.minutes || a.roles - b.roles);
        const { path } = careerPath(input);
        expect({ open: path.openKsas, minutes: path.minutes, roles: path.steps.length }).toEqual(best);
        const route = path.steps
          .slice(0, -1)
          .map(({ roleId }) => input.through.findIndex(({ id }) => id === roleId));
        expect(walked(input, route)).toEqual({ minutes: path.minutes, open: path.openKsas });
        expect(path.steps.at(-1)?.roleId).toBe(input.target.id);
      }),
      { numRuns: 300 },
    );
  });

  test('leaves no more short than going there at once, and then takes no more; no less without one of the roles', () => {
    fc.assert(
      fc.property(someInput, (input) => {
        const { path, direct } = careerPath(input);
        const atOnce = walked(input, [])!;
        expect(direct.minutes).toBe(atOnce.minutes);
        expect(path.openKsas).toBeLessThanOrEqual(atOnce.open);
        if (path.openKsas === atOnce.open) expect(path.minutes).toBeLessThanOrEqual(direct.minutes);
        input.through.forEach((_, place) => {
          const without = careerPath({ ...input, through: input.through.toSpliced(place, 1) }).path;
          expect(without.openKsas).toBeGreaterThanOrEqual(path.openKsas);
          if (without.openKsas === path.openKsas)
            expect(without.minutes).toBeGreaterThanOrEqual(path.minutes);
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
        expect(path.steps).toHaveLength(1);
        expect(path.steps[0]?.training).toEqual(direct);
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
    expect(path.minutes).toBe(5);
    expect(path.steps.map(({ roleId }) => roleId)).toEqual(['z', 'target']);
  });

  test('says what no programme reaches, and finds the role that teaches it', () => {
    const chief = role('chief', { 1: 4 });
    const input = { attained, target: chief, graph };
    const { path, direct } = careerPath({ ...input, through: [inspector] });
    expect(path).toMatchObject({ minutes: 0, openKsas: 1, steps: [{ roleId: 'chief' }] });
    expect(direct.notClosable).toEqual([{ ksaNo: 1, level: 4 }]);
    const setter = role('setter', { 1: 4 });
    expect(careerPath({ ...input, through: [setter] }).path).toMatchObject({
      ...{ minutes: 40 * 60, openKsas: 0 },
      steps: [{ roleId: 'setter', learned: [{ from: 3, to: 4 }] }, { roleId: 'chief' }],
    });
  });

  // KSA 1 is taught by a course that nobody can enter. KSA 2 takes 50 minutes at once, or is learned from level 1 on in
  // the role of a helper, after 10 minutes.
  test('goes the shorter way to a target that stays short in something, too', () => {
    const lesson = (id: string, minutes: number, ksaNo: number, level: number) => ({
      ...course(id, 0, ksaNo, level),
      minutes,
    });
    const shut = { ...lesson('shut', 100, 1, 2), requiresLevels: [{ ksaNo: 9, level: 1 }] };
    const { path, direct } = careerPath({
      attained: new Map(),
      target: role('target', { 1: 2, 2: 2 }),
      through: [role('helper', { 2: 2 })],
      graph: graphOf([shut, lesson('to 1', 10, 2, 1), lesson('to 2', 50, 2, 2)], 4),
    });
    expect(direct).toMatchObject({ minutes: 50, notClosable: [{ ksaNo: 1 }] });
    expect(path).toMatchObject({
      minutes: 10,
      openKsas: 1,
      steps: [{ roleId: 'helper' }, { roleId: 'target' }],
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
