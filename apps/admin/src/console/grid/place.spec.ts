import { describe, expect, it } from '@jest/globals';
import { moveFor } from './place.ts';

describe('a key in a grid', () => {
  const size = { rows: 50, columns: 20, page: 10 };
  const from = { row: 5, column: 5 };
  it.each([
    ['ArrowUp', false, { row: 4, column: 5 }],
    ['ArrowDown', false, { row: 6, column: 5 }],
    ['ArrowLeft', false, { row: 5, column: 4 }],
    ['ArrowRight', false, { row: 5, column: 6 }],
    ['PageDown', false, { row: 15, column: 5 }],
    ['PageUp', false, { row: 0, column: 5 }],
    ['Home', false, { row: 5, column: 0 }],
    ['End', false, { row: 5, column: 19 }],
    ['Home', true, { row: 0, column: 0 }],
    ['End', true, { row: 49, column: 19 }],
    ['Tab', false, null],
  ])('%s (with Control: %p) moves the focus, and never out of it', (key, ctrlKey, place) => {
    expect(moveFor({ key, ctrlKey }, from, size)).toEqual(place);
    const edge = moveFor({ key: 'ArrowRight', ctrlKey: false }, { row: 49, column: 19 }, size);
    expect(edge).toEqual({ row: 49, column: 19 });
  });
});
