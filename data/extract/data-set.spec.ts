import { beforeAll, describe, expect, test } from '@jest/globals';
import { ReleaseFacts } from '#domain';
import { checkedInData, readCheckedIn } from './checked-in.ts';
import { type DataSet, toFiles } from './data-set-files.ts';
import { byAreaThenTitle, compiled, TECHNOLOGY_AREAS } from './framework.ts';

let data: DataSet;
let measures: ReleaseFacts;

beforeAll(async () => {
  data = await checkedInData();
  measures = new ReleaseFacts(compiled(data));
});

describe('the checked-in framework', () => {
  test('has 2 tiers, 13 competencies, 68 sub-competencies and 235 KSAs', () => {
    const counted = Map.groupBy(data.items, ({ kind }) => kind);
    expect([...counted].map(([kind, items]) => [kind, items.length])).toEqual([
      ['tier', 2],
      ['competency', 13],
      ['sub-competency', 68],
      ['ksa', 235],
    ]);
  });

  test.each([
    ['4.1', 41],
    ['4.2', 80],
    ['4.3', 25],
    ['4.4', 13],
    ['4.5', 15],
    ['4.6', 9],
    ['5.1', 2],
    ['5.2', 16],
    ['5.3', 14],
    ['5.4', 10],
    ['5.5', 5],
    ['5.6', 2],
    ['5.7', 3],
  ])('has under %s %i KSAs', (code, count) => {
    expect(measures.ksasUnder(code)).toHaveLength(count);
  });

  test('numbers the KSAs of a sub-competency without a gap and prints them in the order of their titles', () => {
    for (const [parent, ksas] of Map.groupBy(
      data.items.filter(({ kind }) => kind === 'ksa'),
      ({ parentCode }) => parentCode,
    )) {
      expect(ksas.map(({ code }) => code)).toEqual(
        ksas.map((_, place) => `${parent}.${String(place + 1).padStart(2, '0')}`),
      );
      // A title out of order would be a title under a wrong code.
      const titles = ksas.map(({ title }) => title.toLowerCase());
      expect(titles).toEqual([...titles].sort());
    }
  });

  test('has 132 occupations, pairs of title and area, named by institutes 149 times', () => {
    expect(
      new Set(data.occupations.map(({ title, technologyArea }) => `${title}/${technologyArea}`)).size,
    ).toBe(132);
    expect(data.occupations.reduce((sum, { selectedBy }) => sum + selectedBy, 0)).toBe(149);
  });

  test.each([
    ['biomanufacturing', 16, 65],
    ['digital-automation', 24, 104],
    ['electronics', 33, 78],
    ['materials', 30, 43],
    ['energy-process', 29, 57],
  ] as const)('has in %s %i occupations, which need %i KSAs', (area, occupations, ksas) => {
    expect(data.occupations.filter(({ technologyArea }) => technologyArea === area)).toHaveLength(
      occupations,
    );
    expect(measures.ksasOfArea(area)).toHaveLength(ksas);
  });

  test('shares 28 KSAs between digital/automation and energy/process', () => {
    expect(measures.ksasShared('digital-automation', 'energy-process')).toBe(28);
  });

  test('ranks 4.2.07, 4.2.11 and 4.1.02 first by KSAs, as section 3.1.2 says', () => {
    const ranked = measures
      .subCompetencies('4')
      .sort((a, b) => measures.ksasUnder(b).length - measures.ksasUnder(a).length);
    expect(ranked.slice(0, 3)).toEqual(['4.2.07', '4.2.11', '4.1.02']);
  });

  test('shows electronics as the area that shares most with the others, as section 3.2.1 says', () => {
    const shared = TECHNOLOGY_AREAS.map((area) =>
      TECHNOLOGY_AREAS.filter((other) => other !== area).reduce(
        (sum, other) => sum + measures.ksasShared(area, other),
        0,
      ),
    );
    expect(Math.max(...shared)).toBe(shared[TECHNOLOGY_AREAS.indexOf('electronics')]);
  });

  test('defines the 13 competencies and 47 of the 48 sub-competencies of tier 4', () => {
    const defined = data.items.filter(({ definition }) => definition !== '');
    expect(defined.filter(({ kind }) => kind === 'competency')).toHaveLength(13);
    expect(defined.filter(({ kind }) => kind === 'sub-competency')).toHaveLength(47);
    expect(defined.every(({ definitionSource }) => definitionSource !== '')).toBe(true);
  });

  test('marks as provisional exactly what the source of the definition calls so', () => {
    for (const { definitionSource, provisional } of data.items) {
      expect(provisional).toBe(definitionSource.includes('Provisional'));
    }
  });
});

describe('the checked-in files', () => {
  test('are as the writer writes them', async () => {
    expect(toFiles(data)).toEqual(await readCheckedIn());
  });

  test('name for every item a parent that stands before it', () => {
    const seen = new Set(['']);
    for (const { code, parentCode } of data.items) {
      expect(seen).toContain(parentCode);
      seen.add(code);
    }
  });

  test('are in a stable order', () => {
    const codes = data.items.map(({ code }) => code);
    expect(codes).toEqual([...codes].sort());
    expect(data.occupations).toEqual([...data.occupations].sort(byAreaThenTitle));
  });

  test('select only KSAs and occupations that exist, each pair once, and leave none out', () => {
    const ksas = new Set(measures.ksas);
    const occupations = new Set(
      data.occupations.map(({ title, technologyArea }) => `${title}/${technologyArea}`),
    );
    const selected = data.selections.map(
      ({ occupationTitle, technologyArea }) => `${occupationTitle}/${technologyArea}`,
    );
    expect(new Set(data.selections.map(({ ksaCode }) => ksaCode))).toEqual(ksas);
    expect(new Set(selected)).toEqual(occupations);
    expect(new Set(data.selections.map(({ ksaCode }, place) => `${ksaCode}/${selected[place]}`)).size).toBe(
      data.selections.length,
    );
  });

  test('hold no second space, no stray separator and no en dash in a title', () => {
    for (const { title } of [...data.items, ...data.occupations]) {
      expect(title).not.toMatch(/\s\s|^\s|\s$|–|^$/);
    }
    for (const { title } of data.occupations) expect(title).not.toContain(' - ');
  });
});
