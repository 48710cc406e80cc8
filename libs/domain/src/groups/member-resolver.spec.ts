import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { scoreWorker } from '../gaps/gap-score.ts';
import { compileRoleProfile } from '../gaps/role-profile.ts';
import { someProfile } from '../gaps/gaps.arbitrary.ts';
import { instantAtEndOf, never } from '../ratings/instant.ts';
import { columnsOfRatings } from '../ratings/rating-columns.ts';
import { defaultRatingPolicy } from '../ratings/rating-policy.ts';
import type { Rating } from '../ratings/rating.ts';
import { someDay, somePolicy, someRatings } from '../ratings/ratings.arbitrary.ts';
import { resolveRatings } from '../ratings/resolve-ratings.ts';
import { ksaCover } from './cover.ts';
import { GroupTally } from './group-tally.ts';
import { MemberResolver } from './member-resolver.ts';
import { readMatrixCell, writeMatrixCell, matrixCells } from './matrix-cells.ts';
import { SkillsMatrix } from './skills-matrix.ts';

const someMember = someProfile.chain((some) =>
  fc.record({
    some: fc.constant(some),
    ratings: someRatings(some.requirements.length + 2, some.maxLevel),
    policy: somePolicy,
  }),
);

const placed = (ratings: readonly Rating[]) => ({
  columns: columnsOfRatings(ratings),
  from: 0,
  to: ratings.length,
});

describe('a member resolved as of a date', () => {
  test('has the score that they have alone, and as long as its ratings last and no other begins, keeps it', () => {
    fc.assert(
      fc.property(someMember, fc.nat(100 * 86_400), ({ some: { profile }, ratings, policy }, after) => {
        const resolver = new MemberResolver(policy, new Map([[3, profile]]));
        const [score] = resolver.resolve(placed(ratings), [3], someDay);
        const alone = scoreWorker(profile, policy, ratings, someDay);
        expect(Array.from(score!.attained)).toEqual(alone.attained);
        expect(Array.from(score!.verified, Boolean)).toEqual(alone.verified);
        expect(resolver.expiries(placed(ratings), 3, alone.used)).toEqual(score!.expiresAt);

        const later = someDay + after;
        const begun = ratings.some(({ ratedAt }) => ratedAt > someDay && ratedAt <= later);
        if (policy.kind !== 'most-trusted' || begun) return;
        const then = scoreWorker(profile, policy, ratings, later);
        profile.requirements.forEach((_, slot) => {
          if (alone.used[slot] === -1) return;
          if (score!.expiresAt[slot]! > later) expect(then.used[slot]).toBe(alone.used[slot]);
          else expect(then.used[slot]).not.toBe(alone.used[slot]);
        });
      }),
      { numRuns: 300 },
    );
  });

  test('is refused against a role that nothing is known of', () => {
    const resolver = new MemberResolver(defaultRatingPolicy, new Map());
    expect(() => resolver.resolve(placed([]), [1], someDay)).toThrow(
      expect.objectContaining({ code: 'groups.invalid-profile' }),
    );
  });
});

/**
 * One KSA at level 3. Ada: a credential of 3 until 1 March 2027, and her own word of 2. Ben: a manager's 3, no end.
 * Today two meet it; on 28 February still; on 1 March Ada falls back to her own 2, and Ben is alone.
 */
describe('cover on a future date, worked out by hand', () => {
  const profile = compileRoleProfile(
    [{ ksaNo: 1, ksaCode: '4.1.01.01', requiredLevel: 3, weight: 1, critical: true, evidence: 'any' }],
    4,
  );
  const day = (date: string) => instantAtEndOf(date);
  const rating = (seq: number, source: Rating['source'], level: number, ends: string | null): Rating => ({
    seq,
    ksaNo: 1,
    source,
    level,
    ratedAt: day('2026-01-01'),
    recordedAt: day('2026-01-01'),
    expiresAt: ends === null ? null : Date.parse(ends) / 1000 - 946_684_800,
  });
  const workers = [
    [rating(1, 'credential', 3, '2027-03-01T00:00:00Z'), rating(2, 'self', 2, null)],
    [rating(1, 'manager', 3, null)],
  ];
  const coverOn = (date: string) => {
    const resolver = new MemberResolver(defaultRatingPolicy, new Map([[1, profile]]));
    const group = new GroupTally(4, day(date) + 90 * 86_400);
    workers.forEach((ratings, index) =>
      group.add({ workerNo: index + 1, scores: resolver.resolve(placed(ratings), [1], day(date)) }),
    );
    const { ksas } = group.totals();
    const [{ met, short, expiring, onlyMetBy, belowMinimum }] = ksaCover(ksas, [
      { ksaNo: 1, headcount: 2 },
    ]) as [ReturnType<typeof ksaCover>[number]];
    return { met, short, expiring, onlyMetBy, belowMinimum };
  };

  test.each([
    ['2026-11-24', { met: 2, short: 0, expiring: 0, onlyMetBy: null, belowMinimum: false }],
    ['2027-02-28', { met: 2, short: 0, expiring: 1, onlyMetBy: null, belowMinimum: false }],
    ['2027-03-01', { met: 1, short: 1, expiring: 0, onlyMetBy: 2, belowMinimum: true }],
  ])('on %s', (date, expected) => {
    expect(coverOn(date)).toEqual(expected);
  });
});

