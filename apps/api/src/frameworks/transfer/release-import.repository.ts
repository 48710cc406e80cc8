import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { parentsFirst, type ReleaseContent, type ReleaseState } from '#domain';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import type { Turns } from '#platform/context/turns';
import { CopyWriter } from '#platform/database/copy-writer';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';
import type { ReleaseOrigin } from './release-content.repository.ts';

// What became of an item is another edition's business: what it is, and its number, are the newest one's.
const KNOWN_ITEMS: Statement = {
  name: 'transfer_known_items',
  text: `
    select distinct on (i.lineage) i.lineage, i.code, i.title,
           max(i.ksa_no) over (partition by i.lineage) as "ksaNo"
    from item i join release r on r.id = i.release_id
    where r.framework_id = $1
    order by i.lineage, r.created_at desc, r.id desc`,
};

const KNOWN_OCCUPATIONS: Statement = {
  name: 'transfer_known_occupations',
  text: `
    select distinct on (o.lineage) o.lineage, o.technology_area as code, o.title
    from occupation o join release r on r.id = o.release_id
    where r.framework_id = $1
    order by o.lineage, r.created_at desc, r.id desc`,
};

// Joined and not `= any`: a plan that is kept for any parameters compares each row with each of many thousand.
const FOREIGN: Statement = {
  name: 'transfer_foreign_lineages',
  text: `
    select distinct i.lineage from item i join release r on r.id = i.release_id
    where r.framework_id is distinct from $1 and i.lineage in (select unnest($2::uuid[]))`,
};

const HAS_OTHERS: Statement = {
  name: 'transfer_has_other_frameworks',
  text: `select exists (select from release where framework_id is distinct from $1 and state <> 'discarded') as others`,
};

const RELEASES: Statement = {
  name: 'transfer_releases',
  text: `select id, label, state, uri from release where framework_id = $1 and state <> 'discarded'`,
};

const NEWEST_SHARING: Statement = {
  name: 'transfer_newest_sharing',
  text: `
    select r.id, r.label, r.state, r.uri from release r
    where r.framework_id = $1 and r.state in ('published', 'retired')
      and exists (select from item i where i.release_id = r.id and i.lineage in (select unnest($2::uuid[])))
    order by r.state = 'published' desc, r.published_on desc, r.created_at desc, r.label desc limit 1`,
};

const SET_ORIGIN: Statement = {
  name: 'transfer_set_origin',
  text: 'update release set origin = $2 where id = $1',
};

const AREA_COLUMNS = 'technology_area (release_id, code, name, position)';
const ITEM_COLUMNS =
  'item (id, release_id, code, kind, parent_id, title, definition, definition_source, provisional, ksa_no, position, lineage)';
const OCCUPATION_COLUMNS =
  'occupation (id, release_id, title, technology_area, selected_by, role_family, lineage, definition)';
const SELECTION_COLUMNS = 'selection (occupation_id, ksa_id, count, release_id)';
const SUCCESSION_COLUMNS = 'succession (release_id, subject, kind, from_lineage, to_lineage)';

/** So much is sent to the database at once. */
const PIECE_BYTES = 1 << 20;

export interface KnownItem {
  readonly lineage: string;
  readonly code: string;
  readonly title: string;
  readonly ksaNo: number | null;
}

export interface KnownRelease {
  readonly id: string;
  readonly label: string;
  readonly state: ReleaseState;
  readonly uri: string | null;
}

/** `code` is its area's. */
export type KnownOccupation = Omit<KnownItem, 'ksaNo'>;

