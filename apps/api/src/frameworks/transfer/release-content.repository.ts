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

const ITEMS: Statement = {
  name: 'transfer_items',
  text: `
    select i.lineage::text, i.code, i.kind, p.lineage::text, i.title, i.definition, i.definition_source, i.provisional
    from item i left join item p on p.id = i.parent_id
    where i.release_id = $1 order by i.position, i.id`,
};

const OCCUPATIONS: Statement = {
  name: 'transfer_occupations',
  text: `
    select lineage::text, title, technology_area, definition, selected_by, role_family
    from occupation where release_id = $1`,
};

const SELECTIONS: Statement = {
  name: 'transfer_selections',
  text: `
    select o.lineage::text, i.lineage::text, s.count
    from selection s join occupation o on o.id = s.occupation_id join item i on i.id = s.ksa_id
    where s.release_id = $1`,
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
    await this.rows(context, ITEMS, releaseId, (row) =>
      items.push({
        lineage: text(row, 0),
        code: text(row, 1),
        kind: text(row, 2) as ItemKind,
        parent: nullable(row, 3),
        title: text(row, 4),
        definition: nullable(row, 5),
        definitionSource: nullable(row, 6),
        provisional: row.bytes(7)[0] === 1,
      }),
    );
    await this.rows(context, OCCUPATIONS, releaseId, (row) =>
      occupations.push({
        lineage: text(row, 0),
        title: text(row, 1),
        technologyArea: text(row, 2),
        definition: nullable(row, 3),
        selectedBy: row.int4(4),
        roleFamily: nullable(row, 5),
      }),
    );
    await this.rows(context, SELECTIONS, releaseId, (row) =>
      selections.push({ occupation: text(row, 0), ksa: text(row, 1), count: row.int4(2) }),
    );
    await this.rows(context, SUCCESSIONS, releaseId, (row) =>
      successions.push({
        subject: text(row, 0) as Succession['subject'],
        kind: text(row, 1) as Succession['kind'],
        from: text(row, 2),
        to: nullable(row, 3),
      }),
    );
    return { areas, items, occupations, selections, successions };
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
