import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClientBase } from 'pg';
import { associationKinds } from '#domain';
import { uuid5, uuid5OfUrl } from '../uuid5.ts';
import { type Fault, MalformedRelease } from './fault.ts';
import { readDescription } from './read-release.ts';
import type { ReleaseDescription } from './release-content.ts';
import { type RowReader, rowsOf } from './row-reader.ts';

const FILE = 'crosswalks.csv';
const COLUMNS = ['from_code', 'to_framework', 'to_code', 'kind', 'note', 'source'] as const;

interface Release {
  readonly id: string;
  readonly description: ReleaseDescription;
  /** The lineages of its items, by code. */
  readonly lineages: ReadonlyMap<string, string>;
}

/**
 * Enters the crosswalks that stand beside a release's files, one for each framework that they name. Whatever curators make
 * of one afterwards stays: what was entered once, removed ones too, is not entered again. The connection must be the
 * owner's, and the frameworks on both sides loaded.
 */
export class CrosswalkLoader {
  constructor(private readonly owner: ClientBase) {}

  /** @returns how many crosswalks were entered @throws MalformedRelease */
  async load(folder: string): Promise<number> {
    if (!(await readdir(folder)).includes(FILE)) return 0;
    await this.owner.query('begin');
    try {
      const entered = await this.enter(folder);
      await this.owner.query('commit');
      return entered;
    } catch (error) {
      await this.owner.query('rollback');
      throw error;
    }
  }

  private async enter(folder: string): Promise<number> {
    const faults: Fault[] = [];
    const from = await this.release(folder, faults);
    const rows = [...rowsOf(FILE, await readFile(join(folder, FILE)), COLUMNS, faults)];
    let entered = 0;
    for (const [framework, those] of Map.groupBy(rows, (row) => row.text('to_framework'))) {
      const to = await this.release(join(folder, 'named', framework), faults);
      const associations = those.map((row) => association(row, from, to));
      if (faults.length > 0) throw new MalformedRelease(faults);
      entered += await this.insert(from, to, associations);
    }
    if (faults.length > 0) throw new MalformedRelease(faults);
    return entered;
  }

  private async release(folder: string, faults: Fault[]): Promise<Release> {
    const description = readDescription(await readFile(join(folder, 'release.json')), faults);
    if (description === undefined) throw new MalformedRelease(faults);
    const id = uuid5OfUrl(description.release.uri);
    const { rows } = await this.owner.query<{ code: string; lineage: string }>(
      'select code, lineage from item where release_id = $1',
      [id],
    );
    return { id, description, lineages: new Map(rows.map(({ code, lineage }) => [code, lineage])) };
  }

  private async insert(from: Release, to: Release, associations: readonly Association[]): Promise<number> {
    const frameworkId = uuid5OfUrl(to.description.framework.uri);
    const id = uuid5(from.id, `crosswalk/${frameworkId}`);
    const { label, attribution } = from.description.release;
    const by = from.description.framework.publisher;
    const { rowCount } = await this.owner.query(
      `insert into crosswalk (id, from_framework_id, to_framework_id, title, source, created_at, created_by_name)
       values ($1, $2, $3, $4, $5, now(), $6) on conflict do nothing`,
      [
        ...[id, uuid5OfUrl(from.description.framework.uri), frameworkId],
        ...[`As published with release ${label}`, attribution, by],
      ],
    );
    if (rowCount === 0) return 0;
    const rows = associations.map((each) => ({
      id: uuid5(id, `${each.from_lineage}/${each.to_lineage}`),
      ...each,
    }));
    await this.owner.query(
      `insert into association (id, crosswalk_id, from_lineage, to_lineage, kind, note, source,
                                created_at, created_by_name, updated_at, updated_by_name)
       select a.id, $1, a.from_lineage, a.to_lineage, a.kind, a.note, a.source, now(), $2, now(), $2
       from json_to_recordset($3) as a (id uuid, from_lineage uuid, to_lineage uuid, kind text, note text, source text)`,
      [id, by, JSON.stringify(rows)],
    );
    return 1;
  }
}

interface Association {
  readonly from_lineage: string;
  readonly to_lineage: string;
  readonly kind: string;
  readonly note: string;
  readonly source: string;
}

function association(row: RowReader<(typeof COLUMNS)[number]>, from: Release, to: Release): Association {
  const lineageOf = (column: 'from_code' | 'to_code', { lineages, description }: Release): string => {
    const code = row.text(column);
    const lineage = lineages.get(code);
    if (lineage === undefined) row.refuse(column, `${description.framework.name} has no item "${code}"`);
    return lineage ?? '';
  };
  return {
    from_lineage: lineageOf('from_code', from),
    to_lineage: lineageOf('to_code', to),
    kind: row.oneOf('kind', associationKinds),
    note: row.optional('note') ?? '',
    source: row.optional('source') ?? '',
  };
}
