import { describe, expect, test } from '@jest/globals';
import { ask, type Asked, describeBadInput } from '../bad-input.oracle.ts';
import { decayTable } from '../ratings/decay-table.ts';
import { instantOfEpochMilliseconds } from '../ratings/instant.ts';
import { type KsaSlots, ksaSlots } from '../ratings/ksa-slots.ts';
import { packRatings, unpackRatings } from '../ratings/packed-ratings.ts';
import { columnsOfRatings, type RatingColumns, ratingColumns } from '../ratings/rating-columns.ts';
import { type ConsensusPolicy, defaultRatingPolicy, type RatingPolicy } from '../ratings/rating-policy.ts';
import { RatingResolver } from '../ratings/rating-resolver.ts';
import { resolveRatings } from '../ratings/resolve-ratings.ts';
import type { Rating } from '../ratings/rating.ts';
import { type Calibrate, calibrator } from './calibration.ts';
import { scoreWorker } from './gap-score.ts';
import { gapView } from './gap-view.ts';
import { slotRanker } from './ranked-slots.ts';
import { requirementView } from './requirement-view.ts';
import { requirementResolver, type ResolveRequirements } from './resolve-requirements.ts';
import { type CompiledRoleProfile, compileRoleProfile, type Requirement } from './role-profile.ts';
import { bulkScorer, type WorkersRatings } from './score-in-bulk.ts';
import { scoreRequirements } from './score-requirements.ts';

const requirement = (ksaNo: number, more: Partial<Requirement> = {}): Requirement => ({
  ksaNo,
  ksaCode: `4.2.06.0${ksaNo}`,
  requiredLevel: 3,
  weight: 2,
  critical: true,
  evidence: 'observed',
  ...more,
});
const requirements = () => [requirement(1), requirement(2, { critical: false, evidence: 'any' })];
const compiled = () => compileRoleProfile(requirements(), 4);
const rating = (seq: number, more: Partial<Rating> = {}): Rating => ({
  seq,
  ksaNo: 1,
  source: 'test',
  level: 2,
  ratedAt: 10,
  recordedAt: 11,
  expiresAt: 90,
  ...more,
});
const ratings = () => [rating(1), rating(2, { source: 'self', level: 4 })];
const columns = () => columnsOfRatings(ratings());
const consensus = (): ConsensusPolicy => ({
  kind: 'consensus',
  name: 'consensus',
  version: 1,
  weights: { self: 1, manager: 2, assessor: 3, test: 4, credential: 4, training: 1 },
  halfLifeDays: 1,
  decay: decayTable(1).slice(0, 3),
  validityDays: { test: 30 },
});
const trusted = () => ({
  ...defaultRatingPolicy,
  ranks: defaultRatingPolicy.ranks.map((rank) => [...rank]),
  validityDays: { test: 30 },
});
const scale = () => ({
  maxLevel: 1,
  levels: [
    { level: 0, label: 'none', anchor: '' },
    { level: 1, label: 'some', anchor: '' },
  ],
});
const score = () => ({ attained: [2, -1], used: [1, -1], verified: [true, 0] });
const room = () => ({ attained: new Int16Array(2), used: new Int32Array(2), verified: new Uint8Array(2) });
const views = () => [...gapView(compiled(), score()).requirements];
const states = () => [{ ksaNo: 2, state: 'exempt', from: 10, until: 90 }];
const asOf = 50;

