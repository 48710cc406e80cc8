import type { z } from 'zod';
import {
  type AssembledList,
  beginsLikeFormula,
  headKeys,
  optionalColumns,
  type ReleaseAssembly,
  type ReleaseTable,
  releaseTables,
  restored,
  tableColumns,
} from '#domain';
import type { Turns } from '#platform/context/turns';
import { issueWords } from '#platform/http/issue-words';
import { UnreadableFile } from '../files/unreadable-file.ts';
import { columnLetter, type FileProblems } from './file-problems.ts';
import type { OtherCell, RawRow, RawTable } from './raw-table.ts';
import { MOST_ROWS, type ReadHead } from './read-file.ts';
import { faultsOf, headSchemas, NUMBERS, tableSchemas } from './row-schemas.ts';

type RowTable = Exclude<ReleaseTable, 'release'>;

const TABLE_OF: Readonly<Record<AssembledList, RowTable>> = {
  areas: 'technology_areas',
  items: 'items',
  occupations: 'occupations',
  selections: 'selections',
  successions: 'successions',
};

/** What the assembly calls a field that stands in a column of another name. */
const COLUMN_OF: Readonly<Record<string, string>> = {
  parent: 'parent_code',
  technologyArea: 'technology_area',
  ksa: 'ksa_code',
  occupation: 'occupation_title',
  from: 'from_lineage',
  to: 'to_lineage',
};

const OTHER: Readonly<Record<OtherCell['kind'], (text: string) => string>> = {
  number: (text) =>
    `is the number ${text} to the spreadsheet, which would make 4.1 of 4.10: format the cell as text`,
  boolean: (text) => `is a truth value (${text}): write it as text`,
  formula: () => 'is a formula: only values are read',
  error: (text) => `is an error of the spreadsheet (${text})`,
  merged: (range) => `is one cell of several (${range}): divide them, and give each what it holds`,
  far: (letter) => `stands in column ${letter}, beyond the table`,
  foreign: () => 'holds bytes that are no UTF-8 (Latin-1, perhaps): save the file as UTF-8',
};

interface Header {
  /** By their place; null: none of the table's. */
  readonly columns: readonly (string | null)[];
  readonly letters: ReadonlyMap<string, string>;
}

/** Reads the tables of a release, each row by itself, into an assembly. */
export class TableReader {
  readonly head: Record<string, string | null> = {};
  readonly #letters = new Map<string, ReadonlyMap<string, string>>();
  readonly #read = new Set<string>();
  #rows = 0;
  /** A table could not be read at all: what refers to it can say nothing. */
  isBroken = false;

  constructor(
    private readonly assembly: () => ReleaseAssembly,
    private readonly problems: FileProblems,
    private readonly turns: Turns,
  ) {}

  has(table: ReleaseTable): boolean {
    return this.#read.has(table);
  }

