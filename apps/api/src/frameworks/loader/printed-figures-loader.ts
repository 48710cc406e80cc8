import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClientBase } from 'pg';
import { printedKey } from '#domain';
import { uuid5OfUrl } from '../uuid5.ts';
import { type Fault, MalformedRelease } from './fault.ts';
import { readDescription } from './read-release.ts';
import { rowsOf } from './row-reader.ts';

const PRINTED = 'printed.csv';
const PRINTED_COLUMNS = ['figure', 'row', 'column', 'printed'] as const;
const IRREGULARITIES = 'irregularities.csv';
const IRREGULARITY_COLUMNS = ['place', 'printed', 'reading', 'reason'] as const;

interface PrintedRow {
  readonly position: number;
  readonly figure: string;
  readonly row_name: string;
  readonly column_name: string;
  readonly printed: string;
  readonly reason: string | null;
}

/**
 * Brings what the report of a release prints, where its folder says so, with the reasons for what differs. They are no
 * part of the release and are brought again whenever the files say otherwise. The connection must be the owner's, and
 * the release loaded.
 */
export class PrintedFiguresLoader {
  constructor(private readonly owner: ClientBase) {}

  /** @returns how many figures were brought; 0 when they were there @throws MalformedRelease */
  async load(folder: string): Promise<number> {
    if (!(await readdir(folder)).includes(PRINTED)) return 0;
    const { releaseId, rows } = await this.read(folder);
    await this.owner.query('begin');
    try {
      const brought = await this.bring(releaseId, rows);
      await this.owner.query('commit');
      return brought;
    } catch (error) {
      await this.owner.query('rollback');
      throw error;
    }
  }

  private async read(folder: string): Promise<{ releaseId: string; rows: readonly PrintedRow[] }> {
    const faults: Fault[] = [];
    const description = readDescription(await readFile(join(folder, 'release.json')), faults);
    const reasons = new Map<string, string>();
    for (const row of rowsOf(
      IRREGULARITIES,
      await readFile(join(folder, IRREGULARITIES)),
      IRREGULARITY_COLUMNS,
      faults,
    ))
      reasons.set(row.text('place'), row.text('reason'));
    const rows: PrintedRow[] = [];
    const known = new Set<string>();
    for (const row of rowsOf(PRINTED, await readFile(join(folder, PRINTED)), PRINTED_COLUMNS, faults)) {
      const figure = { figure: row.text('figure'), row: row.text('row'), column: row.text('column') };
      const key = printedKey(figure);
      if (known.has(key)) row.refuse('figure', `"${key}" stands twice`);
      known.add(key);
      rows.push({
        position: rows.length + 1,
        figure: figure.figure,
        row_name: figure.row,
        column_name: figure.column,
        printed: row.text('printed'),
        reason: reasons.get(key) ?? null,
      });
    }
    if (description === undefined || faults.length > 0) throw new MalformedRelease(faults);
    return { releaseId: uuid5OfUrl(description.release.uri), rows };
  }

  private async bring(releaseId: string, rows: readonly PrintedRow[]): Promise<number> {
    // One after the other, whichever process begins it.
    await this.owner.query('select from release where id = $1 for update', [releaseId]);
    const stored = await this.owner.query<PrintedRow>(
      `select position, figure, row_name, column_name, printed, reason from printed_figure
       where release_id = $1 order by position`,
      [releaseId],
    );
    if (JSON.stringify(stored.rows) === JSON.stringify(rows)) return 0;
    await this.owner.query('delete from printed_figure where release_id = $1', [releaseId]);
    await this.owner.query(
      `insert into printed_figure (release_id, position, figure, row_name, column_name, printed, reason)
       select $1, p.position, p.figure, p.row_name, p.column_name, p.printed, p.reason
       from json_populate_recordset(null::printed_figure, $2) p`,
      [releaseId, JSON.stringify(rows)],
    );
    return rows.length;
  }
}
