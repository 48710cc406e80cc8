import { describe, expect, test } from '@jest/globals';
import { lineDifferences } from './line-differences.ts';

describe('the lines that differ', () => {
  test('are none between equal texts', () => {
    expect(lineDifferences('a\nb\n', 'a\nb\n')).toEqual([]);
  });

  test('are those that one text lacks', () => {
    expect(lineDifferences('a\nb\n', 'a\nc\n')).toEqual(['-b', '+c']);
  });

  test('are named when only their order changed', () => {
    expect(lineDifferences('a\nb\n', 'b\na\n')).toEqual(['the same lines in another order or number']);
  });
});