describe('the skills matrix', () => {
  test('shows of every cell what is attained, asked for and verified, and whether its rating ends', () => {
    fc.assert(
      fc.property(someMember, fc.nat(400 * 86_400), ({ some: { profile }, ratings, policy }, ahead) => {
        const ksaNos = [...profile.requirements.map(({ ksaNo }) => ksaNo), profile.slotCount + 1, 99];
        const soonBefore = someDay + ahead;
        const matrix = new SkillsMatrix(policy, ksaNos, 2, someDay, soonBefore);
        const resolver = new MemberResolver(policy, new Map([[1, profile]]));
        const scores = resolver.resolve(placed(ratings), [1], someDay);
        matrix.write(1, placed(ratings), { workerNo: 5, scores });
        // Then somebody who was never rated: nothing of the first is left in their row.
        matrix.write(0, placed([]), { workerNo: 6, scores: resolver.resolve(placed([]), [1], someDay) });
        const all = resolveRatings(policy, ratings, someDay);
        const alone = scoreWorker(profile, policy, ratings, someDay);
        ksaNos.forEach((ksaNo, column) => {
          const cell = readMatrixCell(matrix.cells, column * 2 + 1);
          const asked = profile.requirements[column];
          const had = ratings.some((rating) => rating.ksaNo === ksaNo && rating.ratedAt <= someDay);
          const found = matrix.expiries.filter(({ place }) => place === column * 2 + 1);
          expect(cell).toMatchObject({
            attained: all.get(ksaNo)?.level ?? null,
            requiredLevel: asked?.requiredLevel ?? null,
            critical: asked?.critical ?? false,
            verified: asked === undefined ? false : alone.verified[column],
          });
          // A KSA that was rated, and by the policy's sources is not any more, has expired.
          if (policy.kind === 'most-trusted') expect(cell.expiry === 'expired').toBe(had && !all.has(ksaNo));
          expect(found).toHaveLength(cell.expiry === 'none' ? 0 : 1);
          for (const { endsAt } of found) {
            expect(endsAt <= someDay).toBe(cell.expiry === 'expired');
            expect(endsAt < soonBefore || cell.expiry === 'expired').toBe(true);
          }
          const ownEnd = all.get(ksaNo)?.expiresAt ?? never;
          if (ownEnd < soonBefore && all.has(ksaNo)) expect(cell.expiry).toBe('soon');
          expect(readMatrixCell(matrix.cells, column * 2)).toEqual({
            attained: null,
            requiredLevel: asked?.requiredLevel ?? null,
            verified: false,
            critical: asked?.critical ?? false,
            expiry: 'none',
          });
        });
      }),
      { numRuns: 300 },
    );
  });

  test('keeps every cell in two bytes', () => {
    const someCell = fc.record({
      attained: fc.option(fc.nat(10), { nil: null }),
      requiredLevel: fc.option(fc.integer({ min: 1, max: 10 }), { nil: null }),
      verified: fc.boolean(),
      critical: fc.boolean(),
      expiry: fc.constantFrom('none' as const, 'soon' as const, 'expired' as const),
    });
    fc.assert(
      fc.property(someCell, (cell) => {
        const cells = matrixCells(1, 1);
        writeMatrixCell(cells, 0, cell);
        expect(readMatrixCell(cells, 0)).toEqual(cell);
      }),
    );
  });

  test.each([11, -1, 1.5, Number.NaN])('holds no level %p, and no cell that is not there', (level) => {
    const cell = { attained: 1, requiredLevel: 1, verified: false, critical: false, expiry: 'none' } as const;
    const code = 'groups.invalid-cell';
    expect(() => writeMatrixCell(matrixCells(1, 1), 0, { ...cell, attained: level })).toThrow(
      expect.objectContaining({ code }),
    );
    expect(() => writeMatrixCell(matrixCells(1, 1), 0, { ...cell, requiredLevel: level })).toThrow(
      expect.objectContaining({ code }),
    );
    expect(() => readMatrixCell(matrixCells(1, 1), 1)).toThrow(expect.objectContaining({ code }));
  });
});
