import { beforeAll, describe, expect, test } from '@jest/globals';
import { analyse, printedKey, type Recomputed, reportStatements } from '#domain';
import { checkedInData } from '../checked-in.ts';
import type { DataSet } from '../data-set-files.ts';
import { compiled, type Framework, TECHNOLOGY_AREAS, type TechnologyArea } from '../framework.ts';
import { crossCheck, sorted } from './cross-check.ts';
import { differences } from './differences.ts';
import { leftOut } from './left-out.ts';
import { remarkOn, REMARKS } from './remarks.ts';
import { unprintedRepeats } from './unprinted-repeats.ts';

let data: DataSet;
let checked: Recomputed[];

beforeAll(async () => {
  data = await checkedInData();
  checked = crossCheck(data, data.printed);
});

const differingIn = (cells: readonly Recomputed[]) => cells.filter(({ agrees }) => !agrees).map(printedKey);

describe('every printed figure, recomputed from the data', () => {
  test.each([
    ['Table 1', 5, 5],
    ['Table 2', 11, 12],
    ['Table 4', 6, 6],
    ['Table 5', 21, 21],
    ['Table 6', 16, 16],
    ['Table 8', 5, 5],
    ['Table 10', 5, 5],
    ['Table 12', 5, 6],
    ['Table 14', 3, 5],
    ['Table 16', 3, 6],
    ['Fig. 4', 20, 20],
    ['Fig. 6', 53, 65],
    ['Fig. 7', 325, 340],
  ])('%s: %i of %i come out', (figure, agreeing, all) => {
    const cells = checked.filter((cell) => cell.figure === figure);
    expect(cells).toHaveLength(all);
    expect(cells.filter(({ agrees }) => agrees)).toHaveLength(agreeing);
  });

  test('that differs has its row in irregularities.csv, and no row there about a figure is stale', () => {
    const figures = new Set(data.printed.map(printedKey));
    const listed = data.irregularities.filter(({ place }) => figures.has(place));
    expect(listed).toEqual(expect.arrayContaining(differences(checked, data)));
    expect(listed).toHaveLength(differences(checked, data).length);
  });

  test('comes out or is explained: none is left over', () => {
    const { agreed, explained, unexplained } = sorted(checked, data.irregularities);
    expect(unexplained).toEqual([]);
    expect([agreed.length, explained.length, data.printed.length]).toEqual([571, 64, 635]);
  });

  test('of Fig. 7 comes out in whole rows, 56 of 68', () => {
    const rows = [
      ...Map.groupBy(
        checked.filter(({ figure }) => figure === 'Fig. 7'),
        ({ row }) => row,
      ).values(),
    ];
    expect(rows).toHaveLength(68);
    expect(rows.filter((cells) => cells.every(({ agrees }) => agrees))).toHaveLength(56);
  });

  test('that differs is explained by a remark, and no remark is stale', () => {
    const used = new Set(checked.filter(({ agrees }) => !agrees).map(remarkOn));
    expect(used).toEqual(new Set(REMARKS));
  });

  test('that a list of the most selected leaves out has its row in irregularities.csv', () => {
    const missing = leftOut(data, data.printed);
    expect(data.irregularities.filter(({ place }) => place.endsWith(' left out'))).toHaveLength(
      missing.length,
    );
    expect(data.irregularities).toEqual(expect.arrayContaining(missing));
  });

  test('in the running text is in printed.csv, each statement once', () => {
    const printed = data.printed.map(printedKey);
    for (const statement of reportStatements()) {
      expect(printed.filter((key) => key === printedKey(statement))).toHaveLength(1);
    }
  });
});

describe('the most strongly associated KSAs of section 3.2.2', () => {
  test.each([
    ['4.1.07.01', ['4.1.09.02', '4.2.01.04', '4.2.07.16', '4.2.09.05']],
    ['4.1.07.02', ['4.2.11.02', '4.1.09.02', '4.2.09.05', '4.2.11.03', '4.2.11.14']],
    ['4.1.02.04', ['4.1.03.08', '4.1.03.02', '4.1.03.04', '4.1.07.02']],
  ])('of %s come out in their printed order', (ksa, printed) => {
    const question = { name: 'associated-ksas', subject: ksa, under: null } as const;
    const ranked = analyse(compiled(data), question).rows.map(({ code }) => code);
    expect(ranked.slice(0, printed.length)).toEqual(printed);
  });
});