@Injectable()
export class ReleaseImportRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  knownItems(context: RequestContext, frameworkId: string): Promise<KnownItem[]> {
    return this.unitOfWork.read<KnownItem>(context, KNOWN_ITEMS, [frameworkId]);
  }

  knownOccupations(context: RequestContext, frameworkId: string): Promise<KnownOccupation[]> {
    return this.unitOfWork.read<KnownOccupation>(context, KNOWN_OCCUPATIONS, [frameworkId]);
  }

  /** Those of the lineages that are another framework's. @param frameworkId null: of any */
  async foreign(
    context: RequestContext,
    frameworkId: string | null,
    lineages: readonly string[],
  ): Promise<ReadonlySet<string>> {
    const [found] = await this.unitOfWork.read<{ others: boolean }>(context, HAS_OTHERS, [frameworkId]);
    if (found?.others !== true) return new Set();
    const rows = await this.unitOfWork.read<{ lineage: string }>(context, FOREIGN, [frameworkId, lineages]);
    return new Set(rows.map(({ lineage }) => lineage));
  }

  releasesOf(context: RequestContext, frameworkId: string): Promise<KnownRelease[]> {
    return this.unitOfWork.read<KnownRelease>(context, RELEASES, [frameworkId]);
  }

  /** The newest published one, else the newest retired one, that has items of these lineages. */
  async newestSharing(
    context: RequestContext,
    frameworkId: string,
    lineages: readonly string[],
  ): Promise<KnownRelease | undefined> {
    const values = [frameworkId, lineages];
    return (await this.unitOfWork.read<KnownRelease>(context, NEWEST_SHARING, values))[0];
  }

  async setOrigin(context: TransactionContext, releaseId: string, origin: ReleaseOrigin): Promise<void> {
    await this.unitOfWork.read(context, SET_ORIGIN, [releaseId, JSON.stringify(origin)]);
  }

  /** Everything that the release consists of, into a draft that holds nothing yet. */
  async fill(
    context: TransactionContext,
    releaseId: string,
    content: ReleaseContent,
    ksaNos: ReadonlyMap<string, number>,
    turns: Turns,
  ): Promise<void> {
    const release = bytesOf(releaseId);
    const items = await idsOf(content.items, turns);
    const occupations = await idsOf(content.occupations, turns);
    await this.copy(context, AREA_COLUMNS, content.areas, turns, (writer, { code, name }, place) => {
      writer.row(4);
      writer.bytes(release);
      writer.text(code);
      writer.text(name);
      writer.int2(place + 1);
    });
    const places = new Map(content.items.map(({ lineage }, place) => [lineage, place]));
    await this.copy(context, ITEM_COLUMNS, parentsFirst(content.items), turns, (writer, item) => {
      writer.row(12);
      writer.bytes(items.get(item.lineage) as Buffer);
      writer.bytes(release);
      writer.text(item.code);
      writer.text(item.kind);
      bytesOrNull(writer, item.parent === null ? undefined : items.get(item.parent));
      writer.text(item.title);
      textOrNull(writer, item.definition);
      textOrNull(writer, item.definitionSource);
      writer.boolean(item.provisional);
      const ksaNo = item.kind === 'ksa' ? ksaNos.get(item.lineage) : undefined;
      if (ksaNo === undefined) writer.null();
      else writer.int2(ksaNo);
      writer.int4((places.get(item.lineage) as number) + 1);
      writer.bytes(bytesOf(item.lineage));
    });
    await this.copy(context, OCCUPATION_COLUMNS, content.occupations, turns, (writer, occupation) => {
      writer.row(8);
      writer.bytes(occupations.get(occupation.lineage) as Buffer);
      writer.bytes(release);
      writer.text(occupation.title);
      writer.text(occupation.technologyArea);
      writer.int4(occupation.selectedBy);
      textOrNull(writer, occupation.roleFamily);
      writer.bytes(bytesOf(occupation.lineage));
      textOrNull(writer, occupation.definition);
    });
    await this.copy(context, SELECTION_COLUMNS, content.selections, turns, (writer, selection) => {
      writer.row(4);
      writer.bytes(occupations.get(selection.occupation) as Buffer);
      writer.bytes(items.get(selection.ksa) as Buffer);
      writer.int4(selection.count);
      writer.bytes(release);
    });
    await this.copy(context, SUCCESSION_COLUMNS, content.successions, turns, (writer, succession) => {
      writer.row(5);
      writer.bytes(release);
      writer.text(succession.subject);
      writer.text(succession.kind);
      writer.bytes(bytesOf(succession.from));
      bytesOrNull(writer, succession.to === null ? undefined : bytesOf(succession.to));
    });
  }

  private async copy<Row>(
    context: TransactionContext,
    into: string,
    rows: readonly Row[],
    turns: Turns,
    write: (writer: CopyWriter, row: Row, place: number) => void,
  ): Promise<void> {
    // While one piece is on its way the next is written.
    let [writer, other] = [new CopyWriter(), new CopyWriter()];
    let sent: Promise<void> = Promise.resolve();
    const send = async () => {
      writer.trailer();
      await sent;
      sent = this.unitOfWork.copyIn(context, into, writer.take());
      // Whoever awaits it hears of it, though it may fail before.
      sent.catch(() => undefined);
      [writer, other] = [other, writer];
    };
    for (const [place, row] of rows.entries()) {
      if (writer.size === 0) writer.header();
      write(writer, row, place);
      if (writer.size >= PIECE_BYTES) await send();
      if (turns.isOver) await turns.rest();
    }
    if (writer.size > 0) await send();
    await sent;
  }
}

async function idsOf(
  rows: readonly { readonly lineage: string }[],
  turns: Turns,
): Promise<ReadonlyMap<string, Buffer>> {
  const ids = new Map<string, Buffer>();
  for (const { lineage } of rows) {
    ids.set(lineage, bytesOf(uuidv7()));
    if (turns.isOver) await turns.rest();
  }
  return ids;
}

const bytesOf = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex');

function bytesOrNull(writer: CopyWriter, value: Buffer | undefined): void {
  if (value === undefined) writer.null();
  else writer.bytes(value);
}

function textOrNull(writer: CopyWriter, value: string | null): void {
  if (value === null) writer.null();
  else writer.text(value);
}
