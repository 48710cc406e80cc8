import { describe, expect, test } from '@jest/globals';
import { type ItemSources, makeItems } from './items.ts';

const sources: ItemSources = {
  tiers: [{ code: '5', title: 'Sector' }],
  headings: [
    { code: '5.1', printed: 'ADDITIVE MANUFACTURING' },
    { code: '5.2', printed: 'SMART MANUFACTURING' },
    { code: '5.2.01', printed: 'IT/OT INTEGRATION' },
  ],
  ksas: [
    { code: '5.1.00.01', title: 'Business case' },
    { code: '5.2.01.01', title: 'Sensors' },
  ],
  definitions: [
    {
      code: '5.2',
      name: 'Smart Manufacturing',
      definition: 'Make it smart.',
      source: 'NIST',
      provisional: false,
    },
  ],
};

const placesOf = (changed: Partial<ItemSources> = {}) =>
  makeItems({ ...sources, ...changed }).irregularities.map(({ place }) => place);

describe('items', () => {
  test('stand in the order of their codes, each under its parent', () => {
    const { items } = makeItems(sources);
    expect(items.map(({ code, kind, parentCode }) => [code, kind, parentCode])).toEqual([
      ['5', 'tier', ''],
      ['5.1', 'competency', '5'],
      ['5.1.00', 'sub-competency', '5.1'],
      ['5.1.00.01', 'ksa', '5.1.00'],
      ['5.2', 'competency', '5'],
      ['5.2.01', 'sub-competency', '5.2'],
      ['5.2.01.01', 'ksa', '5.2.01'],
    ]);
  });

  test('headings in capitals are written as titles, abbreviations kept', () => {
    expect(makeItems(sources).items.find(({ code }) => code === '5.2.01')?.title).toBe('IT/OT Integration');
  });

  test('only what Table 18 defines has a definition', () => {
    const defined = makeItems(sources).items.filter(({ definition }) => definition !== '');
    expect(defined).toMatchObject([{ code: '5.2', definition: 'Make it smart.', definitionSource: 'NIST' }]);
  });

  test('the heading that is not printed is listed', () => {
    expect(placesOf()).toContain('Table 19, 5.1.00');
  });

  test('a definition of something that Table 19 does not print is listed, not made an item', () => {
    const definitions = [
      { code: '5.3', name: 'More', definition: 'More.', source: 'NIST', provisional: false },
    ];
    expect(placesOf({ definitions })).toContain('Table 18, 5.3');
  });

  test('another name in Table 18 is listed', () => {
    const definitions = [
      { code: '5.2', name: 'Smart Making', definition: 'Make.', source: 'NIST', provisional: false },
    ];
    expect(placesOf({ definitions })).toContain('Table 18, 5.2, name');
  });

  test('a code printed twice is refused', () => {
    const ksas = [...sources.ksas, { code: '5.2.01.01', title: 'Again' }];
    expect(() => makeItems({ ...sources, ksas })).toThrow('a code twice');
  });

  test('a KSA without its sub-competency is refused', () => {
    const ksas = [...sources.ksas, { code: '5.2.09.01', title: 'Lost' }];
    expect(() => makeItems({ ...sources, ksas })).toThrow('stands under no 5.2.09');
  });
});
