import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { beginsLikeFormula, defused, restored } from './spreadsheet-text.ts';

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .array(fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', '＝', 'x'), { maxLength: 6 })
    .map((parts) => parts.join('')),
);

describe('text in a spreadsheet', () => {
  it('never begins like a formula, and comes back as it was', () => {
    fc.assert(
      fc.property(text, (said) => {
        expect(beginsLikeFormula(defused(said))).toBe(false);
        expect(restored(defused(said))).toBe(said);
      }),
    );
  });

  it('is left as it is where nothing would run it', () => {
    for (const said of ['', 'Robots', "'quoted'", "it's = 1", '4.1.01', ' =1'])
      expect([defused(said), restored(said)]).toEqual([said, said]);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'])('is marked: %j', (said) => {
    expect(defused(said)).toBe(`'${said}`);
    expect(defused(`'${said}`)).toBe(`''${said}`);
  });
});
