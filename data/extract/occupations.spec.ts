import { describe, expect, test } from '@jest/globals';
import {
  enDashes,
  makeOccupations,
  makeSelections,
  printedTooOften,
  readOccupations,
} from './occupations.ts';
import type { Table1 } from './table-1.ts';
import type { Table17 } from './table-17.ts';
import type { KsaRow } from './table-19.ts';

const row = (code: string, title: string, cell: string): KsaRow => ({ code, title, cell, columns: true });
const withoutColumns = (code: string, text: string): KsaRow => ({
  code,
  title: text,
  cell: '',
  columns: false,
});

const welding = row('9.1.01.01', 'Welding', 'Welder - Materials Welder - Materials Designers – Digital/Auto');
const table17: Table17 = {
  occupations: [
    { title: 'Welder', technologyArea: 'materials', selectedBy: 1 },
    { title: 'Designers', technologyArea: 'digital-automation', selectedBy: 1 },
  ],
  irregularities: [],
};
const table1: Table1 = {
  ksas: [],
  roleFamilies: [{ title: 'Welder', technologyArea: 'materials', roleFamily: 'technician/operator' }],
  irregularities: [],
};

describe('the occupations of a KSA', () => {
  test('a row without columns is parted where an occupation of another row begins', () => {
    const [, repair] = readOccupations([
      welding,
      withoutColumns('9.1.01.02', 'Fiberglass repair Welder - Materials'),
    ]);
    expect(repair).toMatchObject({ title: 'Fiberglass repair', mentions: [{ title: 'Welder' }] });
  });

  test('a row without columns that names no known occupation is refused', () => {
    expect(() =>
      readOccupations([welding, withoutColumns('9.1.01.02', 'Repair Glazier - Materials')]),
    ).toThrow('no known occupation');
  });

  test('a declared reading is applied before the cell is read', () => {
    const [metrology] = readOccupations([
      row('4.2.04.02', 'Metrology', 'Machinists - Digital/Auto Quality Managers - Electronics - Electronics'),
    ]);
    expect(metrology?.mentions.map(({ technologyArea }) => technologyArea)).toEqual([
      'digital-automation',
      'electronics',
    ]);
  });

  test('repeated lines of a pair become its count', () => {
    expect(makeSelections(readOccupations([welding]))).toEqual([
      { ksaCode: '9.1.01.01', occupationTitle: 'Designers', technologyArea: 'digital-automation', count: 1 },
      { ksaCode: '9.1.01.01', occupationTitle: 'Welder', technologyArea: 'materials', count: 2 },
    ]);
  });

  test('every en dash before an area is listed', () => {
    expect(enDashes(readOccupations([welding]))).toMatchObject([
      { printed: 'Designers – Digital/Auto', reading: 'Designers - Digital/Auto' },
    ]);
  });

  test('more lines than Table 17 has institutes are listed, and kept', () => {
    const selections = makeSelections(readOccupations([welding]));
    expect(printedTooOften(selections, makeOccupations(table17, table1, []))).toMatchObject([
      { printed: 'Welder, materials: 2 lines', reading: 'count 2; selected by 1' },
    ]);
  });
});

describe('the occupations of the framework', () => {
  test('are those of Table 17, with the role family of Table 1 where it names them', () => {
    expect(makeOccupations(table17, table1, readOccupations([welding]))).toEqual([
      { title: 'Designers', technologyArea: 'digital-automation', selectedBy: 1, roleFamily: undefined },
      { title: 'Welder', technologyArea: 'materials', selectedBy: 1, roleFamily: 'technician/operator' },
    ]);
  });

  test('cannot be named by Table 19 without standing in Table 17', () => {
    const ksas = readOccupations([row('9.1.01.01', 'Welding', 'Welder - Electronics')]);
    expect(() => makeOccupations(table17, table1, ksas)).toThrow(
      'Table 17 does not list Welder - electronics',
    );
  });

  test('cannot be named by Table 1 without standing in Table 17', () => {
    const withoutWelder = { ...table17, occupations: table17.occupations.slice(1) };
    expect(() => makeOccupations(withoutWelder, table1, [])).toThrow('Table 1 names Welder - materials');
  });
});
