import { describe, expect, it } from '@jest/globals';
import { byCompetency } from './competencies.ts';

describe('requirements by competency', () => {
  const items = [{ code: '4.2', title: 'Operations Management' }];

  it('stand under the first two parts of their code, in the order they came', () => {
    const groups = byCompetency(['4.2.06.09', '4.1.02.01', '4.2.06.12'], (code) => code, items, 'Ours');
    expect(groups).toEqual([
      { code: '4.2', title: 'Operations Management', rows: ['4.2.06.09', '4.2.06.12'] },
      { code: '4.1', title: '4.1', rows: ['4.1.02.01'] },
    ]);
  });

  it('stand together where they are the organisation’s own', () => {
    expect(byCompetency(['own.1', '4.2.06.09', 'own.12'], (code) => code, items, 'Ours')).toEqual([
      { code: 'own', title: 'Ours', rows: ['own.1', 'own.12'] },
      { code: '4.2', title: 'Operations Management', rows: ['4.2.06.09'] },
    ]);
  });
});
