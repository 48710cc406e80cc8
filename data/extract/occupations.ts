import type { Irregularity, Occupation, Selection, TechnologyArea } from './framework.ts';
import { byAreaThenTitle, compareText } from './framework.ts';
import type { Mention } from './occupation-cell.ts';
import { readOccupationCell } from './occupation-cell.ts';
import { applyReadings, OCCUPATION_READINGS, TITLE_READINGS } from './readings.ts';
import type { Table1 } from './table-1.ts';
import type { Table17 } from './table-17.ts';
import type { KsaRow } from './table-19.ts';

export interface OccupationsOfKsa {
  readonly code: string;
  readonly title: string;
  readonly mentions: readonly Mention[];
}

/** The rows of Table 19 with their cells read; rows without columns are split by the titles of the others. */
export function readOccupations(rows: readonly KsaRow[]): OccupationsOfKsa[] {
  const inColumns = rows.filter(({ columns }) => columns);
  const known = new Set(inColumns.flatMap(({ code, cell }) => readCell(code, cell).map(key)));
  return rows.map(({ code, title, cell, columns }) => {
    const row = columns ? { title, cell } : splitColumns(code, `${title} ${cell}`.trim(), known);
    return {
      code,
      title: applyReadings(code, row.title, TITLE_READINGS),
      mentions: readCell(code, row.cell),
    };
  });
}

function readCell(code: string, cell: string): Mention[] {
  return readOccupationCell(code, applyReadings(code, cell, OCCUPATION_READINGS));
}

/** The earliest word from which on all that is printed is occupations that other rows print too. */
function splitColumns(
  code: string,
  text: string,
  known: ReadonlySet<string>,
): { title: string; cell: string } {
  const words = text.split(' ');
  // An occupation is three words at least: a title, the dash, the area.
  for (let at = 1; at + 2 < words.length; at += 1) {
    const cell = words.slice(at).join(' ');
    const [first] = readOccupationCell(code, cell);
    if (first !== undefined && known.has(key(first))) return { title: words.slice(0, at).join(' '), cell };
  }
  throw new Error(`Table 19, ${code}: no known occupation in "${text}"`);
}

export function makeOccupations(
  table17: Table17,
  table1: Table1,
  ksas: readonly OccupationsOfKsa[],
): Occupation[] {
  const families = new Map(table1.roleFamilies.map((named) => [key(named), named.roleFamily]));
  const listed = new Set(table17.occupations.map(key));
  if (listed.size !== table17.occupations.length) throw new Error('Table 17 lists a title twice in one area');
  for (const title of families.keys()) {
    if (!listed.has(title)) throw new Error(`Table 1 names ${title}, which Table 17 does not list`);
  }
  for (const { code, mentions } of ksas) {
    const unlisted = mentions.find((mention) => !listed.has(key(mention)));
    if (unlisted) throw new Error(`Table 19, ${code}: Table 17 does not list ${key(unlisted)}`);
  }
  return table17.occupations
    .map((occupation) => ({ ...occupation, roleFamily: families.get(key(occupation)) }))
    .sort(byAreaThenTitle);
}

export function makeSelections(ksas: readonly OccupationsOfKsa[]): Selection[] {
  return ksas
    .flatMap(({ code, mentions }) =>
      [...Map.groupBy(mentions, key).values()].map((same) => {
        const [{ title, technologyArea }] = same as [Mention];
        return { ksaCode: code, occupationTitle: title, technologyArea, count: same.length };
      }),
    )
    .sort(
      (a, b) =>
        compareText(a.ksaCode, b.ksaCode) ||
        byAreaThenTitle({ ...a, title: a.occupationTitle }, { ...b, title: b.occupationTitle }),
    );
}

/** An en dash before the area: the same separator as the hyphen of all other lines. */
export function enDashes(ksas: readonly OccupationsOfKsa[]): Irregularity[] {
  return ksas.flatMap(({ code, mentions }) =>
    mentions
      .filter(({ dash }) => dash === '–')
      .map(({ printed }) => ({
        place: `Table 19, ${code}, dash`,
        printed,
        reading: printed.replace(' – ', ' - '),
        reason:
          'An en dash stands before the area here, a hyphen in most lines; Table 17 lists the title in this area.',
      })),
  );
}

/** Lines printed more often than Table 17 says that institutes named the occupation. */
export function printedTooOften(
  selections: readonly Selection[],
  occupations: readonly Occupation[],
): Irregularity[] {
  const selectedBy = new Map(occupations.map((occupation) => [key(occupation), occupation.selectedBy]));
  return selections
    .filter((selection) => selection.count > (selectedBy.get(keyOf(selection)) ?? 0))
    .map((selection) => ({
      place: `Table 19, ${selection.ksaCode}, repeated line`,
      printed: `${selection.occupationTitle}, ${selection.technologyArea}: ${selection.count} lines`,
      reading: `count ${selection.count}; selected by ${selectedBy.get(keyOf(selection))}`,
      reason:
        'Table 17 marks the title as named by fewer institutes than there are lines. The lines are kept: with them Fig. 7 comes out ' +
        `for ${selection.ksaCode.slice(0, 6)} in ${selection.technologyArea}.`,
    }));
}

function key({ title, technologyArea }: { title: string; technologyArea: TechnologyArea }): string {
  return `${title} - ${technologyArea}`;
}

function keyOf({ occupationTitle, technologyArea }: Selection): string {
  return key({ title: occupationTitle, technologyArea });
}