type Which = [slot: number, allowed: number, source: number];
const functions: Record<string, Asked> = {
  assertLevel: ask(() => [2, 4, 'KSA 4.2.06.09']),
  assertMaxLevel: ask(() => [4]),
  assertProficiencyScale: ask(() => [scale()]),
  isLevel: ask(() => [2, 4]),
  commonMultipleOfLevels: ask(() => [4]),
  assertInstant: ask(() => [5, 'as-of']),
  epochMillisecondsOf: ask(() => [5]),
  instantAtEndOf: ask(() => ['2026-11-24']),
  instantOfEpochMilliseconds: ask(() => [1e12]),
  isoTimeOf: ask(() => [5]),
  codeOfSource: ask(() => ['test']),
  sourceOfCode: ask(() => [3]),
  sourceSetOf: ask(() => ['test', 'self']),
  defaultEvidence: ask(() => [true]),
  isEvidence: ask(() => ['any']),
  assertRating: ask(() => [rating(1), 4]),
  assertRatingPolicy: ask(
    () => [trusted()],
    () => [consensus()],
  ),
  decayTable: ask(() => [30]),
  ksaSlots: ask(() => [[4, 7, -2]]),
  slotOf: ask(() => [ksaSlots([4, 7]), 7]),
  RatingResolver: {
    good: [
      () => [trusted(), ksaSlots([1, 2]), columns(), 0, 2, asOf, 0, 63, 3],
      () => [consensus(), ksaSlots([1]), columns(), 0, 2, asOf, 0, 63, 0],
    ],
    call: (
      policy: RatingPolicy,
      slots: KsaSlots,
      ...given: [...Parameters<RatingResolver['read']>, ...Which]
    ) => {
      const [columns, from, to, asOf, slot, allowed, source] = given;
      const resolver = new RatingResolver(policy, slots);
      resolver.read(columns, from, to, asOf);
      return [resolver.chosen(slot, allowed), resolver.newest(slot, source)];
    },
  },
  ratingsKnownAt: ask(() => [ratings(), asOf]),
  resolveRatings: ask(
    () => [trusted(), ratings(), asOf, 63],
    () => [consensus(), ratings(), asOf],
  ),
  columnsOfRatings: ask(() => [ratings(), 4]),
  ratingColumns: ask(() => [3]),
  packRatings: ask(() => [ratings()]),
  unpackRatings: ask(() => [packRatings(ratings()), ratingColumns(3), 1]),
  compileRoleProfile: ask(() => [requirements(), 4]),
  scoreRequirements: ask(() => [compiled(), [2, -1], [1, 0], 0]),
  scoreWorker: ask(() => [compiled(), trusted(), ratings(), asOf]),
  bulkScorer: {
    good: [
      () => [compiled(), trusted(), { columns: columns(), starts: [0, 2] }, asOf],
      () => [compiled(), consensus(), { columns: columns(), starts: [0, 1, 2] }, asOf],
    ],
    call: (profile: CompiledRoleProfile, policy: RatingPolicy, workers: WorkersRatings, asOf: number) =>
      bulkScorer(profile, policy)(workers, asOf),
  },
  requirementResolver: {
    good: [() => [compiled(), trusted(), columns(), 0, 2, asOf, room(), 0]],
    call: (profile: CompiledRoleProfile, policy: RatingPolicy, ...given: Parameters<ResolveRequirements>) => {
      requirementResolver(profile, policy)(...given);
      return given[4];
    },
  },
  gapView: ask(() => [compiled(), score()]),
  gapViewByState: ask(() => [compiled(), score(), states(), asOf]),
  requirementsByState: ask(() => [compiled(), states(), asOf]),
  qualification: ask(() => [views()]),
  requirementView: ask(() => [compiled(), 0, 2, true, 1]),
  slotRanker: {
    good: [() => [compiled(), [2, -1]]],
    call: (profile: CompiledRoleProfile, attained: number[]) => slotRanker(profile)(attained),
  },
  calibration: ask(() => [trusted(), ratings(), asOf]),
  calibrator: {
    good: [() => [trusted(), [1, 2], columns(), 0, 2, asOf]],
    call: (policy: RatingPolicy, ksas: number[], ...given: Parameters<Calibrate>) =>
      calibrator(policy, ksas)(...given),
  },
  fewestQuestions: ask(() => [views(), 50]),
  percentDown: ask(() => [1, 3, 2]),
};

await describeBadInput(['scales', 'ratings', 'gaps'], functions);

