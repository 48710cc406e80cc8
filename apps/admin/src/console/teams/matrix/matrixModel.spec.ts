import { describe, expect, it } from '@jest/globals';
import type { SkillsMatrix } from '../../providers/records.ts';
import type { Text } from '../../providers/useText.ts';
import { cellWords, isBlank, matrixView } from './matrixModel.ts';

const label = (level: number, word: string) => ({ level, label: word, anchor: '' });

/**
 * Two workers by two KSAs, column after column. Levels: attained in the low half (15 unknown), required in the high:
 * Ada 3 of 3, Ben 1 of 3; Ada unknown of 2, Ben 4 of none. Marks: Ada's first verified, critical and soon to end
 * (1 + 2 + 4), her second expired (8).
 */
const data: SkillsMatrix = {
  group: { team: { id: 't', name: 'Cell 4', site: '' }, workerCount: 2 },
  asOf: '2026-11-24',
  expiringBefore: '2027-02-23',
  computedAt: '2026-11-24T10:00:00Z',
  policy: { version: 1, name: 'most-trusted' },
  scale: {
    maxLevel: 4,
    levels: ['None', 'Aware', 'With guidance', 'Independently', 'Can teach'].map((word, level) =>
      label(level, word),
    ),
  },
  workers: { id: ['a', 'b'], name: ['Ada', 'Ben'] },
  roleProfiles: [
    { roleProfile: { id: 'r', name: 'Technician', version: 1 }, denominator: 36 },
    { roleProfile: { id: 's', name: 'Setter', version: 2 }, denominator: 10 },
  ],
  readiness: { row: [0, 0, 1], roleProfile: [0, 1, 0], low: [36, 5, 12], high: [36, 8, 12] },
  ksas: ['Robots', 'Sensors'].map((title, index) => ({
    ksaCode: `4.2.06.0${index}`,
    title,
    required: 2,
    met: 1,
    minimum: null,
    belowMinimum: false,
  })),
  levels: btoa(String.fromCharCode(0x33, 0x31, 0x2f, 0x04)),
  marks: btoa(String.fromCharCode(7, 0, 8, 0)),
  expiries: { cell: [0, 2], on: ['2027-01-09', '2026-10-01'] },
};

const text: Text = (key, values) =>
  `${key.replace('matrix.cell.', '')} ${Object.values(values ?? {}).join('/')}`;

describe('the matrix', () => {
  const view = matrixView(data);

  it('has each cell of its two byte columns at its place', () => {
    expect(view.cellAt({ row: 0, column: 0 })).toEqual({
      attained: 3,
      requiredLevel: 3,
      verified: true,
      critical: true,
      expiry: 'soon',
    });
    expect(view.cellAt({ row: 1, column: 0 })).toMatchObject({ attained: 1, requiredLevel: 3 });
    expect(view.cellAt({ row: 0, column: 1 })).toMatchObject({ attained: null, expiry: 'expired' });
    expect(view.cellAt({ row: 1, column: 1 })).toMatchObject({ attained: 4, requiredLevel: null });
  });

  it('says of each row the least ready role first', () => {
    expect(view.readinessOf(0).map(({ roleProfileName }) => roleProfileName)).toEqual([
      'Setter',
      'Technician',
    ]);
    expect(view.readinessOf(1)).toMatchObject([{ low: 12, denominator: 36 }]);
  });

  it('spells a cell out: what is attained against what is asked for, and what else to know', () => {
    const words = [0, 1].flatMap((column) => [0, 1].map((row) => cellWords(text, view, { row, column })));
    expect(words).toEqual([
      'met Independently · critical  · soon 9 Jan 2027',
      'short Aware/2/independently',
      'notAssessed 2/with guidance · expired 1 Oct 2026',
      'notRequired Can teach',
    ]);
  });

  it('says that a rating is met and not verified, and by how much it is above', () => {
    const open = matrixView({
      ...data,
      levels: btoa(String.fromCharCode(0x34, 0xff, 0xff, 0x0f)),
      marks: btoa('\0\0\0\0'),
    });
    expect(cellWords(text, open, { row: 0, column: 0 })).toBe(
      'above Can teach/1/independently · notVerified ',
    );
    expect(cellWords(text, open, { row: 1, column: 1 })).toBe('nothing ');
    expect(isBlank(open.cellAt({ row: 1, column: 1 }))).toBe(true);
  });
});
