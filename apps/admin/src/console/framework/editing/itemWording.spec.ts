import { describe, expect, it } from '@jest/globals';
import { changesToSend, keptWithout, NO_WORDING, toSend } from './itemWording.ts';

const robots = {
  ...{ title: 'Robot programming', definition: 'Writes programs.', definitionSource: 'Long 2026' },
  ...{ provisional: false, code: '4.2.06.09' },
};

describe('the wording of an item', () => {
  it('is sent with what is empty left out, so that the code is the next free one', () => {
    expect(toSend({ ...NO_WORDING, title: 'Grippers', definition: ' ' })).toEqual({
      ...{ title: 'Grippers', definition: null, definitionSource: null, provisional: false },
    });
  });

  it('is sent in the fields that were changed alone', () => {
    expect(changesToSend(robots, robots)).toEqual({});
    expect(changesToSend(robots, { ...robots, definitionSource: '', provisional: true })).toEqual({
      definitionSource: null,
      provisional: true,
    });
    expect(changesToSend(robots, { ...robots, code: '4.2.06.90' })).toEqual({ code: '4.2.06.90' });
  });
});

it('goes on as the part that was chosen, unless that one is removed', () => {
  expect(keptWithout('1', 3)).toBe('1');
  expect(keptWithout('2', 0)).toBe('1');
  expect(keptWithout('1', 1)).toBe(null);
  expect(keptWithout('none', 0)).toBe('none');
});