describe('the figures among themselves', () => {
  const cell = (figure: string, row: string, column: string) =>
    Number(data.printed.find((printed) => printedKey(printed) === `${figure}, ${row}, ${column}`)?.printed);

  test('Fig. 6 is the sum of Fig. 7, except its row 5.2, which is the row 5.2.01', () => {
    const rows = new Set(data.printed.filter(({ figure }) => figure === 'Fig. 7').map(({ row }) => row));
    for (const { row, column, printed } of data.printed.filter(({ figure }) => figure === 'Fig. 6')) {
      const parts = [...rows].filter((code) =>
        row === '5.2' ? code === '5.2.01' : code.startsWith(`${row}.`),
      );
      expect(parts.reduce((sum, part) => sum + cell('Fig. 7', part, column), 0)).toBe(Number(printed));
    }
  });

  test('Fig. 7 never counts less than Table 19 prints', () => {
    for (const { figure, printed, recomputed } of checked) {
      if (figure === 'Fig. 7') expect(Number(printed)).toBeGreaterThanOrEqual(Number(recomputed));
    }
  });
});

test('repeats that Table 17 marks would cover 12 of the 15 cells of Fig. 7 that differ', () => {
  const cells = checked.filter(({ figure, agrees }) => figure === 'Fig. 7' && !agrees);
  const uncovered = cells.filter(
    (cell) => unprintedRepeats(data, cell) < Number(cell.printed) - Number(cell.recomputed),
  );
  expect(cells).toHaveLength(15);
  expect(uncovered.map(printedKey)).toEqual([
    'Fig. 7, 4.1.05, electronics',
    'Fig. 7, 4.1.09, electronics',
    'Fig. 7, 5.4.04, digital-automation',
  ]);
});

describe('without a reading, the figures that it settles no longer come out', () => {
  test('4.2.13.02 in biomanufacturing, as printed', () => {
    const title = 'Industrial Engineering Technologists and Technicians';
    expect(brokenBy(moved('4.2.13.02', title, 'electronics', 'biomanufacturing'))).toEqual([
      'Table 1, electronics, # KSAs',
      'Fig. 6, 4.2, biomanufacturing',
      'Fig. 6, 4.2, electronics',
      'Fig. 7, 4.2.13, biomanufacturing',
      'Fig. 7, 4.2.13, electronics',
      'Section 3.2.1, electronics, KSAs shared with biomanufacturing',
      'Section 3.2.1, electronics, KSAs shared, all areas summed',
      'Section 3.2.1, 4, % of KSAs in several areas',
      'Section 3.2.1, 4.2, % of KSAs in several areas',
      'Section 3.3.1, biomanufacturing, KSAs of this area only',
      'Section 3.3.1, biomanufacturing, % of KSAs of this area only',
      'Section 3.3.3, electronics, # KSAs',
    ]);
  });

  test.each(['biomanufacturing', 'energy-process'] as const)('4.2.09.04 in %s', (area) => {
    expect(brokenBy(moved('4.2.09.04', 'Machine Operators', 'materials', area))).toEqual(
      expect.arrayContaining(['Fig. 7, 4.2.09, materials', `Fig. 7, 4.2.09, ${area}`]),
    );
  });

  test('4.4.11.01 in materials', () => {
    expect(brokenBy(moved('4.4.11.01', 'Machinists', 'digital-automation', 'materials'))).toEqual(
      expect.arrayContaining(['Fig. 7, 4.4.11, digital-automation', 'Fig. 7, 4.4.11, materials']),
    );
  });

  test.each(['5.2.02.07', '5.4.01.02', '5.4.03.04'])('%s in electronics', (code) => {
    const title = 'Industrial Engineering Technologists and Technicians';
    expect(brokenBy(moved(code, title, 'digital-automation', 'electronics'))).toEqual(
      expect.arrayContaining([`Fig. 7, ${code.slice(0, 6)}, digital-automation`]),
    );
  });

  function moved(code: string, title: string, from: TechnologyArea, to: TechnologyArea): Framework {
    expect(TECHNOLOGY_AREAS).toContain(to);
    const selections = data.selections.map((selection) =>
      selection.ksaCode === code && selection.occupationTitle === title && selection.technologyArea === from
        ? { ...selection, technologyArea: to }
        : selection,
    );
    expect(selections).not.toEqual(data.selections);
    const listed = data.occupations.some((each) => each.title === title && each.technologyArea === to);
    // What Table 17 does not list there is the occupation that it would be, elsewhere.
    const occupations = data.occupations.map((each) =>
      !listed && each.title === title && each.technologyArea === from
        ? { ...each, technologyArea: to }
        : each,
    );
    return { ...data, occupations, selections };
  }

  function brokenBy(framework: Framework): string[] {
    const before = new Set(differingIn(checked));
    return differingIn(crossCheck(framework, data.printed)).filter((key) => !before.has(key));
  }
});
