import { createReadStream } from 'node:fs';
import { posix } from 'node:path';
import { ReleaseAssembly, releaseTables, type ReportFault } from '#domain';
import { Turns } from '#platform/context/turns';
import { UnreadableFile } from '../files/unreadable-file.ts';
import { ZipContents } from '../files/zip-file.ts';
import { JsonElements } from '../formats/json-elements.ts';
import { csvTable } from '../formats/read-csv.ts';
import { workbookTables, WORKBOOK } from '../formats/read-xlsx.ts';
import { type Bytes, textPieces } from '../formats/text-pieces.ts';
import { FileProblems } from './file-problems.ts';
import { JsonReader } from './json-reader.ts';
import { type RawTable, tableNamed } from './raw-table.ts';
import type { ReadHead } from './read-file.ts';
import { jsonLists } from './row-schemas.ts';
import { headOf, TableReader } from './table-reader.ts';

export type FileFormat = 'json' | 'csv' | 'zip';

/** A file as it was read; sound only while `problems` has none. */
export interface ReleaseFile {
  readonly problems: FileProblems;
  readonly head: ReadHead;
  readonly assembly: ReleaseAssembly;
  /** So much of it could not be read that its rows cannot be held against each other. */
  readonly isBroken: boolean;
  readonly turns: Turns;
  /** Tells of a part of the head, in the words of the file. */
  readonly tellOfHead: (part: 'framework' | 'label', problem: string) => void;
  /** Tells of a row, in the words of the file. */
  readonly report: ReportFault;
}

export async function readReleaseFile(path: string, format: FileFormat): Promise<ReleaseFile> {
  const problems = new FileProblems();
  return format === 'json' ? readJson(path, problems) : readTables(path, format, problems);
}

async function readJson(path: string, problems: FileProblems): Promise<ReleaseFile> {
  problems.inOrderOf(['schema', 'framework', 'release', ...jsonLists]);
  const turns = new Turns();
  const assembly: ReleaseAssembly = new ReleaseAssembly((list, row, field, problem) =>
    reader.tell(list, row, field, problem),
  );
  const reader = new JsonReader(assembly, problems);
  const isBroken = await untilUnreadable(problems, async () => {
    const elements = new JsonElements(jsonLists);
    for await (const text of textPieces(createReadStream(path) as Bytes, true)) {
      elements.push(text, (element) => reader.take(element));
      if (turns.isOver) await turns.rest();
    }
    elements.end();
    reader.end(elements.keys);
  });
  return {
    ...{ problems, head: reader.head, assembly, isBroken, turns },
    tellOfHead: (part, problem) =>
      reader.tell(part === 'label' ? 'release' : part, null, part === 'label' ? 'label' : null, problem),
    report: (list, row, field, problem) => reader.tell(list, row, field, problem),
  };
}

async function readTables(path: string, format: 'csv' | 'zip', problems: FileProblems): Promise<ReleaseFile> {
  problems.inOrderOf(releaseTables);
  const turns = new Turns();
  const reader: TableReader = new TableReader(() => assembly, problems, turns);
  const assembly = new ReleaseAssembly(
    (list, row, field, problem) => reader.report(list, row, field, problem),
    () => !reader.has('technology_areas'),
  );
  const isUnreadable = await untilUnreadable(problems, async () => {
    if (format === 'csv') await reader.read(csvTable('items', () => createReadStream(path) as Bytes));
    else await readZip(path, reader);
    if (!reader.has('items')) {
      reader.tell('items', null, null, 'is missing: a release has items');
      reader.isBroken = true;
    }
  });
  return {
    ...{ problems, head: headOf(reader.head), assembly, isBroken: isUnreadable || reader.isBroken, turns },
    tellOfHead: (part, problem) =>
      reader.tell('release', null, part === 'label' ? 'label' : 'framework_uri', problem),
    report: (list, row, field, problem) => reader.report(list, row, field, problem),
  };
}

async function readZip(path: string, reader: TableReader): Promise<void> {
  const zip = await ZipContents.open(path);
  try {
    const tables = zip.has(WORKBOOK) ? await workbookTables(zip) : csvTables(zip);
    for (const table of tables) await reader.read(table);
  } finally {
    zip.close();
  }
}

/** Folders, and what systems add to an archive unasked; whatever else is no table was put there by somebody. */
const OF_NO_MATTER = /\/$|(^|\/)(__MACOSX\/|\._[^/]*$|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i;

function csvTables(zip: ZipContents): RawTable[] {
  return zip.names
    .filter((name) => !OF_NO_MATTER.test(name))
    .map((name) => csvTable(tableNamed(posix.basename(name).replace(/\.csv$/i, '')), () => zip.read(name)));
}

async function untilUnreadable(problems: FileProblems, read: () => Promise<void>): Promise<boolean> {
  try {
    await read();
    return false;
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    problems.add({ ...error.place, at: null, problem: error.problem });
    return true;
  }
}
