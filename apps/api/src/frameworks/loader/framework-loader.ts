import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import { technologyAreaNames, technologyAreas } from '#domain';
import { uuid5, uuid5OfUrl } from '../uuid5.ts';
import { readRelease } from './read-release.ts';
import type { ItemContent, ReleaseContent } from './release-content.ts';

export interface LoadOutcome {
  readonly outcome: 'loaded' | 'unchanged';
  readonly releaseId: string;
  readonly framework: string;
  readonly label: string;
}

export class ReleaseInUse extends Error {
  constructor(label: string, usedBy: string) {
    super(
      `Release ${label} is published and in use (${usedBy}), and its files have changed. ` +
        'A published release never changes: restore its files, or give the changed ones a release and label of their own.',
    );
    this.name = 'ReleaseInUse';
  }
}

const FOREIGN_KEY_VIOLATION = '23503';

/** One loader at a time, whichever process begins it. */
const LOCK = "select pg_advisory_xact_lock(hashtextextended('framework-loader', 0))";

/**
 * Brings the files of one release into the shared tables, whole or not at all. The connection must be the owner
 * role's: the application's own login may only read these tables.
 */
export class FrameworkLoader {
  constructor(private readonly owner: ClientBase) {}

  /** @throws MalformedRelease, ReleaseInUse */
  async load(folder: string): Promise<LoadOutcome> {
    const content = await readRelease(folder);
    await this.owner.query('begin');
    try {
      await this.owner.query(LOCK);
      const outcome = await this.bring(content);
      await this.owner.query('commit');
      return outcome;
    } catch (error) {
      await this.owner.query('rollback');
      throw error;
    }
  }

  private async bring(content: ReleaseContent): Promise<LoadOutcome> {
    const { framework, release } = content.description;
    const releaseId = uuid5OfUrl(release.uri);
    const told = { releaseId, framework: framework.name, label: release.label };
    const hash = contentHash(content);
    const stored = await this.owner.query<{ content_hash: string }>(
      'select content_hash from release where id = $1',
      [releaseId],
    );
    // Somebody has imported and published it before it was brought along: it is here.
    const imported = await this.owner.query('select from release where uri = $1 and id <> $2', [
      release.uri,
      releaseId,
    ]);
    if (imported.rows.length > 0) return { outcome: 'unchanged', ...told };
    if (stored.rows[0]?.content_hash === hash) return { outcome: 'unchanged', ...told };
    if (stored.rows[0] !== undefined) await this.removeUnused(releaseId, release.label);
    await this.insertRelease(content, releaseId);
    await this.insertItems(content, releaseId);
    await this.insertOccupations(content, releaseId);
    await this.owner.query("update release set state = 'in-review' where id = $1", [releaseId]);
    await this.owner.query(
      `update release set state = 'published', published_on = $2, content_hash = $3 where id = $1`,
      [releaseId, release.publishedOn, hash],
    );
    return { outcome: 'loaded', ...told };
  }

  /** The foreign keys of whoever builds on a release know whether it is in use: row-level security hides nothing from them. */
  private async removeUnused(releaseId: string, label: string): Promise<void> {
    try {
      await this.owner.query('delete from release where id = $1', [releaseId]);
    } catch (error) {
      const { code, table } = error as { code?: string; table?: string };
      if (code === FOREIGN_KEY_VIOLATION) throw new ReleaseInUse(label, table ?? 'another table');
      throw error;
    }
  }

  private async insertRelease(content: ReleaseContent, releaseId: string): Promise<void> {
    const { framework, release } = content.description;
    const known = await this.owner.query<{ id: string }>('select id from framework where uri = $1', [
      framework.uri,
    ]);
    const frameworkId = known.rows[0]?.id ?? uuid5OfUrl(framework.uri);
    await this.owner.query(
      `insert into framework (id, uri, name, publisher, licence, is_basis)
       values ($1, $2, $3, $4, $5, $6 and not exists (select from framework where is_basis))
       on conflict (id) do update set name = excluded.name, publisher = excluded.publisher, licence = excluded.licence`,
      [
        ...[frameworkId, framework.uri, framework.name, framework.publisher, framework.licence],
        framework.isBasis ?? true,
      ],
    );
    await this.owner.query(
      `insert into release (id, framework_id, uri, label, state, attribution) values ($1, $2, $3, $4, 'draft', $5)`,
      [releaseId, frameworkId, release.uri, release.label, release.attribution],
    );
  }

