import { describe, expect, it } from '@jest/globals';
import { defaultRatingPolicy } from '#domain';
import type { RatingPolicy } from '../providers/records.ts';
import { draftOf, inputOf, moved, shared } from './policyModel.ts';

const trusting: RatingPolicy = {
  kind: 'most-trusted',
  name: 'by trust',
  ranks: defaultRatingPolicy.ranks.map((rank) => [...rank]),
  validityDays: { training: 365 },
  ...{ version: 3, since: null },
};

describe('a rating policy being edited', () => {
  it('says unchanged what it was made from', () => {
    const { version: _, since: __, ...input } = trusting;
    expect(inputOf(draftOf(trusting))).toEqual(input);
    const consensus: RatingPolicy = {
      ...{
        kind: 'consensus',
        name: 'together',
        halfLifeDays: 180,
        validityDays: {},
        version: 1,
        since: null,
      },
      weights: { self: 1, manager: 2, assessor: 4, test: 4, credential: 4, training: 0 },
    };
    const { version: ___, since: ____, ...other } = consensus;
    expect(inputOf(draftOf(consensus))).toEqual(other);
  });

  it('moves a source past the one beside it, whose rank it then has', () => {
    const draft = draftOf(trusting);
    // test, credential | assessor | manager | training | self: the assessor to the second place shares the first rank.
    expect(inputOf(moved(draft, 2, -1))).toMatchObject({
      ranks: [['test', 'assessor'], ['credential'], ['manager'], ['training'], ['self']],
    });
    expect(moved(draft, 0, -1)).toBe(draft);
    expect(moved(draft, 5, 1)).toBe(draft);
  });

  it('puts sources into one rank and apart again', () => {
    const together = shared(draftOf(trusting), 3, true);
    expect(inputOf(together)).toMatchObject({
      ranks: [['test', 'credential'], ['assessor', 'manager'], ['training'], ['self']],
    });
    expect(inputOf(shared(together, 3, false))).toMatchObject({ ranks: trusting.ranks });
  });

  it.each([
    ['no name', { name: ' ' }],
    ['a validity of no days', { validityDays: { ...draftOf(trusting).validityDays, self: '0' } }],
    ['half a day of half-life', { kind: 'consensus' as const, halfLifeDays: '0.5' }],
    [
      'no say for anybody',
      {
        kind: 'consensus' as const,
        weights: { self: '0', manager: '0', assessor: '0', test: '0', credential: '0', training: '0' },
      },
    ],
  ])('is nothing to send with %s', (_what, change) => {
    expect(inputOf({ ...draftOf(trusting), ...change })).toBeNull();
  });
});
