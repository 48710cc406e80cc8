import { describe, expect, it } from '@jest/globals';
import { releasesEn } from '../messages/releasesEn.ts';
import type { ReleaseChange } from '../providers/records.ts';
import type { Text } from '../providers/useText.ts';
import { entryWords, fieldChanges } from './logWords.ts';

const text: Text = (key, values = {}) => {
  const message = key
    .split('.')
    .reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], releasesEn) as string;
  return message.replaceAll(/%\{(\w+)\}/g, (_, name: string) => String(values[name]));
};

describe('a line of the log', () => {
  it('tells of another order what the item stood behind, and what it stands behind now', () => {
    const item = { code: '4.2', title: 'Robots' };
    const change = {
      ...{ subject: 'item', action: 'ordered' },
      before: { ...item, behind: null },
      after: { ...item, behind: { code: '4.1', title: 'Vision' } },
    } as unknown as ReleaseChange;
    expect(entryWords(text, change, undefined)).toBe('Ordered: item 4.2 Robots (first → behind 4.1 Vision)');
    expect(fieldChanges(change)).toEqual([]);
  });

  it('tells of a move what the item stood under, and what it stands under now', () => {
    const change = {
      ...{ subject: 'item', action: 'moved' },
      before: { code: '4.2.06', under: { code: '4.2', title: 'Robots' } },
      after: { code: '5.1.03', under: { code: '5.1', title: 'Vision' } },
    } as unknown as ReleaseChange;
    expect(entryWords(text, change, '5.1.03 Grippers')).toBe(
      'Moved: item 5.1.03 Grippers (4.2 Robots → 5.1 Vision)',
    );
  });
});
