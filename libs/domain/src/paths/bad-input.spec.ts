import { describe, expect, test } from '@jest/globals';
import { ask, describeBadInput } from '../bad-input.oracle.ts';
import { compileRoleProfile } from '../gaps/role-profile.ts';
import { compileCatalogue } from '../training/catalogue.ts';
import { careerPath, type CareerPathInput } from './career-path.ts';
import { attainedAfter, compareRoles } from './compare-roles.ts';
import { leastTraining } from './least-training.ts';
import { programmeGraph } from './programme-graph.ts';
import { transferability, transferTraining } from './transferability.ts';

const asked = { weight: 5, critical: true, evidence: 'any' } as const;
const profile = (requiredLevel = 3, maxLevel = 4) =>
  compileRoleProfile(
    [
      { ...asked, requiredLevel, ksaNo: 1, ksaCode: '4.2.06.01' },
      { ...asked, requiredLevel, ksaNo: 2, ksaCode: '4.2.06.02', critical: false },
    ],
    maxLevel,
  );
const programme = { minutes: 60, costCents: 100, requiresLevels: [] };
const catalogue = compileCatalogue(
  [
    { ...programme, id: 'a', outcomes: [{ ksaNo: 1, level: 4 }], requiresProgrammes: [] },
    { ...programme, id: 'b', outcomes: [{ ksaNo: 2, level: 4 }], requiresProgrammes: ['a'] },
  ],
  4,
);
const graph = () => programmeGraph(catalogue);
const attained = () =>
  new Map([
    [1, 1],
    [2, -1],
  ]);
const wanted = () => [
  { ksaNo: 1, level: 3 },
  { ksaNo: 2, level: 2 },
];
const role = (id: string, requiredLevel = 3) => ({ id, profile: profile(requiredLevel) });
const input = (more: object = {}): CareerPathInput => ({
  attained: attained(),
  target: role('target', 4),
  through: [role('one', 2), role('other', 3)],
  graph: graph(),
  learnedInRole: 1,
  searchNodes: 100,
  ...more,
});

await describeBadInput(['paths'], {
  programmeGraph: ask(() => [catalogue]),
  leastTraining: ask(() => [graph(), attained(), wanted(), 100]),
  transferability: ask(() => [attained(), [role('one'), role('other')]]),
  transferTraining: ask(() => [attained(), role('one'), graph(), 100]),
  compareRoles: ask(() => [profile(), profile()]),
  attainedAfter: ask(() => [attained(), profile()]),
  careerPath: ask(() => [input()]),
});

describe('an error names the item:', () => {
  const least = (attained: unknown, wanted: unknown, searchNodes?: unknown) => () =>
    leastTraining(graph(), attained as never, wanted as never, searchNodes as never);
  const path = (more: object) => () => careerPath(input(more));

  test.each<[string, string, () => unknown]>([
    ['training.catalogue-not-compiled', '/catalogue', () => programmeGraph(null as never)],
    ['paths.no-graph', '/graph', () => leastTraining(null as never, attained(), wanted())],
    ['paths.invalid-attained', '/attained', least(null, wanted())],
    ['paths.invalid-attained', '/attained', least(new Map([[Number.NaN, 1]]), wanted())],
    ['scales.level-off-scale', '/attained/1', least(new Map([[1, Number.NaN]]), wanted())],
    ['scales.level-off-scale', '/attained/1', least(new Map([[1, 1.5]]), wanted())],
    ['paths.invalid-wanted-level', '/wanted', least(attained(), null)],
    ['paths.invalid-wanted-level', '/wanted/0', least(attained(), [{ ksaNo: Number.NaN, level: 1 }])],
    ['paths.invalid-search', '/searchNodes', least(attained(), wanted(), Number.NaN)],
    ['paths.invalid-search', '/searchNodes', least(attained(), wanted(), Number.POSITIVE_INFINITY)],
    ['paths.invalid-role', '/roles', () => transferability(attained(), null as never)],
    [
      'paths.invalid-role',
      '/roles/0/id',
      () => transferability(attained(), [{ profile: profile() }] as never),
    ],
    [
      'gaps.profile-not-compiled',
      '/roles/0/profile',
      () => transferability(attained(), [{ id: 'r' }] as never),
    ],
    ['paths.invalid-role', '/role', () => transferTraining(attained(), null as never, graph())],
    ['gaps.profile-not-compiled', '/to', () => compareRoles(profile(), null as never)],
    ['paths.invalid-attained', '/attained', () => attainedAfter(null as never, profile())],
    ['paths.invalid-input', '', () => careerPath(null as never)],
    ['paths.invalid-role', '/target', path({ target: null })],
    ['paths.invalid-role', '/through', path({ through: null })],
    ['paths.duplicate-role', '/target/id', path({ target: role('one') })],
    [
      'paths.of-another-scale',
      '/through/0/profile',
      path({ through: [{ id: 'r', profile: profile(3, 5) }] }),
    ],
    ['paths.no-graph', '/graph', path({ graph: {} })],
    ['paths.invalid-learned-levels', '/learnedInRole', path({ learnedInRole: Number.NaN })],
    ['paths.invalid-search', '/searchNodes', path({ searchNodes: Number.NaN })],
  ])('%s at %s', (code, pointer, act) => {
    expect(act).toThrow(expect.objectContaining({ code, pointer }));
  });
});
