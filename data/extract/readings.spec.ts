import { describe, expect, test } from '@jest/globals';
import { applyReadings, type Reading, refuseReadingsOfOthers } from './readings.ts';

const twice: Reading = {
  ksaCode: '4.2.04.02',
  printed: 'Managers - Electronics - Electronics',
  reading: 'Managers - Electronics',
  reason: 'The area is printed twice.',
};

describe('a declared reading', () => {
  test('replaces what is printed under its KSA', () => {
    expect(applyReadings('4.2.04.02', 'Quality Managers - Electronics - Electronics', [twice])).toBe(
      'Quality Managers - Electronics',
    );
  });

  test('leaves other KSAs alone', () => {
    expect(applyReadings('4.2.04.03', 'Designers - Digital/Auto', [twice])).toBe('Designers - Digital/Auto');
  });

  test('stops the extraction when the source no longer prints it', () => {
    expect(() => applyReadings('4.2.04.02', 'Quality Managers - Electronics', [twice])).toThrow(
      'out of date',
    );
  });

  test('stops the extraction when the source no longer has its KSA', () => {
    expect(() => refuseReadingsOfOthers(['4.2.04.02'])).toThrow('out of date');
  });
});
