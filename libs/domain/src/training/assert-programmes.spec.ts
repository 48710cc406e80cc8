import { describe, expect, test } from '@jest/globals';
import { assertProgrammes } from './assert-programmes.ts';
import { minutesOfHours } from './hours.ts';
import type { Programme } from './programme.ts';

const programme: Programme = {
  id: 'robots',
  minutes: 60,
  costCents: null,
  outcomes: [{ ksaNo: 1, level: 3 }],
  requiresProgrammes: [],
  requiresLevels: [],
};
const other: Programme = { ...programme, id: 'vision' };

describe('a catalogue of programmes', () => {
  test.each<[string, string, Partial<Programme>]>([
    ['training.invalid-hours', '/minutes', { minutes: -60 }],
    ['training.invalid-hours', '/minutes', { minutes: 0.5 }],
    ['training.invalid-hours', '/minutes', { minutes: Number.NaN }],
    ['training.invalid-cost', '/costCents', { costCents: -1 }],
    ['training.invalid-cost', '/costCents', { costCents: Number.NaN }],
    ['training.programme-without-outcomes', '/outcomes', { outcomes: [] }],
    ['training.level-off-scale', '/outcomes/0/level', { outcomes: [{ ksaNo: 1, level: 5 }] }],
    ['training.level-off-scale', '/outcomes/0/level', { outcomes: [{ ksaNo: 1, level: 0 }] }],
    ['training.level-off-scale', '/requiresLevels/0/level', { requiresLevels: [{ ksaNo: 2, level: 5 }] }],
    [
      'training.duplicate-outcome',
      '/outcomes/1',
      {
        outcomes: [
          { ksaNo: 1, level: 1 },
          { ksaNo: 1, level: 2 },
        ],
      },
    ],
    ['training.unknown-prerequisite', '/requiresProgrammes/0', { requiresProgrammes: ['nowhere'] }],
  ])('is refused with %s at %s, and the programme named', (code, pointer, change) => {
    expect(() => assertProgrammes([other, { ...programme, ...change }], 4)).toThrow(
      expect.objectContaining({
        code,
        pointer: `/programmes/1${pointer}`,
        message: expect.stringContaining('robots'),
      }),
    );
  });

  test('is refused when an id comes twice', () => {
    expect(() => assertProgrammes([programme, programme], 4)).toThrow(
      expect.objectContaining({ code: 'training.duplicate-programme', pointer: '/programmes/1/id' }),
    );
  });

  test('is refused when programmes require each other in a circle, and the circle is said', () => {
    const circle = [
      { ...programme, id: 'a', requiresProgrammes: ['b'] },
      { ...programme, id: 'b', requiresProgrammes: ['c'] },
      { ...programme, id: 'c', requiresProgrammes: ['b'] },
    ];
    expect(() => assertProgrammes(circle, 4)).toThrow(
      expect.objectContaining({
        code: 'training.cyclic-prerequisites',
        message: expect.stringContaining('b → c → b'),
      }),
    );
    expect(() => assertProgrammes([{ ...programme, requiresProgrammes: ['robots'] }], 4)).toThrow(
      expect.objectContaining({ code: 'training.cyclic-prerequisites' }),
    );
  });

  test('may require what is completed and no longer offered', () => {
    expect(() =>
      assertProgrammes([{ ...programme, requiresProgrammes: ['former'] }], 4, ['former']),
    ).not.toThrow();
  });
});

describe('hours', () => {
  test.each([
    ['40', 2400],
    ['37.5', 2250],
    ['0.25', 15],
    ['0', 0],
    ['1.10', 66],
  ])('%p are %p minutes', (hours, minutes) => {
    expect(minutesOfHours(hours)).toBe(minutes);
  });

  test.each(['-1', '0.333', '1e3', '', 'NaN', '1,5'])('%p are refused', (hours) => {
    expect(() => minutesOfHours(hours)).toThrow(expect.objectContaining({ code: 'training.invalid-hours' }));
  });
});
