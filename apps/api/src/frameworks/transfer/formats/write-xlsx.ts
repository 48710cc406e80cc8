import type { Readable } from 'node:stream';
import {
  defused,
  type ReleaseDocument,
  type ReleaseTable,
  releaseTables,
  tableColumns,
  type TableRow,
  tableRows,
} from '#domain';
import { columnLetter } from '../reading/file-problems.ts';
import { NUMBERS } from '../reading/row-schemas.ts';
import { chunked } from './text-chunks.ts';
import { type ZippedFile, zipped } from './write-zip.ts';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Formats of cells: what spreadsheets choose; text, so that 4.10 stays it whoever types it; the header's. */
const [GENERAL, TEXT, HEADER] = [0, 1, 2];

/** In characters, where a column is wider than the usual. */
const WIDTHS: Readonly<Record<string, number>> = {
  title: 48,
  definition: 64,
  value: 64,
  occupation_title: 48,
};
const USUAL_WIDTH = 18;

/** A workbook with a sheet for each table (ISO/IEC 29500, SpreadsheetML): texts and numbers, no formula. */
export function workbook(document: ReleaseDocument): Readable {
  return zipped([
    file('[Content_Types].xml', contentTypes()),
    file('_rels/.rels', relationships([['officeDocument', 'xl/workbook.xml']])),
    file('xl/workbook.xml', workbookPart()),
    file(
      'xl/_rels/workbook.xml.rels',
      relationships([
        ...releaseTables.map((_, place) => ['worksheet', `worksheets/sheet${place + 1}.xml`] as const),
        ['styles', 'styles.xml'],
      ]),
    ),
    file('xl/styles.xml', styles()),
    ...releaseTables.map((table, place) => ({
      name: `xl/worksheets/sheet${place + 1}.xml`,
      pieces: () => chunked(sheet(document, table)),
    })),
  ]);
}

const file = (name: string, text: string): ZippedFile => ({
  name,
  pieces: () => [Buffer.from(DECLARATION + text)],
});

function* sheet(document: ReleaseDocument, table: ReleaseTable): Generator<string> {
  const columns = tableColumns[table];
  yield `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">`;
  yield '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>';
  for (const [place, column] of columns.entries()) {
    const style = NUMBERS.includes(column) ? GENERAL : TEXT;
    yield `<col min="${place + 1}" max="${place + 1}" width="${WIDTHS[column] ?? USUAL_WIDTH}" style="${style}" customWidth="1"/>`;
  }
  yield '</cols><sheetData>';
  yield row(1, columns, HEADER);
  let at = 1;
  for (const cells of tableRows(document, table)) {
    at += 1;
    yield row(at, cells, TEXT);
  }
  yield '</sheetData></worksheet>';
}

function row(at: number, cells: TableRow, style: number | undefined): string {
  let text = `<row r="${at}">`;
  for (const [place, cell] of cells.entries()) {
    if (cell === null) continue;
    const reference = `${columnLetter(place)}${at}`;
    text +=
      typeof cell === 'number'
        ? `<c r="${reference}"><v>${cell}</v></c>`
        : `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(defused(cell))}</t></is></c>`;
  }
  return `${text}</row>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** What XML cannot hold, or would change, stands as _xHHHH_; so does what looks like it. (29500-1, 22.9.2.19.) */
function escaped(text: string): string {
  return (
    text
      .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
      // eslint-disable-next-line no-control-regex -- control characters are what is escaped here
      .replaceAll(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, hexOf)
      .replaceAll(/[&<>]/g, (sign) => ENTITIES[sign] as string)
  );
}

const hexOf = (character: string): string =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

function contentTypes(): string {
  const sheets = releaseTables.map(
    (_, place) =>
      `<Override PartName="/xl/worksheets/sheet${place + 1}.xml" ContentType="${TYPES}.worksheet+xml"/>`,
  );
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>${sheets.join('')}</Types>`;
}

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const each = targets.map(
    ([type, target], place) =>
      `<Relationship Id="rId${place + 1}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

function workbookPart(): string {
  const sheets = releaseTables.map(
    (table, place) => `<sheet name="${table}" sheetId="${place + 1}" r:id="rId${place + 1}"/>`,
  );
  return `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheets>${sheets.join('')}</sheets></workbook>`;
}

function styles(): string {
  const format = (number: number, font: number) =>
    `<xf numFmtId="${number}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`;
  return `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3">${format(0, 0)}${format(49, 0)}${format(49, 1)}</cellXfs></styleSheet>`;
}
