import { Injectable } from '@nestjs/common';
import type {
  AreaContent,
  FrameworkHead,
  ItemContent,
  ItemKind,
  OccupationContent,
  ReleaseContent,
  ReleaseHead,
  SelectionContent,
  Succession,
} from '#domain';
import type { TransactionContext } from '#platform/context/request-context';
import { CopyReader } from '#platform/database/copy-reader';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';

// A draft must not change between its tables: whoever edits it waits until it is read.
const HEAD: Statement = {
  name: 'transfer_head',
  text: `
    select f.uri as "frameworkUri", f.name, f.publisher, f.licence, r.uri, r.label, r.state,
           to_char(r.published_on, 'YYYY-MM-DD') as "publishedOn", b.label as "basedOn", r.attribution, r.origin,
           r.revision
    from release r join framework f on f.id = r.framework_id left join release b on b.id = r.based_on
    where r.id = $1 for share of r`,
};

const AREAS: Statement = {
  name: 'transfer_areas',
  text: 'select code, name from technology_area where release_id = $1 order by position, code',
};

// Ids become lineages below: cheaper than by joins of as many rows.
const ITEMS: Statement = {
  name: 'transfer_items',
  text: `
    select id::text, lineage::text, code, kind, parent_id::text, title, definition, definition_source, provisional
    from item where release_id = $1 order by position, id`,
};

const OCCUPATIONS: Statement = {
  name: 'transfer_occupations',
  text: `
    select id::text, lineage::text, title, technology_area, definition, selected_by, role_family
    from occupation where release_id = $1`,
};

const SELECTIONS: Statement = {
  name: 'transfer_selections',
  text: 'select occupation_id::text, ksa_id::text, count from selection where release_id = $1',
};

// What a draft has made itself and ended again was never in what it began from: nothing became of it.
const SUCCESSIONS: Statement = {
  name: 'transfer_successions',
  text: `
    select s.subject, s.kind, s.from_lineage::text, s.to_lineage::text
    from succession s join release r on r.id = s.release_id
    left join release b on b.id = r.based_on and b.state in ('published', 'retired')
    where s.release_id = $1
      and (b.id is null
           or exists (select from item i
                      where s.subject = 'item' and i.release_id = b.id and i.lineage = s.from_lineage)
           or exists (select from occupation o
                      where s.subject = 'occupation' and o.release_id = b.id and o.lineage = s.from_lineage))`,
};

/** What a draft that was imported is a copy of. */
export type ReleaseOrigin = Pick<ReleaseHead, 'uri' | 'state' | 'publishedOn' | 'basedOn'>;

export interface StoredHead extends ReleaseHead {
  readonly framework: FrameworkHead;
  readonly origin: ReleaseOrigin | null;
  readonly revision: number;
}

type HeadRow = Omit<StoredHead, 'framework'> & Omit<FrameworkHead, 'uri'> & { readonly frameworkUri: string };

/** Releases whole and beside the memory that serves them: 50,000 rows come and go as a stream. */
@Injectable()
export class ReleaseContentRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async head(context: TransactionContext, releaseId: string): Promise<StoredHead | undefined> {
    const [row] = await this.unitOfWork.read<HeadRow>(context, HEAD, [releaseId]);
    if (row === undefined) return undefined;
    const { frameworkUri, name, publisher, licence, ...head } = row;
    return { ...head, framework: { uri: frameworkUri, name, publisher, licence } };
  }

  /** Areas and siblings in their order; the rest in any. */
  async content(context: TransactionContext, releaseId: string): Promise<ReleaseContent> {
    const areas: AreaContent[] = [];
    const items: ItemContent[] = [];
    const occupations: OccupationContent[] = [];
    const selections: SelectionContent[] = [];
    const successions: Succession[] = [];
    await this.rows(context, AREAS, releaseId, (row) =>
      areas.push({ code: text(row, 0), name: text(row, 1) }),
    );
    const lineages = new Map<string, string>();
    const lineageOf = (id: string): string => lineages.get(id) ?? id;
    await this.rows(context, ITEMS, releaseId, (row) => {
      const lineage = text(row, 1);
      lineages.set(text(row, 0), lineage);
      items.push({
        lineage,
        code: text(row, 2),
        kind: text(row, 3) as ItemKind,
        parent: nullable(row, 4),
        title: text(row, 5),
        definition: nullable(row, 6),
        definitionSource: nullable(row, 7),
        provisional: row.bytes(8)[0] === 1,
      });
    });
    await this.rows(context, OCCUPATIONS, releaseId, (row) => {
      const lineage = text(row, 1);
      lineages.set(text(row, 0), lineage);
      occupations.push({
        lineage,
        title: text(row, 2),
        technologyArea: text(row, 3),
        definition: nullable(row, 4),
        selectedBy: row.int4(5),
        roleFamily: nullable(row, 6),
      });
    });
    await this.rows(context, SELECTIONS, releaseId, (row) =>
      selections.push({
        occupation: lineageOf(text(row, 0)),
        ksa: lineageOf(text(row, 1)),
        count: row.int4(2),
      }),
    );
    await this.rows(context, SUCCESSIONS, releaseId, (row) =>
      successions.push({
        subject: text(row, 0) as Succession['subject'],
        kind: text(row, 1) as Succession['kind'],
        from: text(row, 2),
        to: nullable(row, 3),
      }),
    );
    // What an item is part of may come after it.
    const placed = items.map((item) => ({
      ...item,
      parent: item.parent === null ? null : lineageOf(item.parent),
    }));
    return { areas, items: placed, occupations, selections, successions };
  }

  private rows(
    context: TransactionContext,
    statement: Statement,
    releaseId: string,
    take: (row: CopyReader) => void,
  ): Promise<void> {
    const reader = new CopyReader();
    return this.unitOfWork.copyOut(context, statement, [releaseId], (piece) => {
      reader.push(piece);
      while (reader.next()) take(reader);
    });
  }
}

const text = (row: CopyReader, field: number): string => row.bytes(field).toString('utf8');

const nullable = (row: CopyReader, field: number): string | null =>
  row.isNull(field) ? null : text(row, field);
