import { describe, expect, test } from '@jest/globals';
import { fromCsv, toCsv } from './csv.ts';

describe('CSV', () => {
  test('quotes fields with commas, quotes or line ends, and nothing else', () => {
    expect(
      toCsv(
        ['a', 'b'],
        [
          ['x, y', 'say "z"'],
          ['plain', ''],
        ],
      ),
    ).toBe('a,b\n"x, y","say ""z"""\nplain,\n');
  });

  test('comes back as it went', () => {
    const rows = [
      { a: 'x, "y"', b: '' },
      { a: 'two\nlines', b: 'ü' },
    ];
    expect(
      fromCsv(
        toCsv(
          ['a', 'b'],
          rows.map(({ a, b }) => [a, b]),
        ),
        ['a', 'b'],
      ),
    ).toEqual(rows);
  });

  test('refuses other columns', () => {
    expect(() => fromCsv('a,c\n1,2\n', ['a', 'b'])).toThrow('expected the columns a,b, not a,c');
  });
});
