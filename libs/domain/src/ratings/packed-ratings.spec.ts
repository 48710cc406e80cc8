import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { epochMillisecondsOf, instantAtEndOf, instantOfEpochMilliseconds, never } from './instant.ts';
import { packedRatingBytes, packRatings, unpackRatings } from './packed-ratings.ts';
import { columnsOfRatings, ratingColumns } from './rating-columns.ts';
import { someRatings } from './ratings.arbitrary.ts';
import { sourceOfCode, sources, codeOfSource } from './sources.ts';

describe('packed ratings', () => {
  test('have this very layout, big-endian', () => {
    const bytes = packRatings([
      { seq: 258, ksaNo: -2, source: 'credential', level: 3, ratedAt: 1, expiresAt: null },
    ]);
    expect([...bytes]).toEqual([0xff, 0xfe, 4, 3, 0, 0, 0, 1, 0x7f, 0xff, 0xff, 0xff, 0, 0, 1, 2]);
  });

  test('unpack to the columns of the ratings, wherever they stand in a buffer; appending is packing both', () => {
    fc.assert(
      fc.property(someRatings(9, 10), someRatings(9, 10), fc.nat(5), (some, more, offset) => {
        const bytes = new Uint8Array([...new Uint8Array(offset), ...packRatings(some), ...packRatings(more)]);
        const columns = ratingColumns(some.length + more.length + 2);
        const end = unpackRatings(bytes.subarray(offset), columns, 2);
        expect(end).toBe(some.length + more.length + 2);
        const expected = columnsOfRatings([...some, ...more]);
        expect(columns.expiresAt.slice(2)).toEqual(expected.expiresAt);
        expect(columns.ksaNo.slice(2)).toEqual(expected.ksaNo);
        expect(columns.source.slice(2)).toEqual(expected.source);
        expect(columns.level.slice(2)).toEqual(expected.level);
        expect(columns.ratedAt.slice(2)).toEqual(expected.ratedAt);
        expect(columns.seq.slice(2)).toEqual(expected.seq);
      }),
    );
  });

  test.each([
    [15, 1],
    [32, 1],
  ])('of %p bytes do not go into room for %p', (length, room) => {
    expect(() => unpackRatings(new Uint8Array(length), ratingColumns(room))).toThrow(
      expect.objectContaining({ code: 'ratings.packed-length' }),
    );
    expect(packedRatingBytes).toBe(16);
  });
});

describe('sources', () => {
  test('keep their codes', () => {
    expect(sources.map((source) => codeOfSource(source))).toEqual([0, 1, 2, 3, 4, 5]);
    expect([0, 1, 2, 3, 4, 5].map((code) => sourceOfCode(code))).toEqual([
      'self',
      'manager',
      'assessor',
      'test',
      'credential',
      'training',
    ]);
    expect(() => sourceOfCode(6)).toThrow(expect.objectContaining({ code: 'ratings.unknown-source' }));
    expect(() => codeOfSource('boss' as never)).toThrow(
      expect.objectContaining({ code: 'ratings.unknown-source' }),
    );
  });
});

describe('instants', () => {
  test('count seconds since 2000', () => {
    expect(instantOfEpochMilliseconds(Date.parse('2000-01-01T00:00:00Z'))).toBe(0);
    expect(instantOfEpochMilliseconds(Date.parse('2000-01-02T00:00:01.999Z'))).toBe(86_401);
    expect(new Date(epochMillisecondsOf(86_401)).toISOString()).toBe('2000-01-02T00:00:01.000Z');
    expect(new Date(epochMillisecondsOf(never)).toISOString()).toBe('2068-01-19T03:14:07.000Z');
    expect(instantAtEndOf('2000-01-01')).toBe(86_399);
  });

  test.each(['2026-02-30', '2026-1-1', '24.11.2026', ''])('are not made of %p', (date) => {
    expect(() => instantAtEndOf(date)).toThrow(expect.objectContaining({ code: 'ratings.invalid-instant' }));
  });

  test('are never NaN', () => {
    expect(() => instantOfEpochMilliseconds(Number.NaN)).toThrow(
      expect.objectContaining({ code: 'ratings.invalid-instant' }),
    );
  });
});
