import { describe, expect, test } from '@jest/globals';
import { readTable1 } from './table-1.ts';

const materials = [
  'Materials (Mtrl)',
  '43',
  'Technician/Operator • CNC Machinists/Operators Engineer/Scientist • Mechanical Engineers',
];

describe('Table 1', () => {
  test('an occupation has the role family under which it stands', () => {
    expect(readTable1([materials]).roleFamilies).toEqual([
      { title: 'CNC Machinists', technologyArea: 'materials', roleFamily: 'technician/operator' },
      { title: 'CNC Operators', technologyArea: 'materials', roleFamily: 'technician/operator' },
      { title: 'Mechanical Engineers', technologyArea: 'materials', roleFamily: 'engineer/scientist' },
    ]);
  });

  test('titles that it runs together are listed as read', () => {
    expect(readTable1([materials]).irregularities).toMatchObject([
      { printed: 'CNC Machinists/Operators', reading: 'CNC Machinists; CNC Operators' },
    ]);
  });

  test('a cell without both families is refused', () => {
    expect(() => readTable1([['Materials (Mtrl)', '43', 'Technician/Operator • Welder']])).toThrow(
      'no Engineer/Scientist',
    );
  });
});
