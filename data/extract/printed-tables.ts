import { areaOfTable } from '#domain';
import { areaNamed } from './area-names.ts';
import type { PrintedFigure } from './framework.ts';
import { paddedCode, plain, tableRows } from './source-text.ts';
import type { Table1 } from './table-1.ts';

/** A name that a table prints beside a code, to be compared with the item's title. */
export interface PrintedName {
  readonly place: string;
  readonly code: string;
  readonly printed: string;
}

export interface PrintedTables {
  readonly figures: readonly PrintedFigure[];
  readonly names: readonly PrintedName[];
}

/** Tables 1, 2, 4, 5, 6, 8, 10, 12, 14, 16 and Fig. 6 and 7, every cell as printed. */
export function readPrintedTables(lines: readonly string[], table1: Table1): PrintedTables {
  const tables = [
    {
      figures: table1.ksas.map((cell) => ({
        figure: 'Table 1',
        row: cell.technologyArea,
        column: '# KSAs',
        printed: cell.printed,
      })),
      names: [],
    },
    readMostCited('Table 2', tableRows(lines, /^Table 2\. /)),
    readKsaCounts(
      'Table 4',
      tableRows(lines, /^Table 4\. /).map(([code = '', name = '', count = '']) => [code, name, count]),
    ),
    readKsaCounts(
      'Table 5',
      tableRows(lines, /^Table 5\. /).map(([name = '', count = '']) => [...codeAndName(name), count]),
    ),
    readMostCited('Table 6', tableRows(lines, /^Table 6\. /)),
    ...Object.keys(areaOfTable).map((table) =>
      readSelections(table, tableRows(lines, new RegExp(`^${table}\\. `))),
    ),
    { figures: readHeatMap('Fig. 6', lines, 1), names: [] },
    { figures: readHeatMap('Fig. 7', lines, 2), names: [] },
  ];
  return { figures: tables.flatMap(({ figures }) => figures), names: tables.flatMap(({ names }) => names) };
}

/** Tables 2 and 6: "Mechanical engineering (4.1.03.04)", a number of occupations, areas. */
function readMostCited(figure: string, rows: readonly (readonly string[])[]): PrintedTables {
  const cited = rows.flatMap(([ksa = '', count = '', areas = '']) => {
    const found = /^(.*) \((\d(?:\.\d+){3})\)$/.exec(ksa);
    return found ? [{ name: found[1] ?? '', code: found[2] ?? '', count, areas }] : [];
  });
  return {
    figures: cited.flatMap(({ code, count, areas }) => [
      { figure, row: code, column: '# Occupations', printed: count },
      { figure, row: code, column: 'Technology Areas', printed: areas.split('; ').map(areaNamed).join('; ') },
    ]),
    names: cited.map(({ code, name }) => ({ place: figure, code, printed: name })),
  };
}

/** Tables 4 and 5: KSAs per competency and sub-competency. */
function readKsaCounts(figure: string, rows: readonly (readonly [string, string, string])[]): PrintedTables {
  const counted = rows
    .filter(([code]) => /^\d/.test(code))
    .map(([code, name, count]) => ({ code: paddedCode(code), name, count }));
  return {
    figures: counted.map(({ code, count }) => ({ figure, row: code, column: '# KSAs', printed: count })),
    names: counted.map(({ code, name }) => ({ place: figure, code, printed: name })),
  };
}

function readSelections(figure: string, rows: readonly (readonly string[])[]): PrintedTables {
  const column = '# KSA Selections';
  const counted = rows
    .filter(([name = '']) => /^\d/.test(name))
    .map(([name = '', count = '']) => ({ name: codeAndName(name), count }));
  return {
    figures: counted.map(({ name: [code], count }) => ({
      figure,
      row: paddedCode(code),
      column,
      printed: count,
    })),
    names: counted.map(({ name: [code, name] }) => ({
      place: figure,
      code: paddedCode(code),
      printed: name,
    })),
  };
}

function codeAndName(text: string): [code: string, name: string] {
  const space = text.indexOf(' ');
  return [text.slice(0, space), text.slice(space + 1)];
}

/** Fig. 6 and 7 are the only figures whose cells the text has: a code and five areas, once or twice in a row. */
function readHeatMap(figure: string, lines: readonly string[], blocks: number): PrintedFigure[] {
  const heads = ['', 'Bio', 'D/A', 'Elec', 'Mtrl', 'E/P'];
  const head = Array.from({ length: blocks }, () => heads.join('\t')).join('\t');
  const from = lines.indexOf(head);
  if (from < 0) throw new Error(`${figure}: no line "${head}"`);
  const end = lines.findIndex((line, at) => at > from && plain(line).startsWith(figure));
  return lines
    .slice(from + 1, end)
    .filter((line) => line.includes('\t'))
    .map((line) => line.split('\t'))
    .flatMap((cells) =>
      Array.from({ length: blocks }, (_, block) =>
        cells.slice(block * heads.length, (block + 1) * heads.length),
      ),
    )
    .flatMap(([row = '', ...counts]) =>
      counts.map((printed, place) => ({ figure, row, column: areaNamed(heads[place + 1] ?? ''), printed })),
    )
    .sort((a, b) => (a.row < b.row ? -1 : a.row > b.row ? 1 : 0));
}
