import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { compareCodes, type ItemKind, itemKinds, type TechnologyArea, technologyAreas } from '#domain';
import { type Fault, MalformedRelease } from './fault.ts';
import type {
  ItemContent,
  OccupationContent,
  ReleaseContent,
  ReleaseDescription,
  SelectionContent,
} from './release-content.ts';
import { type RowReader, rowsOf } from './row-reader.ts';

const ITEM_COLUMNS = [
  'code',
  'kind',
  'parent_code',
  'title',
  'definition',
  'definition_source',
  'provisional',
] as const;
const OCCUPATION_COLUMNS = ['title', 'technology_area', 'selected_by', 'role_family'] as const;
const SELECTION_COLUMNS = ['ksa_code', 'occupation_title', 'technology_area', 'count'] as const;

const line = z.string().trim().min(1);

const releaseFile = z.object({
  framework: z.object({
    ...{ uri: z.url(), name: line, publisher: line, licence: line },
    isBasis: z.boolean().optional(),
  }),
  release: z.object({ uri: z.url(), label: line, publishedOn: z.iso.date(), attribution: line }),
});

/** The files of one release, read and checked as a whole. @throws MalformedRelease naming file, line and column */
export async function readRelease(folder: string): Promise<ReleaseContent> {
  const faults: Fault[] = [];
  const bytes = (file: string) => readFile(join(folder, file));
  const description = readDescription(await bytes('release.json'), faults);
  const items = readItems(await bytes('items.csv'), faults);
  const occupations = readOccupations(await bytes('occupations.csv'), faults);
  const selections = readSelections(await bytes('selections.csv'), items, occupations, faults);
  if (description === undefined || faults.length > 0) throw new MalformedRelease(faults);
  const inCodeOrder = [...items.values()].sort((left, right) => compareCodes(left.code, right.code));
  return { description, items: inCodeOrder, occupations: [...occupations.values()], selections };
}

/** What `release.json` says; undefined when it is faulty. */
export function readDescription(bytes: Uint8Array, faults: Fault[]): ReleaseDescription | undefined {
  const fault = (reason: string) => faults.push({ file: 'release.json', line: 1, column: 1, reason });
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    fault(error instanceof SyntaxError ? `is not JSON: ${error.message}` : 'is not UTF-8');
    return undefined;
  }
  const parsed = releaseFile.safeParse(json);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) fault(`/${issue.path.join('/')}: ${issue.message}`);
  return undefined;
}

function readItems(bytes: Uint8Array, faults: Fault[]): Map<string, ItemContent> {
  const items = new Map<string, ItemContent>();
  const rows = [...rowsOf('items.csv', bytes, ITEM_COLUMNS, faults)];
  const read: [RowReader<(typeof ITEM_COLUMNS)[number]>, ItemContent][] = [];
  for (const row of rows) {
    const code = row.text('code');
    if (code !== '' && !/^[\p{L}\d-]{1,20}(\.[\p{L}\d-]{1,20}){0,5}$/u.test(code))
      row.refuse('code', `"${code}" is no code of numbers, letters and points`);
    if (items.has(code)) row.refuse('code', `"${code}" stands twice`);
    const item: ItemContent = {
      code,
      kind: row.oneOf('kind', itemKinds),
      parentCode: row.optional('parent_code'),
      title: row.text('title'),
      definition: row.optional('definition'),
      definitionSource: row.optional('definition_source'),
      provisional: row.oneOf('provisional', ['yes', 'no']) === 'yes',
    };
    if (!items.has(code)) items.set(code, item);
    read.push([row, item]);
  }
  for (const [row, item] of read) {
    const reason = misplaced(item, items);
    if (reason !== undefined) row.refuse('parent_code', reason);
  }
  return items;
}

function misplaced(item: ItemContent, items: ReadonlyMap<string, ItemContent>): string | undefined {
  const wanted: ItemKind | undefined = itemKinds[itemKinds.indexOf(item.kind) - 1];
  if (wanted === undefined) return item.parentCode === null ? undefined : `a ${item.kind} has no parent`;
  if (item.parentCode === null) return `a ${item.kind} needs a ${wanted} as its parent`;
  const parent = items.get(item.parentCode);
  if (parent === undefined) return `there is no item "${item.parentCode}"`;
  return parent.kind === wanted
    ? undefined
    : `"${parent.code}" is a ${parent.kind}; the parent of a ${item.kind} is a ${wanted}`;
}

const occupationKey = (title: string, technologyArea: TechnologyArea) => `${technologyArea}/${title}`;

function readOccupations(bytes: Uint8Array, faults: Fault[]): Map<string, OccupationContent> {
  const occupations = new Map<string, OccupationContent>();
  for (const row of rowsOf('occupations.csv', bytes, OCCUPATION_COLUMNS, faults)) {
    const title = row.text('title');
    const technologyArea = row.oneOf('technology_area', technologyAreas);
    const selectedBy = row.positive('selected_by');
    const key = occupationKey(title, technologyArea);
    if (occupations.has(key)) row.refuse('title', `"${title}" stands twice in ${technologyArea}`);
    occupations.set(key, { title, technologyArea, selectedBy, roleFamily: row.optional('role_family') });
  }
  return occupations;
}

function readSelections(
  bytes: Uint8Array,
  items: ReadonlyMap<string, ItemContent>,
  occupations: ReadonlyMap<string, OccupationContent>,
  faults: Fault[],
): SelectionContent[] {
  const selections = new Map<string, SelectionContent>();
  // Against files that are themselves faulty every line here would be a fault, and hide the one that counts.
  const known = faults.length === 0;
  for (const row of rowsOf('selections.csv', bytes, SELECTION_COLUMNS, faults)) {
    const ksaCode = row.text('ksa_code');
    const occupationTitle = row.text('occupation_title');
    const technologyArea = row.oneOf('technology_area', technologyAreas);
    const count = row.positive('count');
    const occupation = occupationKey(occupationTitle, technologyArea);
    if (known && items.get(ksaCode)?.kind !== 'ksa') row.refuse('ksa_code', `there is no KSA "${ksaCode}"`);
    if (known && row.sound && !occupations.has(occupation)) {
      row.refuse('occupation_title', `there is no occupation "${occupationTitle}" in ${technologyArea}`);
    }
    const key = `${ksaCode}/${occupation}`;
    if (selections.has(key))
      row.refuse('ksa_code', `${ksaCode} and "${occupationTitle}" in ${technologyArea} stand twice`);
    selections.set(key, { ksaCode, occupationTitle, technologyArea, count });
  }
  return [...selections.values()];
}
