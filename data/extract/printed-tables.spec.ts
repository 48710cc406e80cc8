import { describe, expect, test } from '@jest/globals';
import { readPrintedTables } from './printed-tables.ts';

const heads = '\tBio\tD/A\tElec\tMtrl\tE/P';

const report = [
  'Table 2. Most Cited.',
  '',
  'KSA (KSA ID)\t# Occupations\tTechnology Areas',
  'Data collection and analysis (4.1.07.02)\t29\tBiomanufacturing; Energy/Process',
  '',
  'Table 4. Counts.',
  'DOL ID\tCompetency Name\t# KSAs',
  '4.1\tDesign\t41',
  '',
  'Table 5. Counts.',
  'Competency/Sub-Competency Name\t# KSAs',
  '5.3.1 Programming\t2\tDOL ITCM 4.4.2',
  '',
  'Table 6. Top.',
  'Tier 4\t# Occupations\tTechnology Areas',
  'Mechanical engineering (4.1.03.04)\t11\tMaterials',
  'Tier 5\t# Occupations\tTechnology Areas',
  'Root-cause analysis (5.2.03.03)\t4\tElectronics',
  '',
  ...[8, 10, 12, 14, 16].flatMap((table) => [
    `Table ${table}. Highly Selected.`,
    'Sub\t#',
    '4.2.1 Functions (Operations)\t22',
    '',
  ]),
  'Fig. 6 shows more.',
  heads,
  '4.1\t38\t15\t70\t52\t80',
  '',
  'Fig. 6. Number.',
  `${heads}\t${heads}`,
  '4.1.01\t1\t2\t3\t4\t5\t4.4.06\t6\t7\t8\t9\t10',
  '',
  'Fig. 7. Number.',
];

const read = () => readPrintedTables(report, { ksas: [], roleFamilies: [], irregularities: [] });
const printedIn = (figure: string) =>
  read()
    .figures.filter((cell) => cell.figure === figure)
    .map(({ row, column, printed }) => [row, column, printed]);

describe('the printed figures', () => {
  test('Tables 2 and 6 give a number and areas for a KSA, and their headings are no rows', () => {
    expect(printedIn('Table 2')).toEqual([
      ['4.1.07.02', '# Occupations', '29'],
      ['4.1.07.02', 'Technology Areas', 'biomanufacturing; energy-process'],
    ]);
    expect(printedIn('Table 6').map(([row]) => row)).toEqual([
      '4.1.03.04',
      '4.1.03.04',
      '5.2.03.03',
      '5.2.03.03',
    ]);
  });

  test('Tables 4 and 5 give numbers for codes, which Table 5 prints before the name', () => {
    expect(printedIn('Table 4')).toEqual([['4.1', '# KSAs', '41']]);
    expect(printedIn('Table 5')).toEqual([['5.3.01', '# KSAs', '2']]);
  });

  test('the tables of one area give numbers for sub-competencies', () => {
    expect(printedIn('Table 16')).toEqual([['4.2.01', '# KSA Selections', '22']]);
  });

  test('Fig. 6 has one block of areas and Fig. 7 two beside each other', () => {
    expect(printedIn('Fig. 6')).toHaveLength(5);
    expect(printedIn('Fig. 7')).toContainEqual(['4.4.06', 'biomanufacturing', '6']);
    expect(printedIn('Fig. 7')).toContainEqual(['4.1.01', 'energy-process', '5']);
  });

  test('names beside codes are kept, to be compared with the items', () => {
    expect(read().names).toContainEqual({
      place: 'Table 8',
      code: '4.2.01',
      printed: 'Functions (Operations)',
    });
  });
});
