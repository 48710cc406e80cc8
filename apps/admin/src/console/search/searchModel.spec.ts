import { describe, expect, it } from '@jest/globals';
import { addressOf, piecesOf, stepOf } from './searchModel.ts';

const at = (field: 'code' | 'title' | 'excerpt', start: number, end: number) => ({ field, start, end });

describe('what a search found', () => {
  it('is cut out of the text that it was found in', () => {
    const highlights = [at('code', 0, 3), at('title', 0, 5), at('title', 6, 10)];
    expect(piecesOf('Robot programs', 'title', highlights)).toEqual([
      { text: 'Robot', marked: true },
      { text: ' ', marked: false },
      { text: 'prog', marked: true },
      { text: 'rams', marked: false },
    ]);
    expect(piecesOf('Welding', 'title', [at('code', 0, 3)])).toEqual([{ text: 'Welding', marked: false }]);
  });

  it('is opened in the tree, an occupation on its own page', () => {
    expect(addressOf({ kind: 'ksa', id: '7' })).toBe('/framework/7');
    expect(addressOf({ kind: 'occupation', id: '7' })).toBe('/occupations/7/show');
  });

  it('is walked by the arrow keys, round and round', () => {
    expect([stepOf('ArrowDown', -1, 3), stepOf('ArrowDown', 2, 3), stepOf('ArrowUp', -1, 3)]).toEqual([
      0, 0, 2,
    ]);
    expect([stepOf('a', 0, 3), stepOf('ArrowDown', -1, 0)]).toEqual([null, null]);
  });
});
