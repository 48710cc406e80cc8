import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { ReleaseDocument } from '#domain';

const STAGED = {
  staged_item:
    'code text, kind text, parent_code text, title text, definition text, source text, provisional boolean, lineage uuid, position int',
  staged_occupation: 'title text, area text, selected_by int, family text, definition text, lineage uuid',
  staged_selection: 'ksa_code text, title text, area text, count int',
} as const;

const INSERTS = [
  `insert into technology_area (release_id, code, name, position) select $1, 'robots', 'Robots', 1`,
  ...['tier', 'competency', 'sub-competency', 'ksa'].map(
    (kind) => `
      insert into item (id, release_id, code, kind, parent_id, title, definition, definition_source, provisional,
                        position, lineage)
      select gen_random_uuid(), $1, s.code, s.kind, p.id, s.title, s.definition, s.source, s.provisional, s.position, s.lineage
      from staged_item s left join item p on p.release_id = $1 and p.code = s.parent_code where s.kind = '${kind}'`,
  ),
  `insert into occupation (id, release_id, title, technology_area, selected_by, role_family, lineage, definition)
   select gen_random_uuid(), $1, title, area, selected_by, family, lineage, definition from staged_occupation`,
  `insert into selection (occupation_id, ksa_id, count, release_id)
   select o.id, i.id, s.count, $1 from staged_selection s
   join item i on i.release_id = $1 and i.code = s.ksa_code
   join occupation o on o.release_id = $1 and o.title = s.title and o.technology_area = s.area`,
];

export interface CopyAndInsert {
  /** The whole release into an empty draft, in one transaction. */
  fill(): Promise<void>;
}

/**
 * What whoever knows PostgreSQL would write: the rows, already in COPY's text format, into tables without an index, and
 * from there by INSERT … SELECT. It reads no file, checks nothing but what the tables do, and tells no place of a fault.
 */
export function copyAndInsert(admin: pg.Client, document: ReleaseDocument): CopyAndInsert {
  const rows = stagedRows(document);
  return {
    async fill() {
      await admin.query('begin');
      const { rows: made } = await admin.query<{ id: string }>(
        `with f as (insert into framework (id, uri, name, publisher, licence)
                    values (gen_random_uuid(), 'https://yardstick.example', 'x', 'x', 'x') returning id)
         insert into release (id, framework_id, label, state, attribution)
         select gen_random_uuid(), id, 'yardstick', 'draft', '' from f returning id`,
      );
      for (const [table, columns] of Object.entries(STAGED)) {
        await admin.query(`create temporary table ${table} (${columns}) on commit drop`);
        const text = rows[table as keyof typeof STAGED];
        await pipeline([text], admin.query(copyFrom(`copy ${table} from stdin`)));
        await admin.query(`analyze ${table}`);
      }
      for (const insert of INSERTS) await admin.query(insert, [made[0]?.id]);
      await admin.query('commit');
    },
  };
}

function stagedRows({ content }: ReleaseDocument): Record<keyof typeof STAGED, string> {
  const codes = new Map(content.items.map(({ lineage, code }) => [lineage, code]));
  const occupations = new Map(content.occupations.map((occupation) => [occupation.lineage, occupation]));
  const text = (all: (string | number | boolean | null)[][]) =>
    all.map((row) => `${row.map((cell) => cell ?? '\\N').join('\t')}\n`).join('');
  return {
    staged_item: text(
      content.items.map((item, place) => [
        ...[item.code, item.kind, item.parent === null ? null : (codes.get(item.parent) ?? null), item.title],
        ...[item.definition, item.definitionSource, item.provisional, item.lineage, place + 1],
      ]),
    ),
    staged_occupation: text(
      content.occupations.map((each) => [
        ...[each.title, each.technologyArea, each.selectedBy, each.roleFamily, each.definition, each.lineage],
      ]),
    ),
    staged_selection: text(
      content.selections.map(({ occupation, ksa, count }) => {
        const { title, technologyArea } = occupations.get(occupation) ?? {};
        return [codes.get(ksa) ?? null, title ?? null, technologyArea ?? null, count];
      }),
    ),
  };
}
