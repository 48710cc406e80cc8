import { describe, expect, test } from '@jest/globals';
import { linesBetween, paddedCode, plain, runningText, tableRows } from './source-text.ts';

describe('the text of the report', () => {
  test('marks of the conversion are dropped and spaces squeezed', () => {
    expect(plain('<p><i>CAD  Technicians (x2)</i></p> <ul style="x"> • **Welder**')).toBe(
      'CAD Technicians (x2) • Welder',
    );
  });

  test('a heading is looked for after the table of contents', () => {
    const lines = ['A.1. Data\t35', 'A.2. More\t37', 'A.1. Data', 'row', 'A.2. More'];
    expect(linesBetween(lines, /^A\.1\./, /^A\.2\./)).toEqual(['row']);
  });

  test('a table ends at the first line without a tab', () => {
    expect(
      tableRows(['Table 4. Counts', '', 'a\t1', 'b\t2', 'Figure 4 lists', 'c\t3'], /^Table 4\./),
    ).toEqual([
      ['a', '1'],
      ['b', '2'],
    ]);
  });

  test('a table that is not there is refused', () => {
    expect(() => tableRows(['Table 4. Counts'], /^Table 5\./)).toThrow('no line matches');
  });

  test('a statement runs over the ends of lines', () => {
    expect(runningText(['essential training of *entry-level*', '', 'workers'])).toBe(
      'essential training of entry-level workers',
    );
  });

  test('codes get two digits below the competency', () => {
    expect([paddedCode('4.1'), paddedCode('4.1.2'), paddedCode('4.2.11')]).toEqual([
      '4.1',
      '4.1.02',
      '4.2.11',
    ]);
  });
});
