import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { UnreadableFile } from '../files/unreadable-file.ts';
import type { ZipContents } from '../files/zip-file.ts';
import { columnLetter } from '../reading/file-problems.ts';
import { type OtherCell, type RawRow, type RawTable, tableNamed } from '../reading/raw-table.ts';
import { textPieces } from './text-pieces.ts';

export const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';
const SHARED_STRINGS = 'xl/sharedStrings.xml';

/** A cell may have 32,767 characters, each written as an entity at the longest; what has no tag for longer is no sheet. */
const MOST_BETWEEN_TAGS = 256 * 1024;

/** No table of a release has as many columns. */
const MOST_COLUMNS = 64;

/** The sheets of a workbook (ISO/IEC 29500, SpreadsheetML), in its order. */
export async function workbookTables(zip: ZipContents): Promise<RawTable[]> {
  const parts = zip.has(RELATIONS) ? await relations(zip) : new Map<string, string>();
  const sheets: { name: string; part: string }[] = [];
  await readXml(zip, WORKBOOK, {
    open: ({ name, attributes }) => {
      if (local(name) !== 'sheet') return;
      const relation = Object.entries(attributes).find(([key]) => local(key) === 'id')?.[1] ?? '';
      sheets.push({ name: tableNamed(attributes['name'] ?? ''), part: parts.get(relation) ?? '' });
    },
  });
  let strings: Promise<readonly string[]> | undefined;
  const shared = () => (strings ??= zip.has(SHARED_STRINGS) ? sharedStrings(zip) : Promise.resolve([]));
  return sheets.map(({ name, part }) => ({
    name,
    isCsv: false,
    async *rows() {
      yield* sheetRows(zip, name, part, await shared());
    },
  }));
}

