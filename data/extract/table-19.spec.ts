import { describe, expect, test } from '@jest/globals';
import { readTable19 } from './table-19.ts';

describe('Table 19', () => {
  test('headings in capitals stand apart from KSAs', () => {
    const { headings, ksas } = readTable19([
      '4.1\tPROCESS DESIGN\t',
      '4.1.01\tCRITICAL WORK FUNCTIONS\t',
      '4.1.01.01\tModelling\tDesigners - Digital/Auto',
    ]);
    expect(headings).toEqual([
      { code: '4.1', printed: 'PROCESS DESIGN' },
      { code: '4.1.01', printed: 'CRITICAL WORK FUNCTIONS' },
    ]);
    expect(ksas).toEqual([
      { code: '4.1.01.01', title: 'Modelling', cell: 'Designers - Digital/Auto', columns: true },
    ]);
  });

  test('a row split over a page is joined, title with title and occupations with occupations, and listed', () => {
    const { ksas, irregularities } = readTable19([
      '4.1.02.08\tRead blueprints to determine the\tTextiles Engineers - Materials',
      '',
      '\tsequence of assembly\tCNC Operators - Materials',
    ]);
    expect(ksas).toEqual([
      {
        code: '4.1.02.08',
        title: 'Read blueprints to determine the sequence of assembly',
        cell: 'Textiles Engineers - Materials CNC Operators - Materials',
        columns: true,
      },
    ]);
    expect(irregularities).toMatchObject([{ place: 'Table 19, 4.1.02.08, row split over a page' }]);
  });

  test('lines that lost even their columns go on the cell of occupations', () => {
    const { ksas } = readTable19([
      '4.3.02.08\tUse hand tools\tWelder - Materials',
      '',
      'Maintenance Technicians - BioMFG',
      'Instrumentation Technicians - BioMFG',
    ]);
    expect(ksas[0]?.cell).toBe(
      'Welder - Materials Maintenance Technicians - BioMFG Instrumentation Technicians - BioMFG',
    );
  });

  test('a row printed without columns says so', () => {
    const { ksas, irregularities } = readTable19([
      '5.7.02.01 Composite repair Layup Technicians - Materials',
    ]);
    expect(ksas).toMatchObject([{ title: 'Composite repair Layup Technicians - Materials', columns: false }]);
    expect(irregularities).toMatchObject([{ place: 'Table 19, 5.7.02.01, columns' }]);
  });

  test('marks of the conversion are not part of a cell', () => {
    const { ksas } = readTable19(['4.1.05.01\tAnalysis\t<p>Life Cycle Analysts - Energy/Process</p>']);
    expect(ksas[0]?.cell).toBe('Life Cycle Analysts - Energy/Process');
  });

  test('a line before the first code is refused', () => {
    expect(() => readTable19(['Quality Managers - Electronics'])).toThrow('no code');
  });
});
