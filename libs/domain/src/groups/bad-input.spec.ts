import { describe, expect, test } from '@jest/globals';
import { ask, describeBadInput } from '../bad-input.oracle.ts';
import { type CompiledRoleProfile, compileRoleProfile } from '../gaps/role-profile.ts';
import { columnsOfRatings } from '../ratings/rating-columns.ts';
import { defaultRatingPolicy, type RatingPolicy } from '../ratings/rating-policy.ts';
import { ksaCover, profileCover } from './cover.ts';
import { type Fraction, meanOfFractions, numberOfFraction } from './fraction.ts';
import { type GroupMember, memberKsas } from './group-member.ts';
import { GroupTally } from './group-tally.ts';
import type { GroupTotals } from './group-totals.ts';
import { readMatrixCell } from './matrix-cells.ts';
import { MemberResolver, type RatingsOfWorker } from './member-resolver.ts';
import { mergeTotals, subtractTotals, sumOfTotals } from './merge-totals.ts';
import { packKsaTotals, unpackKsaTotals } from './packed-ksa-totals.ts';
import { SkillsMatrix } from './skills-matrix.ts';

const asked = { requiredLevel: 3, weight: 5, critical: true, evidence: 'any' } as const;
const profile = () =>
  compileRoleProfile(
    [
      { ...asked, ksaNo: 1, ksaCode: '4.2.06.01' },
      { ...asked, ksaNo: 2, ksaCode: '4.2.06.02' },
    ],
    4,
  );
const score = (profileVersionNo: number, more: object = {}) => ({
  profileVersionNo,
  profile: profile(),
  attained: [3, -1],
  verified: [1, 0],
  expiresAt: [90, 80],
  ...more,
});
const member = (more: object = {}) => ({ workerNo: 7, scores: [score(1), score(2)], ...more });
const asOf = 50;

function tallied(maxLevel: number, expiringBefore: number, ...members: GroupMember[]): GroupTotals {
  const tally = new GroupTally(maxLevel, expiringBefore);
  for (const each of members) tally.add(each);
  return tally.totals();
}

const whole = tallied(4, 100, member(), member({ workerNo: 8, scores: [score(1)] }));
const part = tallied(4, 100, member());
const totals = () => whole;
const ksas = () => totals().ksas.map((each) => ({ ...each, ksaCode: `4.2.06.0${each.ksaNo}` }));
const policy = () => ({ ...defaultRatingPolicy, validityDays: { test: 30 } });
const ratings = () => ({
  columns: columnsOfRatings([
    { seq: 1, ksaNo: 1, source: 'test', level: 2, ratedAt: 10, expiresAt: 90 },
    { seq: 2, ksaNo: 2, source: 'self', level: 4, ratedAt: 10, expiresAt: 20 },
  ]),
  from: 0,
  to: 2,
});
const cells = () => ({ levels: new Uint8Array([0x3f, 0x32]), marks: new Uint8Array([0, 5]) });

await describeBadInput(['groups'], {
  noTotals: ask(() => [4]),
  GroupTally: {
    good: [() => [4, 100, member()], () => [4, 100, member({ scores: [score(1)] })]],
    call: tallied,
  },
  memberKsas: ask(() => [member()]),
  mergeTotals: ask(() => [totals(), totals()]),
  subtractTotals: ask(() => [totals(), part]),
  sumOfTotals: ask(() => [4, [totals(), totals()]]),
  packKsaTotals: ask(() => [totals().ksas, 4]),
  unpackKsaTotals: ask(() => [packKsaTotals(totals().ksas, 4), 4]),
  meanOfFractions: ask(() => [[{ numerator: 1, denominator: 3 }], 2]),
  numberOfFraction: ask(() => [{ numerator: 1n, denominator: 3n }]),
  groupReadiness: ask(() => [totals().profiles]),
  ksaCover: ask(() => [totals().ksas, [{ ksaNo: 1, headcount: 2 }]]),
  profileCover: ask(() => [totals().profiles]),
  sharedGaps: ask(() => [ksas().map((each) => ({ ...each, short: 1 }))]),
  MemberResolver: {
    good: [() => [policy(), new Map([[1, profile()]]), ratings(), [1], asOf, 1, [1, -1], new Int32Array(2)]],
    call: (
      policy: RatingPolicy,
      profiles: Map<number, CompiledRoleProfile>,
      ratings: RatingsOfWorker,
      nos: number[],
      asOf: number,
      ...expiries: [number, number[], Int32Array]
    ) => {
      const resolver = new MemberResolver(policy, profiles);
      return [resolver.resolve(ratings, nos, asOf), resolver.expiries(ratings, ...expiries)];
    },
  },
  SkillsMatrix: {
    good: [() => [policy(), [1, 2, 9], 3, asOf, 100, 2, ratings(), member()]],
    call: (
      policy: RatingPolicy,
      ksaNos: number[],
      rows: number,
      asOf: number,
      soon: number,
      ...row: Parameters<SkillsMatrix['write']>
    ) => {
      const matrix = new SkillsMatrix(policy, ksaNos, rows, asOf, soon);
      matrix.write(...row);
      return [matrix.cells, matrix.expiries];
    },
  },
  readMatrixCell: ask(() => [cells(), 1]),
});

