import { describe, expect, it } from '@jest/globals';
import { excerptOf, highlightsIn } from './highlight.ts';

const marked = (text: string, searched: string): string =>
  highlightsIn(text, searched).reduceRight(
    (so, { start, end }) => `${so.slice(0, start)}[${so.slice(start, end)}]${so.slice(end)}`,
    text,
  );

describe('what a search found', () => {
  it.each([
    ['Robot programming', 'robot prog', '[Robot prog]ramming'],
    ['Robot programming', 'programming robot', '[Robot] [programming]'],
    ['Robot programming of robots', 'ROBOT', '[Robot] programming of [robot]s'],
    ['Robot programming', 'robto programing', '[Robot] [programming]'],
    ['C++ (basic)', 'c++ (', '[C++ (]basic)'],
    ['İstanbul robot', 'robot', 'İstanbul [robot]'],
    ['Statistical process control (SPC)', 'control process', 'Statistical [process] [control] (SPC)'],
    ['Welding', 'painting', 'Welding'],
    ['Welding', '   ', 'Welding'],
    ['a-b', 'a-b', '[a-b]'],
  ])('is marked in "%s" for "%s"', (text, searched, expected) => {
    expect(marked(text, searched)).toBe(expected);
  });

  it('is marked once where words overlap', () => {
    expect(marked('microcontroller', 'micro microcontroller')).toBe('[microcontroller]');
  });

  it('is cut out of a long text in whole words', () => {
    const text = `${'some words before it '.repeat(20)}the welding torch ${'and words after it '.repeat(20)}`;
    const excerpt = excerptOf(text, 'welding');
    expect(excerpt).toMatch(/^… \w+ .*the welding torch and .*\w …$/);
    expect(excerpt.length).toBeLessThan(240);
    expect(excerptOf('short', 'welding')).toBe('short');
    expect(excerptOf('x'.repeat(500), 'y')).toBe(`${'x'.repeat(220)} …`);
  });
});
