import { describe, expect, it } from '@jest/globals';
import type { Association } from '../providers/records.ts';
import { NOTHING_SAID, seenFrom, toSend } from './associationModel.ts';

const side = (code: string) => ({ code }) as Association['from'];

describe('an association', () => {
  it('is sent with a number or none, and whatever else was typed for the server to refuse', () => {
    expect(toSend(NOTHING_SAID).confidence).toBe(null);
    expect(toSend({ ...NOTHING_SAID, confidence: ' 40 ' }).confidence).toBe(40);
    expect(toSend({ ...NOTHING_SAID, confidence: 'high' }).confidence).toBe('high');
  });

  it('is read from either of its items', () => {
    const association = { from: side('4.1'), to: side('O.1'), kind: 'broader' as const };
    expect(seenFrom(({ code }) => code === '4.1', association)).toEqual({
      ...{ other: { code: 'O.1' }, kind: 'broader' },
    });
    expect(seenFrom(({ code }) => code === 'O.1', association)).toEqual({
      ...{ other: { code: '4.1' }, kind: 'narrower' },
    });
    expect(seenFrom(({ code }) => code === 'O.1', { ...association, kind: 'replaced-by' }).kind).toBe(
      'replaces',
    );
  });
});
