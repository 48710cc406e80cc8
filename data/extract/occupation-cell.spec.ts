import { describe, expect, test } from '@jest/globals';
import { readOccupationCell } from './occupation-cell.ts';

const read = (cell: string) =>
  readOccupationCell('4.1.01.01', cell).map(({ title, technologyArea }) => [title, technologyArea]);

describe('a cell of occupations', () => {
  test('each line ends with its area', () => {
    expect(
      read(
        'Robotics Integrators - Digital/Auto Automation Engineers - BioMFG Research Analysts - Energy/Process',
      ),
    ).toEqual([
      ['Robotics Integrators', 'digital-automation'],
      ['Automation Engineers', 'biomanufacturing'],
      ['Research Analysts', 'energy-process'],
    ]);
  });

  test('an en dash parts as a hyphen does, and a hyphen inside a title does not', () => {
    expect(read('Process Engineers – Energy/Process First-Line Supervisors - Energy/Process')).toEqual([
      ['Process Engineers', 'energy-process'],
      ['First-Line Supervisors', 'energy-process'],
    ]);
  });

  test('a title that begins with the name of an area is a title', () => {
    expect(read('Materials Scientists - Electronics Electronics Assemblers - Electronics')).toEqual([
      ['Materials Scientists', 'electronics'],
      ['Electronics Assemblers', 'electronics'],
    ]);
  });

  test('a repeated line is kept', () => {
    expect(read('Mechatronics Technicians - Materials Mechatronics Technicians - Materials')).toHaveLength(2);
  });

  test('an area printed twice is refused', () => {
    expect(() => read('Quality Managers - Electronics - Electronics')).toThrow(
      'no technology area after "- Electronics"',
    );
  });

  test('an area left out at the end is refused', () => {
    expect(() => read('Designers - Digital/Auto Machinists')).toThrow(
      'no technology area after "Machinists"',
    );
  });

  test('an area left out after its dash is refused', () => {
    expect(() => read('Additive Manufacturing Technicians - Machinists - Digital/Auto')).toThrow(
      'two dashes',
    );
  });
});
