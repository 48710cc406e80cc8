import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { checkedInData } from './checked-in.ts';
import { NAMED_FRAMEWORKS } from './framework.ts';
import { readNamedFrameworks } from './named-frameworks.ts';

const definition = (code: string, source: string) => ({
  ...{ code, name: 'Any', definition: 'Do it.', source },
  provisional: false,
});

const read = (table5: string[][], sources: [code: string, source: string][] = []) =>
  readNamedFrameworks({
    table4: [
      ['DOL ID', 'Competency Name', '# KSAs'],
      ['4.1', 'Design', '41'],
    ],
    table5,
    table18: [definition('4.1', 'DOL'), ...sources.map(([code, source]) => definition(code, source))],
  });

describe('the other frameworks that the report names', () => {
  test('a competency taken over with identifier, name and definition is the same one', () => {
    const { associations, items } = read([]);
    expect(associations).toEqual([
      {
        ...{ fromCode: '4.1', framework: 'dol-amcm', toCode: '4.1', kind: 'exact', note: 'DOL ID 4.1' },
        source: 'NIST AMS 600-20, Tables 4 and 18',
      },
    ]);
    expect(items['dol-amcm'][1]).toMatchObject({ title: 'Design', definition: 'Do it.', parentCode: 'AMCM' });
  });

  test('what an item was derived from is related, as a whole or by its identifier', () => {
    const { associations } = read(
      [
        ['5.1 Additive', '2', ''],
        ['5.4 Cybersecurity', '10', 'NICE Framework [10]'],
        ['5.4.1 Fundamentals', '3', 'NICE Framework ID: NF-COM-008'],
      ],
      [
        ['5.1', 'NIST definition'],
        ['5.4', 'Modified from NIST NICE Framework'],
      ],
    );
    expect(associations.slice(1).map(({ source: _, ...each }) => Object.values(each))).toEqual([
      ['5.4', 'nice', 'NICE', 'related', 'NICE Framework [10]; Modified from NIST NICE Framework'],
      ['5.4.01', 'nice', 'NF-COM-008', 'related', 'NICE Framework ID: NF-COM-008'],
    ]);
    expect(associations[1]?.source).toBe('NIST AMS 600-20, Tables 5 and 18');
  });

  test('an item stands under the longest identifier that begins its own, else under the whole', () => {
    const { items } = read([
      ['5.5.1 a', '1', 'DOL BCM 4.2.9.2'],
      ['5.5 b', '1', 'DOL Bioscience Competency Model 4.2.9'],
      ['5.6.1 c', '1', 'DOL BCM 4.3.10'],
    ]);
    expect(items['dol-bcm'].map(({ code, kind, parentCode }) => [code, kind, parentCode])).toEqual([
      ['BCM', 'tier', ''],
      ['4.2.9', 'competency', 'BCM'],
      ['4.2.9.2', 'sub-competency', '4.2.9'],
      ['4.3.10', 'competency', 'BCM'],
    ]);
  });

  test('a source that is not declared stops the extraction', () => {
    expect(() => read([], [['5.1', 'Modified from ESCO']])).toThrow('names no framework that is declared');
    expect(() => read([['5.1 a', '1', 'ESCO 1']])).toThrow('Table 5, 5.1');
  });

  test('the number of another reference is a finding', () => {
    expect(
      read([['5.3 IT', '1', 'DOL Information Technology Competency Model [11]']]).irregularities,
    ).toMatchObject([{ place: 'Table 5, 5.3, deriving framework' }]);
  });

  test('the checked-in associations join items that exist, and each framework says whose it is', async () => {
    const data = await checkedInData();
    expect(data.associations).toHaveLength(27);
    for (const { fromCode, framework, toCode } of data.associations) {
      expect(data.items.map(({ code }) => code)).toContain(fromCode);
      expect(data.named[framework].map(({ code }) => code)).toContain(toCode);
    }
    for (const framework of NAMED_FRAMEWORKS) {
      const file = new URL(`../manufacturing-usa-2025/named/${framework}/release.json`, import.meta.url);
      expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ framework: { isBasis: false } });
    }
  });
});
