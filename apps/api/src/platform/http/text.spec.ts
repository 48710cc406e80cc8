import { describe, expect, it } from '@jest/globals';
import { oneLine, someLines } from './text.ts';

describe('a line of text', () => {
  const name = oneLine(20).min(1);

  it.each([
    ['a space', ' '],
    ['a zero-width space', '\u200b'],
    ['a word joiner between no-break spaces', '\u00a0\u2060\u00a0'],
    ['a joiner and a variation selector', '\u200d\ufe0f'],
    ['a soft hyphen', '\u00ad'],
    ['a mark of direction', '\u202e'],
    ['a filler', '\u3164'],
    ['a Braille blank', '\u2800'],
    ['a byte order mark', '\ufeff'],
  ])('is none when nothing of it is seen: %s', (_, text) => {
    expect(name.safeParse(text).success).toBe(false);
    expect(oneLine(20).parse(text)).toBe('');
    expect(someLines(20).parse(`${text}\n${text}`)).toBe('');
  });

  it.each([
    ['emoji joined to one', '👩\u200d🏭'],
    ['emoji with its selector', '☎\ufe0f'],
    ['a Persian word with its non-joiner', 'می\u200cخواهم'],
    ['a hyphenation point', 'Robot\u00adprogramming'],
  ])('stays as it came: %s', (_, text) => {
    expect(name.parse(` ${text} `)).toBe(text);
  });

  it('holds no control character', () => {
    for (const text of ['a\u0000b', '\u0007', 'two\nlines']) expect(name.safeParse(text).success).toBe(false);
  });
});
