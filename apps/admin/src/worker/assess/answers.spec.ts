import { describe, expect, it } from '@jest/globals';
import type { AssessmentQuestion } from '../../api/types.ts';
import { afterAnswer, mergeAnswers, stageOf, unanswered } from './answers.ts';

const question = (ksaCode: string, level?: number | null): AssessmentQuestion => ({
  ksaCode,
  title: ksaCode,
  definition: null,
  definitionSource: null,
  provisional: false,
  critical: false,
  evidence: 'any',
  answer: level === undefined ? null : { level, answeredAt: '2026-11-24T10:00:00Z' },
});

const at = (search: string, started: boolean, firstOpen: number) =>
  stageOf(new URLSearchParams(search), 3, started, firstOpen);

describe('a self-assessment', () => {
  it('says what a self-rating can prove before the first question', () => {
    expect(at('', false, 0)).toEqual({ at: 'intro' });
  });

  it('goes on where it stopped, and to the summary when all is answered', () => {
    expect(at('', true, 1)).toEqual({ at: 'card', index: 1, toSummary: false });
    expect(at('', true, -1)).toEqual({ at: 'summary' });
  });

  it('goes by the address, and past a nonsense one', () => {
    expect(at('card=3', false, 0)).toEqual({ at: 'card', index: 2, toSummary: false });
    expect(at('card=9', true, 1)).toEqual({ at: 'card', index: 1, toSummary: false });
    expect(at('card=intro', true, 1)).toEqual({ at: 'intro' });
  });

  it('goes on by itself to the next card, at the end or from the summary to the summary', () => {
    expect(afterAnswer({ index: 0, toSummary: false }, 3)).toBe('?card=2');
    expect(afterAnswer({ index: 2, toSummary: false }, 3)).toBe('?card=summary');
    expect(afterAnswer({ index: 0, toSummary: true }, 3)).toBe('?card=summary');
  });

  it('takes "not sure" as an answer', () => {
    const questions = [question('A', null), question('B')];
    expect(unanswered(questions, mergeAnswers(questions, new Map())).map(({ ksaCode }) => ksaCode)).toEqual([
      'B',
    ]);
  });

  it('shows what this device has still to send over what the server knows', () => {
    const questions = [question('A', 1), question('B')];
    expect([
      ...mergeAnswers(
        questions,
        new Map([
          ['A', 3],
          ['B', null],
        ]),
      ),
    ]).toEqual([
      ['A', 3],
      ['B', null],
    ]);
  });
});