  private async insertItems(content: ReleaseContent, releaseId: string): Promise<void> {
    const idOf = (code: string) => uuid5(releaseId, code);
    const numbers = await this.ksaNumbers(content);
    const lineages = await this.lineages(content);
    const rows = content.items.map((item, place) => ({
      id: idOf(item.code),
      release_id: releaseId,
      code: item.code,
      kind: item.kind,
      parent_id: item.parentCode === null ? null : idOf(item.parentCode),
      title: item.title,
      definition: item.definition,
      definition_source: item.definitionSource,
      provisional: item.provisional,
      ksa_no: numbers.get(item.code) ?? null,
      position: place + 1,
      lineage: lineages.get(`${item.code} ${item.title}`) ?? idOf(item.code),
      version: 1,
    }));
    await this.owner.query('insert into item select * from json_populate_recordset(null::item, $1)', [
      JSON.stringify(rows),
    ]);
  }

  /**
   * Ratings name a KSA by this number, whatever the release: a KSA that an earlier release has under the same code and
   * title keeps its number, every other gets the next free one in code order.
   */
  private async ksaNumbers(content: ReleaseContent): Promise<ReadonlyMap<string, number>> {
    const { rows } = await this.owner.query<{ key: string; ksa_no: number; framework_uri: string }>(
      `select i.code || ' ' || i.title as key, i.ksa_no, f.uri as framework_uri
       from item i join release r on r.id = i.release_id join framework f on f.id = r.framework_id
       where i.ksa_no is not null`,
    );
    const known = new Map(
      rows
        .filter((row) => row.framework_uri === content.description.framework.uri)
        .map((row) => [row.key, row.ksa_no]),
    );
    let last = rows.reduce((highest, row) => Math.max(highest, row.ksa_no), 0);
    const numberOf = (ksa: ItemContent) => known.get(`${ksa.code} ${ksa.title}`) ?? (last += 1);
    return new Map(
      content.items.filter((item) => item.kind === 'ksa').map((ksa) => [ksa.code, numberOf(ksa)]),
    );
  }

  /** What an earlier release has under the same code and title is the same item. */
  private async lineages(content: ReleaseContent): Promise<ReadonlyMap<string, string>> {
    const { rows } = await this.owner.query<{ key: string; lineage: string }>(
      `select distinct on (key) i.code || ' ' || i.title as key, i.lineage
       from item i join release r on r.id = i.release_id join framework f on f.id = r.framework_id
       where f.uri = $1 order by key, r.published_on desc`,
      [content.description.framework.uri],
    );
    return new Map(rows.map(({ key, lineage }) => [key, lineage]));
  }

  private async insertOccupations(content: ReleaseContent, releaseId: string): Promise<void> {
    const idOf = (title: string, technologyArea: string) => uuid5(releaseId, `${technologyArea}/${title}`);
    const occupations = content.occupations.map((occupation) => ({
      id: idOf(occupation.title, occupation.technologyArea),
      release_id: releaseId,
      title: occupation.title,
      technology_area: occupation.technologyArea,
      selected_by: occupation.selectedBy,
      role_family: occupation.roleFamily,
      lineage: idOf(occupation.title, occupation.technologyArea),
      version: 1,
      definition: null,
    }));
    const selections = content.selections.map((selection) => ({
      occupation_id: idOf(selection.occupationTitle, selection.technologyArea),
      ksa_id: uuid5(releaseId, selection.ksaCode),
      count: selection.count,
      release_id: releaseId,
    }));
    const areas = technologyAreas.map((code, place) => ({
      release_id: releaseId,
      code,
      name: technologyAreaNames[code],
      position: place + 1,
    }));
    await this.owner.query(
      'insert into technology_area select * from json_populate_recordset(null::technology_area, $1)',
      [JSON.stringify(areas)],
    );
    await this.owner.query(
      'insert into occupation select * from json_populate_recordset(null::occupation, $1)',
      [JSON.stringify(occupations)],
    );
    await this.owner.query(
      'insert into selection select * from json_populate_recordset(null::selection, $1)',
      [JSON.stringify(selections)],
    );
  }
}

/** Of what the files say, not of their bytes: a checkout that rewrites line ends has not changed the release. */
function contentHash(content: ReleaseContent): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
