import { describe, expect, it } from '@jest/globals';
import { wordDiff } from './wordDiff.ts';

const marked = (before: string, after: string): string =>
  wordDiff(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'gone' ? `[-${text}-]` : `[+${text}+]`))
    .join('');

describe('the words that differ', () => {
  it('are those alone, and what stays is told once', () => {
    expect(marked('Writes and tests a program.', 'Writes, tests and changes a program.')).toBe(
      'Writes[+,+] [+tests +]and [-tests-][+changes+] a program.',
    );
  });

  it('are all of them when nothing is the same', () => {
    expect(marked('Sensors', 'Grippers')).toBe('[-Sensors-][+Grippers+]');
  });

  it('are none of equal texts, and everything of a new one', () => {
    expect(wordDiff('A robot.', 'A robot.')).toEqual([{ kind: 'same', text: 'A robot.' }]);
    expect(wordDiff('', 'A robot.')).toEqual([{ kind: 'new', text: 'A robot.' }]);
  });

  it('give back both texts', () => {
    const [before, after] = ['a b c d a b', 'b c a x d b b'];
    const pieces = wordDiff(before, after);
    const without = (gone: string) =>
      pieces.flatMap(({ kind, text }) => (kind === gone ? [] : text)).join('');
    expect([without('new'), without('gone')]).toEqual([before, after]);
  });
});
