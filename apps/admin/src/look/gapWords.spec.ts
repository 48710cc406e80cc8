import { describe, expect, it } from '@jest/globals';
import type { GapRequirement, GapView, Scale } from '../api/types.ts';
import {
  askNext,
  expiresSoon,
  fromTo,
  qualifiedWords,
  ratingWords,
  readinessFigure,
  readinessParts,
  readinessPhrase,
  ringWords,
} from './gapWords.ts';
import { day, percentWhole } from './numbers.ts';

const scale: Scale = {
  maxLevel: 4,
  levels: ['none', 'aware', 'with guidance', 'independently', 'can teach'].map((label, level) => ({
    level,
    label,
    anchor: '',
  })),
};

function aRequirement(changes: Partial<GapRequirement>): GapRequirement {
  return {
    ksaCode: '4.2.06.09',
    title: 'Robot programming',
    definition: null,
    requiredLevel: 3,
    weight: 1,
    critical: false,
    evidence: 'any',
    attained: 3,
    status: 'met',
    verified: true,
    gap: 0,
    surplus: 0,
    share: 12,
    part: 12,
    shortfall: 0,
    rating: null,
    ...changes,
  };
}

describe('readiness in words', () => {
  it('says what a range depends on, and counts in words', () => {
    expect(readinessPhrase(2)).toBe('ready, depending on what two unassessed KSAs turn out to be');
    expect(readinessPhrase(1)).toBe('ready, depending on what one unassessed KSA turns out to be');
    expect(readinessPhrase(13)).toBe('ready, depending on what 13 unassessed KSAs turn out to be');
    expect(readinessPhrase(0)).toBe('ready');
  });

  it('rounds down, so that 100 is said of the whole alone', () => {
    expect(readinessFigure({ low: 590, high: 838, denominator: 1000 })).toBe('59–83');
    expect(readinessFigure({ low: 9999, high: 9999, denominator: 10_000 })).toBe('99');
    expect(readinessFigure({ low: 7, high: 7, denominator: 7 })).toBe('100');
    expect(percentWhole(29, 100)).toBe(29);
  });

  it('keeps a range a range inside one per cent', () => {
    expect(readinessFigure({ low: 591, high: 598, denominator: 1000 })).toBe('59.1–59.8');
  });

  it('cuts the whole into parts that add up to 100.0 and agree with the figure', () => {
    for (const [low, high, denominator] of [
      [1, 2, 3],
      [743, 1056, 1260],
      [0, 1, 7],
      [6, 7, 7],
    ] as const) {
      const { attained, notAssessed, short } = readinessParts({ low, high, denominator });
      expect(attained + notAssessed + short).toBe(1000);
      expect(Math.floor(attained / 10)).toBe(percentWhole(low, denominator));
      expect(Math.floor((attained + notAssessed) / 10)).toBe(percentWhole(high, denominator));
    }
  });
});

describe('a requirement in words', () => {
  it('goes from the attained level to the required one', () => {
    expect(fromTo(aRequirement({ attained: 1, status: 'short', gap: 2 }), scale)).toBe(
      'Aware → independently',
    );
    expect(fromTo(aRequirement({ attained: 4, surplus: 1 }), scale)).toBe('Can teach, 1 above');
    expect(fromTo(aRequirement({}), scale)).toBe('Independently');
  });

  it('never shows what is not assessed as none', () => {
    const unknown = aRequirement({ attained: null, status: 'unknown', part: 0, requiredLevel: 4 });
    expect(fromTo(unknown, scale)).toBe('Not assessed. Required 4, can teach.');
    expect(ringWords(unknown, scale)).toBe('Not assessed, required 4 of 4');
  });

  it('says in words that a met level is not verified, as the ring says it by its seal', () => {
    expect(ringWords(aRequirement({ verified: false }), scale)).toBe(
      'Level 3, required 3 of 4, not verified',
    );
  });

  it('names who rated and when', () => {
    const rating = { level: 2, ratedAt: '2026-09-12', expiresAt: null, ratedBy: 'P. Haddad' };
    expect(ratingWords({ ...rating, source: 'assessor' })).toBe('Assessor P. Haddad, 12 Sep 2026');
    expect(ratingWords({ ...rating, source: 'self' })).toBe('Self, 12 Sep 2026');
    expect(ratingWords(null)).toBe('no rating yet');
    expect(day('2026-09-12')).toBe('12 Sep 2026');
  });

  it('marks what expires within ninety days', () => {
    const rating = { source: 'credential' as const, level: 2, ratedAt: '2024-01-09', ratedBy: null };
    expect(expiresSoon({ ...rating, expiresAt: '2027-01-09' }, '2026-11-24')).toBe(true);
    expect(expiresSoon({ ...rating, expiresAt: '2028-01-09' }, '2026-11-24')).toBe(false);
    expect(expiresSoon({ ...rating, expiresAt: null }, '2026-11-24')).toBe(false);
  });
});

describe('why somebody is not qualified', () => {
  const reason = (title: string, changes: Partial<GapView['qualified']['reasons'][number]>) => ({
    ksaCode: title,
    title,
    reason: 'unknown' as const,
    ...changes,
  });

  it('names up to three reasons one by one', () => {
    expect(
      qualifiedWords({
        answer: 'no',
        reasons: [
          reason('Robot programming', { reason: 'short', levelsShort: 1 }),
          reason('Lockout / tagout', {}),
        ],
      }),
    ).toEqual([
      'Robot programming is critical and one level short.',
      'Lockout / tagout is critical and not assessed.',
    ]);
  });

  it('counts more than that by their kind', () => {
    expect(
      qualifiedWords({
        answer: 'not-yet-known',
        reasons: ['A', 'B', 'C', 'D', 'E'].map((title) => reason(title, { reason: 'not-verified' })),
      }),
    ).toEqual(['Five critical KSAs are not verified yet: A, B, C and two more.']);
  });
});

describe('what to assess next', () => {
  const open = (title: string, share: number, changes: Partial<GapRequirement> = {}) =>
    aRequirement({ title, ksaCode: title, share, status: 'unknown', attained: null, part: 0, ...changes });
  const ask = (requirements: GapRequirement[], denominator: number, first: GapRequirement | null) =>
    askNext({ requirements, denominator, nextBestQuestion: first });

  it('is the next best question, and how few answers settle half of what is open', () => {
    const requirements = [open('Sensors', 12), aRequirement({}), open('Vision', 24), open('Welding', 24)];
    expect(ask(requirements, 100, requirements[2]!)).toEqual([
      'Vision: the answer settles 24.0 of 100 points.',
      'Two answers of three settle at least half of what is open: Vision, Welding.',
    ]);
  });

  it('is one sentence when one answer is enough, and none when nothing is open', () => {
    const sensors = open('Sensors', 12);
    expect(ask([sensors], 48, sensors)).toEqual(['Sensors: the answer settles 25.0 of 100 points.']);
    expect(ask([aRequirement({})], 12, null)).toEqual([]);
  });

  it('names not more than fit', () => {
    const many = Array.from({ length: 20 }, (_, place) => open(`KSA ${place}`, 5));
    expect(ask(many, 100, many[9]!)[1]).toMatch(/^Ten answers of 20 settle .*, five more\.$/);
  });
});