describe('an error names the item:', () => {
  const off = (change: Partial<Requirement>) => () =>
    compileRoleProfile([requirement(1), requirement(2, change)], 4);
  const given = (change: Partial<Rating>) => () =>
    scoreWorker(compiled(), trusted(), [rating(1), rating(2, change)], asOf);
  const columnsWith = (column: 'source' | 'level', value: number): RatingColumns => {
    const made = columns();
    made[column][1] = value;
    return made;
  };
  const bytesWith = (at: number, value: number): Uint8Array =>
    packRatings(ratings()).fill(value, 16 + at, 17 + at);
  const inBulk = (workers: WorkersRatings) => () => bulkScorer(compiled(), trusted())(workers, asOf);

  test.each<[string, string, () => unknown]>([
    ['gaps.empty-role-profile', '/requirements', () => compileRoleProfile([], 4)],
    ['gaps.invalid-weight', '/requirements/1/weight', off({ weight: 0 })],
    ['gaps.invalid-weight', '/requirements/1/weight', off({ weight: 1.5 })],
    ['gaps.required-level-off-scale', '/requirements/1/requiredLevel', off({ requiredLevel: 5 })],
    ['gaps.invalid-requirement', '/requirements/1/critical', off({ critical: 'no' as never })],
    ['gaps.invalid-ksa', '/requirements/1/ksaCode', off({ ksaCode: '' })],
    ['scales.level-off-scale', '/ratings/1/level', given({ level: 5 })],
    ['ratings.unknown-source', '/ratings/1/source', given({ source: 'neighbour' as never })],
    ['ratings.duplicate-seq', '/ratings/1/seq', given({ seq: 1 })],
    ['ratings.invalid-rating', '/ratings/1/expiresAt', given({ expiresAt: 10 })],
    [
      'ratings.invalid-policy',
      '/ranks/1',
      () => new RatingResolver({ ...trusted(), ranks: [['self'], []] }, compiled()),
    ],
    ['ratings.invalid-ksa', '/ksaNos/1', () => ksaSlots([3, 3])],
    ['ratings.unknown-source', '/bytes/1/source', () => unpackRatings(bytesWith(2, 6), ratingColumns(2))],
    ['scales.level-off-scale', '/bytes/1/level', () => unpackRatings(bytesWith(3, 11), ratingColumns(2))],
    [
      'ratings.packed-length',
      '/at',
      () => unpackRatings(packRatings(ratings()), ratingColumns(2), Number.NaN),
    ],
    [
      'ratings.unknown-source',
      '/columns/source/1',
      inBulk({ columns: columnsWith('source', 7), starts: [0, 2] }),
    ],
    // The manager's rating, above the scale, is not the one that decides, but the one that would verify.
    [
      'gaps.attained-level-off-scale',
      '/attained/0',
      () => {
        const made = columnsOfRatings([
          rating(1, { source: 'self' }),
          rating(2, { source: 'manager', level: 5 }),
        ]);
        const selfFirst = { ...trusted(), ranks: [['self' as const], ...trusted().ranks.slice(0, 4)] };
        return bulkScorer(compiled(), selfFirst)({ columns: made, starts: [0, 2] }, asOf);
      },
    ],
    ['ratings.invalid-sources', '/allowed', () => resolveRatings(trusted(), ratings(), asOf, Number.NaN)],
    ['ratings.invalid-sources', '/allowed', () => resolveRatings(trusted(), ratings(), asOf, 'x' as never)],
    ['ratings.invalid-sources', '/allowed', () => resolveRatings(trusted(), ratings(), asOf, 64)],
    ['gaps.invalid-workers', '/starts', inBulk({ columns: columns(), starts: {} as never })],
    ['ratings.invalid-instant', '/milliseconds', () => instantOfEpochMilliseconds(null as never)],
    ['gaps.invalid-workers', '/starts/2', inBulk({ columns: columns(), starts: [0, 2, 1] })],
    ['ratings.invalid-columns', '/to', inBulk({ columns: columns(), starts: [0, 3] })],
    ['gaps.attained-level-off-scale', '/attained/1', () => scoreRequirements(compiled(), [1, 5], [0, 0])],
    ['gaps.results-do-not-match-profile', '/verified', () => scoreRequirements(compiled(), [1, 1], [0])],
    [
      'gaps.results-do-not-match-profile',
      '/used',
      () => gapView(compiled(), { ...score(), used: new Int32Array(50_000) }),
    ],
  ])('%s at %s', (code, pointer, act) => {
    expect(act).toThrow(expect.objectContaining({ code, pointer }));
  });

  test('−0 is 0, wherever it comes from', () => {
    const view = requirementView(compiled(), 0, -0, false, -1);
    expect([view.attained, view.part, view.surplus]).toEqual([0, 0, 0]);
    expect(scoreRequirements(compiled(), [-0, -0], [0, 0]).low).toBe(0);
  });
});
