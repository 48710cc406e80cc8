import { describe, expect, it } from '@jest/globals';
import { csvOf, wantsCsv } from './csv.ts';

describe('a CSV file', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])('holds no formula: %j', (cell) => {
    expect(csvOf([[cell]])).toMatch(/^"?'/);
  });

  it('quotes what would end a cell, and leaves numbers and nothing as they are', () => {
    expect(csvOf([['a,b', 'say "yes"', 'two\nlines', -1, null, true]])).toBe(
      '"a,b","say ""yes""","two\nlines",-1,,true\r\n',
    );
  });

  it.each([
    [undefined, 'text/csv', true],
    [undefined, 'text/csv;q=0.9, application/json', true],
    [undefined, 'application/json, text/csv', false],
    [undefined, undefined, false],
    ['json', 'text/csv', false],
    ['csv', 'application/json', true],
  ] as const)(
    'is wanted by the address, else by what is accepted first: %p, %p',
    (format, accept, wanted) => {
      expect(wantsCsv(format, accept)).toBe(wanted);
    },
  );
});
