import { assertListOf, assertRow, type Field } from '../../rows.ts';
import {
  areaFields,
  itemFields,
  occupationFields,
  selectionFields,
  successionFields,
} from '../assert-release-content.ts';
import type {
  AreaContent,
  ItemContent,
  OccupationContent,
  SelectionContent,
  Succession,
} from '../release-content.ts';
import { assertHeads, releaseDocumentSchema, type ReleaseDocument } from './release-document.ts';

/**
 * The project's own JSON of a release, piece by piece: one row of it a line, every key always there and in one order, so
 * that the same release is always the same bytes and two of them can be compared line by line.
 *
 * Throws `frameworks.invalid-release`, naming the place, at the latest where it comes to what is none.
 *
 * @param document its content in canonical order
 */
export function* releaseJson(document: ReleaseDocument): Generator<string> {
  assertHeads(document);
  const { framework, release, content } = document;
  const { uri, name, publisher, licence } = framework;
  const { label, state, publishedOn, basedOn, attribution } = release;
  yield `{\n"schema":${JSON.stringify(releaseDocumentSchema)},\n`;
  yield `"framework":${JSON.stringify({ uri, name, publisher, licence })},\n`;
  yield `"release":${JSON.stringify({ uri: release.uri, label, state, publishedOn, basedOn, attribution })},\n`;
  yield* list('areas', content.areas, area, areaFields);
  yield ',\n';
  yield* list('items', content.items, item, itemFields);
  yield ',\n';
  yield* list('occupations', content.occupations, occupation, occupationFields);
  yield ',\n';
  yield* list('selections', content.selections, selection, selectionFields);
  yield ',\n';
  yield* list('successions', content.successions, succession, successionFields);
  yield '\n}\n';
}

function* list<Row extends object>(
  name: string,
  rows: readonly Row[],
  ordered: (row: Row) => Row,
  fields: readonly Field<Row>[],
): Generator<string> {
  assertListOf(rows, 'row', `/content/${name}`);
  yield `"${name}":[`;
  for (const [place, row] of rows.entries()) {
    assertRow(row, fields, 'row', `/content/${name}/${place}`);
    yield `${place === 0 ? '\n' : ',\n'}${JSON.stringify(ordered(row))}`;
  }
  yield rows.length === 0 ? ']' : '\n]';
}

const area = ({ code, name }: AreaContent): AreaContent => ({ code, name });

const item = (row: ItemContent): ItemContent => ({
  lineage: row.lineage,
  code: row.code,
  kind: row.kind,
  parent: row.parent,
  title: row.title,
  definition: row.definition,
  definitionSource: row.definitionSource,
  provisional: row.provisional,
});

const occupation = (row: OccupationContent): OccupationContent => ({
  lineage: row.lineage,
  title: row.title,
  technologyArea: row.technologyArea,
  definition: row.definition,
  selectedBy: row.selectedBy,
  roleFamily: row.roleFamily,
});

const selection = (row: SelectionContent): SelectionContent => ({
  occupation: row.occupation,
  ksa: row.ksa,
  count: row.count,
});

const succession = ({ subject, kind, from, to }: Succession): Succession => ({ subject, kind, from, to });