  async read(table: RawTable): Promise<void> {
    const name = table.name as ReleaseTable;
    if (!releaseTables.includes(name)) {
      this.tell(table.name, null, null, `is no table of a release: those are ${releaseTables.join(', ')}`);
      return;
    }
    if (this.#read.has(name)) this.tell(name, null, null, 'is there twice');
    this.#read.add(name);
    let header: Header | null = null;
    for await (const rows of table.rows()) {
      for (const row of rows) {
        if (header === null) {
          header = this.header(name, row);
          if (header === null) return;
        } else this.row(name, header, row, table.isCsv);
        if (this.turns.isOver) await this.turns.rest();
      }
    }
    if (header !== null) return;
    this.tell(name, 1, null, 'is empty: the first row names the columns');
    this.isBroken = true;
  }

  /** For the assembly: in the words of the table. */
  report(list: AssembledList, row: number, field: string, problem: string): void {
    this.tell(TABLE_OF[list], row, COLUMN_OF[field] ?? field, problem);
  }

  tell(table: string, row: number | null, column: string | null, problem: string): void {
    const letter = column === null ? undefined : this.#letters.get(table)?.get(column);
    const at = letter === undefined || row === null ? null : `${letter}${row}`;
    this.problems.add({ sheet: table, row, column, at, problem });
  }

  private header(table: ReleaseTable, { row, cells }: RawRow): Header | null {
    const known: readonly string[] = tableColumns[table];
    const letters = new Map<string, string>();
    const before = this.problems.count;
    const columns = cells.map((cell, place) => {
      const name = (typeof cell === 'string' ? restored(cell) : cell.text).trim().toLowerCase();
      if (name === '') return null;
      if (!known.includes(name)) this.tell(table, row, name.slice(0, 60), 'is no column of this table');
      else if (letters.has(name)) this.tell(table, row, name, 'is there twice');
      letters.set(name, columnLetter(place));
      return name;
    });
    for (const name of known) {
      if (letters.has(name) || optionalColumns[table].includes(name)) continue;
      this.tell(table, row, name, 'is missing: the first row names the columns');
    }
    this.#letters.set(table, letters);
    if (this.problems.count === before) return { columns, letters };
    this.isBroken = true;
    return null;
  }

  private row(table: ReleaseTable, header: Header, { row, cells }: RawRow, isCsv: boolean): void {
    this.#rows += 1;
    if (this.#rows > MOST_ROWS)
      throw new UnreadableFile(`has more than ${MOST_ROWS.toLocaleString('en')} rows`, {
        ...{ sheet: table, row, column: null },
      });
    const fields: Record<string, string | number | null> = {};
    for (const column of tableColumns[table]) fields[column] = null;
    const before = this.problems.count;
    const refuse = (column: string | null, problem: string) => this.tell(table, row, column, problem);
    for (const [place, cell] of cells.entries()) {
      const column = header.columns[place];
      if (column == null) {
        if (cell !== '')
          refuse(null, `has something in column ${letterOf(cell, place)}, which has no header`);
      } else fields[column] = valueOf(cell, column, isCsv, refuse);
    }
    if (table === 'release') this.headRow(row, fields);
    else if (this.problems.count === before) this.contentRow(table, row, fields);
    else this.unsound(table, fields);
  }

  private headRow(row: number, { key, value }: Record<string, string | number | null>): void {
    const name = String(key ?? '');
    const schema = (headSchemas as Readonly<Record<string, z.ZodType<string | null> | undefined>>)[name];
    if (!(headKeys as readonly string[]).includes(name) || schema === undefined) {
      this.tell('release', row, 'key', `is none of ${headKeys.join(', ')}`);
      return;
    }
    if (Object.hasOwn(this.head, name)) this.tell('release', row, 'key', 'is there twice');
    const parsed = schema.safeParse(value, { error: issueWords });
    if (parsed.success) this.head[name] = parsed.data;
    else for (const { problem } of faultsOf(parsed.error.issues)) this.tell('release', row, 'value', problem);
  }

  private contentRow(table: RowTable, row: number, fields: Record<string, string | number | null>): void {
    const assembly = this.assembly();
    const unfit = <Row>(schema: z.ZodType<Row>): Row | null => {
      const parsed = schema.safeParse(fields, { error: issueWords });
      if (parsed.success) return parsed.data;
      for (const { field, problem } of faultsOf(parsed.error.issues)) this.tell(table, row, field, problem);
      this.unsound(table, fields);
      return null;
    };
    switch (table) {
      case 'technology_areas': {
        const area = unfit(tableSchemas.technology_areas);
        if (area !== null) assembly.area(row, area);
        return;
      }
      case 'items': {
        const item = unfit(tableSchemas.items);
        if (item === null) return;
        const { parent_code: parentKey, definition_source: definitionSource, ...rest } = item;
        assembly.item(row, { ...rest, definitionSource, parentKey, key: item.code });
        return;
      }
      case 'occupations': {
        const occupation = unfit(tableSchemas.occupations);
        if (occupation === null) return;
        const { title, definition, lineage, technology_area: technologyArea } = occupation;
        const { selected_by: selectedBy, role_family: roleFamily } = occupation;
        const key = occupationKey(technologyArea, title);
        assembly.occupation(row, {
          ...{ key, title, technologyArea, definition, selectedBy, roleFamily, lineage },
        });
        return;
      }
      case 'selections': {
        const selection = unfit(tableSchemas.selections);
        if (selection === null) return;
        const occupation = occupationKey(selection.technology_area, selection.occupation_title);
        assembly.selection(row, { occupation, ksa: selection.ksa_code, count: selection.count });
        return;
      }
      case 'successions': {
        const succession = unfit(tableSchemas.successions);
        if (succession === null) return;
        const { subject, kind, from_lineage: from, to_lineage: to } = succession;
        assembly.succession(row, { subject, kind, from, to });
      }
    }
  }

  /** What refers to an unsound row is not to blame for it. */
  private unsound(table: RowTable, fields: Record<string, string | number | null>): void {
    const text = (column: string) => String(fields[column] ?? '').trim();
    const assembly = this.assembly();
    if (table === 'technology_areas') assembly.unsound('areas', text('code'));
    if (table === 'items') assembly.unsound('items', text('code'));
    if (table === 'occupations')
      assembly.unsound('occupations', occupationKey(text('technology_area'), text('title')));
    if (table === 'items' || table === 'occupations') assembly.unsound(table, text('lineage').toLowerCase());
  }
}

const letterOf = (cell: string | OtherCell, place: number): string =>
  typeof cell !== 'string' && cell.kind === 'far' ? cell.text : columnLetter(place);

const occupationKey = (technologyArea: string, title: string) => `${title} in ${technologyArea}`;

function valueOf(
  cell: string | OtherCell,
  column: string,
  isCsv: boolean,
  refuse: (column: string, problem: string) => void,
): string | number | null {
  const isNumber = NUMBERS.includes(column);
  if (typeof cell !== 'string') {
    if (isNumber && cell.kind === 'number') return Number(cell.text);
    refuse(column, OTHER[cell.kind](cell.text));
    return cell.text;
  }
  if (cell === '') return null;
  if (isCsv && beginsLikeFormula(cell)) {
    refuse(column, "begins like a formula, and a spreadsheet would run it: put a ' before it if it is text");
    return cell;
  }
  const text = restored(cell);
  if (isNumber) return /^ *\d{1,9} *$/.test(text) ? Number(text) : text;
  return text.trim() === '' ? null : text;
}

/** What the table `release` says; of a framework all or nothing. */
export function headOf(head: Readonly<Record<string, string | null>>): ReadHead {
  const {
    framework_uri: uri,
    framework_name: name,
    publisher,
    licence,
  } = head as Record<string, string | null | undefined>;
  return {
    ...(uri == null || name == null || publisher == null || licence == null
      ? {}
      : { framework: { uri, name, publisher, licence } }),
    ...(head['label'] == null ? {} : { label: head['label'] }),
    ...(head['state'] == null ? {} : { state: head['state'] as NonNullable<ReadHead['state']> }),
    uri: head['uri'] ?? null,
    publishedOn: head['published_on'] ?? null,
    basedOn: head['based_on'] ?? null,
    attribution: head['attribution'] ?? '',
  };
}