async function relations(zip: ZipContents): Promise<ReadonlyMap<string, string>> {
  const parts = new Map<string, string>();
  await readXml(zip, RELATIONS, {
    open: ({ attributes }) => {
      const target = attributes['Target'] ?? '';
      parts.set(attributes['Id'] ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
  });
  return parts;
}

async function sharedStrings(zip: ZipContents): Promise<readonly string[]> {
  const strings: string[] = [];
  const texts = new Texts();
  await readXml(zip, SHARED_STRINGS, {
    open: ({ name }) => texts.open(local(name)),
    text: (text) => texts.text(text),
    close: (name) => {
      if (local(name) === 'si') strings.push(texts.take());
      else texts.close(local(name));
    },
  });
  return strings;
}

async function* sheetRows(
  zip: ZipContents,
  sheet: string,
  part: string,
  shared: readonly string[],
): AsyncGenerator<RawRow[]> {
  if (!zip.has(part)) throw new UnreadableFile('has no sheet here', { sheet, row: null, column: null });
  const reader = new SheetReader(shared);
  for await (const _ of xmlPieces(zip, part, reader)) {
    const rows = reader.take();
    if (rows.length > 0) yield rows;
  }
}

/** What runs of text a string is made of; how it is pronounced is not part of it. */
class Texts {
  #text = '';
  #isText = false;
  #phonetic = 0;

  open(name: string): void {
    if (name === 'rPh') this.#phonetic += 1;
    else if (name === 't') this.#isText = this.#phonetic === 0;
  }

  close(name: string): void {
    if (name === 'rPh') this.#phonetic -= 1;
    else if (name === 't') this.#isText = false;
  }

  text(text: string): void {
    if (this.#isText) this.#text += text;
  }

  take(): string {
    const text = unescaped(this.#text);
    this.#text = '';
    return text;
  }
}

class SheetReader implements XmlHandlers {
  #rows: RawRow[] = [];
  #cells: (string | OtherCell)[] = [];
  #row = 0;
  #column = 0;
  #type = 'n';
  #value = '';
  #isValue = false;
  #isFormula = false;
  readonly #texts = new Texts();

  constructor(private readonly shared: readonly string[]) {}

  take(): RawRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open({ name, attributes }: SaxesTagPlain): void {
    switch (local(name)) {
      case 'row':
        this.#row = /^\d{1,8}$/.test(attributes['r'] ?? '') ? Number(attributes['r']) : this.#row + 1;
        this.#cells = [];
        this.#column = -1;
        return;
      case 'c':
        this.#column = attributes['r'] === undefined ? this.#column + 1 : columnOf(attributes['r']);
        this.#type = attributes['t'] ?? 'n';
        this.#value = '';
        this.#isFormula = false;
        return;
      case 'f':
        this.#isFormula = true;
        return;
      case 'v':
        this.#isValue = true;
        return;
      case 'mergeCell':
        this.merged(attributes['ref'] ?? '');
        return;
      default:
        this.#texts.open(local(name));
    }
  }

  text(text: string): void {
    if (this.#isValue) this.#value += text;
    else this.#texts.text(text);
  }

  close(name: string): void {
    switch (local(name)) {
      case 'v':
        this.#isValue = false;
        return;
      case 'c':
        this.place(this.cell());
        return;
      case 'row':
        while (this.#cells.at(-1) === '') this.#cells.pop();
        if (this.#cells.length > 0) this.#rows.push({ row: this.#row, cells: this.#cells });
        return;
      default:
        this.#texts.close(local(name));
    }
  }

  private cell(): string | OtherCell {
    const inline = this.#texts.take();
    if (this.#isFormula) return { kind: 'formula', text: this.#value };
    switch (this.#type) {
      case 's':
        return this.shared[Number(this.#value)] ?? { kind: 'error', text: 'a text that is missing' };
      case 'inlineStr':
        return inline;
      case 'str':
        return unescaped(this.#value);
      case 'b':
        return { kind: 'boolean', text: this.#value === '1' ? 'TRUE' : 'FALSE' };
      case 'e':
        return { kind: 'error', text: this.#value };
      default:
        return this.#value === '' ? '' : { kind: 'number', text: this.#value };
    }
  }

  /** Cells that are empty may be left out of a row; of those beyond any table the first is enough. */
  private place(cell: string | OtherCell): void {
    if (cell === '' || this.#cells.length > MOST_COLUMNS) return;
    const isFar = this.#column >= MOST_COLUMNS;
    const column = isFar ? MOST_COLUMNS : this.#column;
    while (this.#cells.length < column) this.#cells.push('');
    this.#cells[column] = isFar ? { kind: 'far', text: columnLetter(this.#column) } : cell;
  }

  /** Behind all rows the sheet says which cells are one: as one more row, of nothing else. */
  private merged(range: string): void {
    this.#row = Number(/\d{1,8}/.exec(range)?.[0] ?? 1);
    this.#cells = [];
    this.#column = columnOf(range);
    this.place({ kind: 'merged', text: range.slice(0, 30) });
    this.#rows.push({ row: this.#row, cells: this.#cells });
  }
}

/** 0 is A. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/.exec(reference)?.[0] ?? 'A')
    column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** What XML cannot hold, or would change, stands as _xHHHH_. (ISO/IEC 29500-1, 22.9.2.19.) */
function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

interface XmlHandlers {
  open(tag: SaxesTagPlain): void;
  text?(text: string): void;
  close?(name: string): void;
}

async function readXml(zip: ZipContents, part: string, handlers: XmlHandlers): Promise<void> {
  for await (const _ of xmlPieces(zip, part, handlers));
}

/** Gives the handlers what a part of the workbook holds; gives way after each piece of it. */
async function* xmlPieces(zip: ZipContents, part: string, handlers: XmlHandlers): AsyncGenerator<void> {
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  let sinceTag = 0;
  const fail = (error: Error) => {
    throw new UnreadableFile(`is a broken workbook: ${part}: ${error.message}`);
  };
  parser.on('error', fail);
  parser.on('doctype', () => fail(new Error('a document type has no business here')));
  parser.on('opentag', (tag) => {
    sinceTag = 0;
    handlers.open(tag);
  });
  parser.on('closetag', ({ name }) => {
    sinceTag = 0;
    handlers.close?.(name);
  });
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  for await (const text of textPieces(zip.read(part), true)) {
    sinceTag += text.length;
    parser.write(text);
    if (sinceTag > MOST_BETWEEN_TAGS)
      throw new UnreadableFile(`is no workbook: ${part} holds a cell of more than any may`);
    yield;
  }
  parser.close();
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);