describe('an error names the item:', () => {
  const add = (change: object) => () => tallied(4, 100, member(change));
  const scored = (change: object) => add({ scores: [score(1), score(2, change)] });
  const ksa = (change: object) => [{ ...totals().ksas[0], ...change }] as never;
  const inProfile = (change: object) => [{ ...totals().profiles[0], ...change }] as never;
  const bytes = () => packKsaTotals(totals().ksas, 4).fill(255, 26, 34);

  test.each<[string, string, () => unknown]>([
    ['groups.invalid-worker', '', () => tallied(4, 100, null as never)],
    ['groups.invalid-worker', '/workerNo', add({ workerNo: Number.NaN })],
    ['groups.invalid-score', '/scores', add({ scores: null })],
    ['groups.invalid-score', '/scores', () => memberKsas(member({ scores: [null] }))],
    ['gaps.profile-not-compiled', '/scores/1/profile', scored({ profile: null })],
    ['groups.results-do-not-match-profile', '/scores/1/attained', scored({ attained: null })],
    ['groups.results-do-not-match-profile', '/scores/1/verified', scored({ verified: [1] })],
    ['gaps.attained-level-off-scale', '/scores/1/attained/0', scored({ attained: [Number.NaN, 1] })],
    ['groups.invalid-score', '/scores/1/verified/1', scored({ verified: [1, Number.NaN] })],
    ['ratings.invalid-instant', '/scores/1/expiresAt/1', scored({ expiresAt: [1, Number.NaN] })],
    ['groups.totals-do-not-match', '/scores/0/profile', () => tallied(5, 100, member())],
    ['ratings.invalid-instant', '/expiringBefore', () => new GroupTally(4, Number.NaN)],
    ['groups.invalid-totals', '/b', () => mergeTotals(totals(), null as never)],
    ['groups.invalid-totals', '/b/ksas', () => mergeTotals(totals(), { ...totals(), ksas: null as never })],
    [
      'groups.invalid-totals',
      '/b/ksas/0/met',
      () => mergeTotals(totals(), { ...totals(), ksas: ksa({ met: Number.NaN }) }),
    ],
    [
      'groups.invalid-totals',
      '/b/ksas/0/atLevel',
      () => mergeTotals(totals(), { ...totals(), ksas: ksa({ atLevel: [1] }) }),
    ],
    ['groups.totals-do-not-match', '/part', () => subtractTotals(tallied(4, 100, member()), totals())],
    ['groups.invalid-totals', '/all', () => sumOfTotals(4, null as never)],
    ['groups.invalid-totals', '/all/1', () => sumOfTotals(4, [totals(), null as never])],
    [
      'groups.invalid-totals',
      '/all/0/ksas/1/ksaNo',
      () => sumOfTotals(4, [{ ...totals(), ksas: totals().ksas.toReversed() }]),
    ],
    ['groups.invalid-totals', '/ksas/0/met', () => packKsaTotals(ksa({ met: -1 }), 4)],
    ['groups.invalid-totals', '/ksas/0/met', () => packKsaTotals(ksa({ met: Number.NaN }), 4)],
    ['groups.invalid-totals', '/ksas/0/met', () => packKsaTotals(ksa({ met: 2 ** 32 }), 4)],
    ['groups.invalid-totals', '/ksas/0/ksaNo', () => packKsaTotals(ksa({ ksaNo: 40_000 }), 4)],
    ['groups.invalid-totals', '/bytes/0/metNumbers', () => unpackKsaTotals(bytes(), 4)],
    ['groups.packed-length', '/bytes', () => unpackKsaTotals(null as never, 4)],
    ['groups.invalid-fraction', '/terms', () => meanOfFractions(null as never, 1)],
    ['groups.invalid-fraction', '/terms/0', () => meanOfFractions([{ numerator: 0.5, denominator: 1 }], 1)],
    ['groups.invalid-fraction', '/count', () => meanOfFractions([], 0)],
    ['groups.invalid-fraction', '/denominator', () => numberOfFraction({ numerator: 1n } as Fraction)],
    ['groups.invalid-totals', '/ksas', () => ksaCover(null as never, [])],
    ['groups.invalid-minimum', '/minimums', () => ksaCover([], null as never)],
    ['groups.invalid-minimum', '/minimums/0/ksaNo', () => ksaCover([], [{ ksaNo: 0.5, headcount: 1 }])],
    ['groups.invalid-totals', '/profiles/0/low', () => profileCover(inProfile({ low: Number.NaN }))],
    ['groups.invalid-totals', '/profiles/0/lowTenths', () => profileCover(inProfile({ lowTenths: [1] }))],
    ['groups.invalid-profile', '/profiles', () => new MemberResolver(policy(), [] as never)],
    [
      'gaps.profile-not-compiled',
      '/profiles/1',
      () => new MemberResolver(policy(), new Map([[1, {}]]) as never),
    ],
    [
      'groups.invalid-profile',
      '/profileVersionNos/0',
      () => new MemberResolver(policy(), new Map()).resolve(ratings(), [1], asOf),
    ],
    ['groups.invalid-matrix', '/rowCount', () => new SkillsMatrix(policy(), [1], Number.NaN, asOf, 100)],
    [
      'groups.invalid-matrix',
      '/row',
      () => {
        new SkillsMatrix(policy(), [1], 2, asOf, 100).write(2, ratings(), member());
      },
    ],
    ['groups.invalid-matrix', '/cells', () => readMatrixCell(null as never, 0)],
    ['groups.invalid-cell', '/place', () => readMatrixCell(cells(), '0' as never)],
    [
      'groups.invalid-cell',
      '/place',
      () => readMatrixCell({ levels: new Uint8Array([13]), marks: new Uint8Array(1) }, 0),
    ],
  ])('%s at %s', (code, pointer, act) => {
    expect(act).toThrow(expect.objectContaining({ code, pointer }));
  });
});
