import { describe, expect, test } from '@jest/globals';
import { readTable18 } from './table-18.ts';

describe('Table 18', () => {
  test('codes are written as Table 19 writes them', () => {
    const rows = [
      ['Tier 4', '(Sub-)Competencies', 'Definitions', 'Source'],
      ['4.1', 'Process Design', 'Design it.', 'DOL'],
      ['4.1.2', 'Drawings', 'Draw it.', 'MFG USA institutes'],
      ['4.2.10', 'Types', 'Know them.', 'DOL'],
    ];
    expect(readTable18(rows).map(({ code }) => code)).toEqual(['4.1', '4.1.02', '4.2.10']);
  });

  test('a definition is provisional where its source says so, and the source stays as printed', () => {
    const [provisional, settled] = readTable18([
      ['4.1.1', 'Functions', 'Do it.', 'Based on KSAs. Provisional.'],
      ['4.1.2', 'Drawings', 'Draw it.', 'MFG USA institutes'],
    ]);
    expect(provisional).toMatchObject({ source: 'Based on KSAs. Provisional.', provisional: true });
    expect(settled).toMatchObject({ source: 'MFG USA institutes', provisional: false });
  });

  test('a row that lacks a cell is refused', () => {
    expect(() => readTable18([['4.1.1', 'Functions', 'Do it.']])).toThrow('not a row');
  });
});
