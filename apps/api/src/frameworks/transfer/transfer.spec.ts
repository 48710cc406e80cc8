import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { INestApplicationContext } from '@nestjs/common';
import fc from 'fast-check';
import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { anApplication, endApplication } from '#builders/platform-without-queues';
import { documents, jsonOf, manyRows, publishable, renamed } from '#builders/release-documents';
import { aTenant } from '#builders/tenant';
import { zipParts } from '#builders/zip-parts';
import type { ReleaseDocument } from '#domain';
import type { RequestContext } from '#platform/context/request-context';
import { FileBody } from '#platform/http/file-body';
import { testDatabase } from '#support/database';
import { FrameworksModule } from '../frameworks.module.ts';
import { FrameworksService } from '../frameworks.service.ts';
import { PublishingService } from '../review/publishing.service.ts';
import type { Release } from '../framework.types.ts';
import { ReleaseContentService } from '../curation/release-content.service.ts';
import { ChangeLogService } from '../curation/change-log.service.ts';
import { DraftsService } from '../curation/drafts.service.ts';
import { ItemEditingService } from '../curation/item-editing.service.ts';
import { OccupationEditingService } from '../curation/occupation-editing.service.ts';
import { zipped } from './formats/write-zip.ts';
import { ReleaseExportService } from './release-export.service.ts';
import { type ReleaseImport, ReleaseImportService, XLSX_TYPE } from './release-import.service.ts';

const TYPES = { json: 'application/json', csv: 'application/zip', xlsx: XLSX_TYPE } as const;
type Format = keyof typeof TYPES;

describe('a release as a file', () => {
  let application: INestApplicationContext;
  let exports: ReleaseExportService;
  let imports: ReleaseImportService;
  let frameworks: FrameworksService;
  let drafts: DraftsService;
  let items: ItemEditingService;
  let occupations: OccupationEditingService;
  let publishing: PublishingService;
  let log: ChangeLogService;
  let content: ReleaseContentService;
  let admin: pg.Client;
  let employer: RequestContext;
  let curator: RequestContext;
  let second: RequestContext;

  beforeAll(async () => {
    application = await anApplication(FrameworksModule);
    const of = <Service>(type: new (...given: never[]) => Service): Service =>
      application.get(type, { strict: false });
    exports = of(ReleaseExportService);
    imports = of(ReleaseImportService);
    frameworks = of(FrameworksService);
    drafts = of(DraftsService);
    items = of(ItemEditingService);
    occupations = of(OccupationEditingService);
    publishing = of(PublishingService);
    log = of(ChangeLogService);
    content = of(ReleaseContentService);
    admin = new pg.Client({ connectionString: (await testDatabase()).adminUrl });
    await admin.connect();
    employer = await aTenant();
    const person = (name: string): RequestContext => ({
      ...employer,
      actor: { ...employer.actor, userId: uuidv7(), name, roles: ['taxonomy-curator'] },
    });
    curator = person('Noor');
    second = person('Imre');
  });
  afterAll(async () => {
    await admin.end();
    await endApplication(application);
  });

  const body = (bytes: Buffer | string, type: string) =>
    new FileBody(type, Readable.from([typeof bytes === 'string' ? Buffer.from(bytes) : bytes]));
  const exported = async (releaseId: string, format: Format, context = curator): Promise<Buffer> =>
    buffer((await exports.export(context, releaseId, { format })).stream);
  const taken = (bytes: Buffer | string, format: Format, choice: { label?: string } = {}) =>
    imports.import(curator, body(bytes, TYPES[format]), choice);
  const counted = async () =>
    (
      await admin.query<Record<string, number>>(
        `select (select count(*)::int from framework) as frameworks, (select count(*)::int from release) as releases,
                (select count(*)::int from item) as items, (select count(*)::int from release_change) as changes`,
      )
    ).rows;
  const idOf = ({ release }: ReleaseImport): string => release?.id ?? '';

  it.each(['json', 'csv', 'xlsx'] as const)(
    'comes back from %s as it went, whatever it says, and is the same bytes again',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(documents(), async (document) => {
          const json = jsonOf(document);
          const first = idOf(await taken(json, 'json'));
          expect((await exported(first, 'json')).toString()).toBe(json);
          const file = await exported(first, format);
          await drafts.discard(curator, first, '');
          const again = idOf(await taken(file, format, { label: 'again' }));
          const renamed = jsonOf({ ...document, release: { ...document.release, label: 'again' } });
          expect((await exported(again, 'json')).toString()).toBe(renamed);
          await drafts.discard(curator, again, '');
        }),
        { numRuns: 15 },
      );
    },
  );

  const someRelease = () =>
    fc
      .sample(documents(), { numRuns: 40, seed: 8 })
      .find(({ content }) => content.items.some(({ kind }) => kind === 'ksa')) as ReleaseDocument;
  const fresh = (document: ReleaseDocument): ReleaseDocument => renamed(document, uuidv7);
  const headOf = async (releaseId: string): Promise<ReleaseDocument['release']> =>
    (JSON.parse((await exported(releaseId, 'json')).toString()) as ReleaseDocument).release;
  const only = async () => (await frameworks.releases(curator))[0]?.id ?? '';
  const published = async (releaseId: string) => {
    await drafts.submit(curator, releaseId, '');
    const { revision } = await frameworks.release(curator, releaseId);
    await publishing.approve(curator, releaseId, revision);
    await publishing.approve(second, releaseId, revision);
    return publishing.publish(curator, releaseId, { revision, leavesOut: [] });
  };

  it('of a published release comes back from an empty database with the bytes that went there', async () => {
    const json = jsonOf(publishable());
    const { id } = await published(idOf(await taken(json, 'json')));
    const first = (await exported(id, 'json')).toString();
    const { uri } = await headOf(id);
    expect(JSON.parse(first)).toMatchObject({
      release: { state: 'published', publishedOn: curator.now.toISOString().slice(0, 10), basedOn: '2024' },
    });
    expect(uri).toContain(id);
    await admin.query('truncate framework cascade');
    const copy = idOf(await taken(first, 'json'));
    expect((await frameworks.release(curator, copy)).state).toBe('draft');
    expect((await exported(copy, 'json')).toString()).toBe(first);
    // Published here as it is, it is that very release still, and what is edited of it is not.
    await published(copy);
    expect((await exported(copy, 'json')).toString()).toBe(first);
    const other = first.replace('"title":"', '"title":"Other ');
    expect(other).not.toBe(first);
    const edited = idOf(await taken(other, 'json', { label: 'edited' }));
    expect(await headOf(edited)).toMatchObject({ uri: null, state: 'draft', publishedOn: null });
    await admin.query('truncate framework cascade');
    await taken(first, 'json');
    for (const format of ['csv', 'xlsx'] as const) {
      const file = await exported(await only(), format);
      await admin.query('truncate framework cascade');
      const again = idOf(await taken(file, format));
      expect((await exported(again, 'json')).toString()).toBe(first);
      await admin.query('truncate framework cascade');
      await taken(first, 'json');
    }
  });

  it('comes from a workbook that a spreadsheet has saved: texts shared and rich, cells and rows without their places', async () => {
    const document = fresh(publishable('saved', 'd'));
    const draft = idOf(await taken(jsonOf(document), 'json'));
    const parts = await zipParts(await exported(draft, 'xlsx'));
    const strings: string[] = [];
    const saved = [...parts].map(([name, xml]): [string, string] => {
      if (!name.includes('/sheet')) return [name, xml];
      const shared = xml
        .replaceAll(/<c r="[A-Z]+\d+"[^>]*t="inlineStr"><is>(.*?)<\/is><\/c>/gs, (cell, text: string) => {
          // An empty cell before it is left out: without its place this one would be in another column.
          const place = /^<c (r="[A-Z]+\d+")/.exec(cell)?.[1] ?? '';
          const rich = text.replace(
            /^<t[^>]*>(.)(.*)<\/t>$/s,
            '<r><rPr><b/></rPr><t>$1</t></r><r><t xml:space="preserve">$2</t></r><rPh sb="0" eb="1"><t>said</t></rPh>',
          );
          strings.push(strings.length % 2 === 0 ? rich : text);
          return `<x:c ${place} t="s"><x:v>${strings.length - 1}</x:v></x:c>`;
        })
        .replaceAll(/<row r="\d+"/g, '<row')
        .replace(
          '<worksheet ',
          '<worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ',
        );
      return [name, shared];
    });
    saved.push(['xl/sharedStrings.xml', `<sst>${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`]);
    const file = await buffer(
      zipped(saved.map(([name, xml]) => ({ name, pieces: () => [Buffer.from(xml)] }))),
    );
    expect(strings.length).toBeGreaterThan(50);
    const again = idOf(await taken(file, 'xlsx', { label: 'saved' }));
    expect((await exported(again, 'json')).toString()).toBe(
      jsonOf({ ...document, release: { ...document.release, label: 'saved' } }),
    );
  });

  it('is a draft of its own from the first edit on', async () => {
    const copy = idOf(await taken(jsonOf(fresh(someRelease())), 'json'));
    const before = await headOf(copy);
    const item = (await frameworks.releaseIndex(curator, copy)).items[0];
    await items.edit(curator, item?.id ?? '', 1, { title: 'Another', reason: '' });
    expect(await headOf(copy)).toEqual({ ...before, uri: null, state: 'draft', publishedOn: null });
  });

  it('is the copy that it was when an edit changes nothing', async () => {
    const copy = idOf(await taken(jsonOf(publishable('unchanged', '6')), 'json'));
    const before = await exported(copy, 'json');
    const index = await frameworks.releaseIndex(curator, copy);
    const [item, occupation, area] = [index.items[0], index.occupations[0], index.areas[0]];
    await items.edit(curator, item?.id ?? '', 1, { title: item?.title ?? '', reason: '' });
    await occupations.edit(curator, occupation?.id ?? '', 1, { title: occupation?.title ?? '', reason: '' });
    await occupations.nameArea(curator, copy, area?.code ?? '', {
      ...{ was: area?.name ?? '', name: area?.name ?? '', reason: '' },
    });
    expect((await exported(copy, 'json')).equals(before)).toBe(true);
    expect((await frameworks.release(curator, copy)).revision).toBe(1);
  });

  it('is a draft of its own from the start beside the published release that it names', async () => {
    const { id } = await published(idOf(await taken(jsonOf(publishable('beside', '5')), 'json')));
    const file = JSON.parse((await exported(id, 'json')).toString()) as ReleaseDocument['content'] &
      Omit<ReleaseDocument, 'content'>;
    const own = { uri: null, state: 'draft', publishedOn: null, basedOn: '2025' };
    const edited = { ...file, items: file.items.map((item) => ({ ...item, title: `New ${item.title}` })) };
    for (const [label, json] of Object.entries({ edited, same: file })) {
      const draft = idOf(await taken(JSON.stringify(json), 'json', { label }));
      expect(await headOf(draft)).toEqual({ ...file.release, label, ...own });
      const { items: those } = JSON.parse((await exported(draft, 'json')).toString()) as typeof file;
      expect(those).toEqual(json.items);
    }
    const relabelled = { ...file, release: { ...file.release, label: 'relabelled' } };
    const draft = idOf(await taken(JSON.stringify(relabelled), 'json'));
    expect(await headOf(draft)).toEqual({ ...relabelled.release, ...own });
  });

  it('keeps what items are in the next edition: by lineage, or by code and title where the file names none', async () => {
    const document = publishable('numbers', '3');
    const first = await published(idOf(await taken(jsonOf(document), 'json')));
    const ksas = async (releaseId: string) =>
      (await frameworks.releaseIndex(curator, releaseId)).items
        .filter(({ kind }) => kind === 'ksa')
        .map(({ lineage, ksaNo, code }) => [code, lineage, ksaNo]);
    const next = { ...document, release: { ...document.release, label: 'next', basedOn: first.label } };
    const second = idOf(await taken(jsonOf(next), 'json'));
    expect(await ksas(second)).toEqual(await ksas(first.id));
    expect((await frameworks.release(curator, second)).basedOn).toBe(first.id);
    const table = (
      await buffer((await exports.export(curator, first.id, { format: 'csv', table: 'items' })).stream)
    )
      .toString()
      .split('\r\n')
      .map((line) => line.split(',').slice(0, 7).join(','))
      .join('\r\n');
    const third = await imports.import(curator, body(table, 'text/csv'), {
      frameworkId: first.frameworkId,
      label: 'bare',
    });
    expect(await ksas(idOf(third))).toEqual(await ksas(first.id));
  });

  it('goes on from the release that was edited as a file, whatever the file says of its base', async () => {
    const document = publishable('edited', '4');
    const file = (release: ReleaseDocument, changed: Partial<ReleaseDocument['release']>) =>
      jsonOf({ ...release, release: { ...release.release, ...changed } });
    const rehearsed = async (json: string) =>
      (await imports.rehearse(curator, body(json, TYPES.json), { label: 'next' })).basedOn;
    expect(await rehearsed(jsonOf(document))).toBeNull();
    const first = await published(idOf(await taken(jsonOf(document), 'json')));
    const parts = await zipParts(await exported(first.id, 'csv'));
    const edited = await buffer(
      zipped(
        [...parts].map(([name, text]) => ({
          name,
          pieces: () => [Buffer.from(text.replaceAll(/^4\.1\.01\.02,.*\r\n/gm, ''))],
        })),
      ),
    );
    const known = { id: first.id, label: first.label };
    const choice = { label: '2026' };
    expect((await imports.rehearse(curator, body(edited, TYPES.csv), choice)).basedOn).toEqual(known);
    const second = (await taken(edited, 'csv', choice)).release as Release;
    expect(second.basedOn).toBe(first.id);
    const { diff } = await content.compare(curator, null, second.id);
    expect(diff.items.map(({ kind }) => kind)).toEqual(['retired']);
    await published(second.id);

    // It names neither of them: the newest that has items of it is meant.
    expect(await rehearsed(file(document, { uri: null }))).toEqual({ id: second.id, label: '2026' });
    expect(await rehearsed(file(document, { basedOn: first.label }))).toEqual(known);
    const { uri } = await headOf(first.id);
    expect(await rehearsed(file(document, { uri, basedOn: second.label }))).toEqual(known);
    await publishing.retire(curator, second.id, '');
    expect(await rehearsed(jsonOf(document))).toEqual(known);
    expect(await rehearsed(jsonOf(renamed(document, uuidv7)))).toBeNull();
  });

  it('is logged, and seen by curators alone until it is published', async () => {
    const draft = idOf(await taken(jsonOf(fresh(someRelease())), 'json'));
    await expect(exported(draft, 'json', employer)).rejects.toMatchObject({ code: 'release-not-found' });
    const { rows } = await log.ofRelease(curator, draft, { limit: 10, offset: 0, filter: {} });
    expect(rows.map(({ action, by }) => [action, by])).toEqual([['imported', 'Noor']]);
  });

  it('is known to the planner as soon as it is there, and so is its copy', async () => {
    const known = async () =>
      (
        await admin.query<{ table: string; planned: number; rows: number }>(
          `select relname as table, reltuples::int as planned,
                  case relname when 'item' then (select count(*) from item) when 'selection' then (select count(*) from selection)
                       else (select count(*) from occupation) end::int as rows
           from pg_class where oid in ('item'::regclass, 'selection'::regclass, 'occupation'::regclass) order by relname`,
        )
      ).rows;
    const { release } = await taken(jsonOf(manyRows(2_000, 'planned')), 'json');
    const before = await known();
    expect(before.map(({ planned }) => planned)).toEqual(before.map(({ rows }) => rows));
    await drafts.create(curator, {
      ...{ frameworkId: release?.frameworkId ?? '', basedOn: release?.id ?? '' },
      ...{ label: 'a copy' },
    });
    const after = await known();
    expect(after.map(({ planned }) => planned)).toEqual(after.map(({ rows }) => rows));
    expect(after.every(({ rows }, place) => rows > (before[place]?.rows ?? 0))).toBe(true);
  });

  it('is rehearsed without a trace', async () => {
    const before = await counted();
    const document = fresh(someRelease());
    const { content } = document;
    const rehearsed = await imports.rehearse(curator, body(jsonOf(document), TYPES.json), { label: 'x' });
    expect(rehearsed).toMatchObject({
      release: null,
      isNewFramework: true,
      label: 'x',
      problemCount: 0,
      counts: { items: content.items.length, selections: content.selections.length },
    });
    expect(await counted()).toEqual(before);
  });

  it('takes a label that is free, and the framework that was chosen', async () => {
    const document = fresh(someRelease());
    const { release } = await taken(jsonOf(document), 'json');
    const again = await imports.rehearse(curator, body(jsonOf(document), TYPES.json), {});
    expect(again.problems.map(({ sheet, column }) => [sheet, column])).toContainEqual(['release', 'label']);
    await drafts.discard(curator, release?.id ?? '', '');
    expect((await taken(jsonOf(document), 'json')).release).toMatchObject({ label: document.release.label });
    const other = await imports.rehearse(curator, body(jsonOf(fresh(someRelease())), TYPES.json), {
      frameworkId: release?.frameworkId ?? '',
      label: 'other',
    });
    expect(other.problems.map(({ sheet, problem }) => [sheet, problem])).toContainEqual([
      'framework',
      `is another framework than the one to import into, ${document.framework.name}`,
    ]);
  });

  it('takes the files of the Manufacturing USA framework as they are', async () => {
    const folder = join(import.meta.dirname, '../../../../../data/manufacturing-usa-2025');
    const files = await Promise.all(
      ['items', 'occupations', 'selections'].map(async (name) => ({
        name: `${name}.csv`,
        pieces: [await readFile(join(folder, `${name}.csv`))],
      })),
    );
    const { frameworkId } = (await taken(jsonOf(fresh(someRelease())), 'json')).release ?? {};
    const zip = await buffer(zipped(files.map(({ name, pieces }) => ({ name, pieces: () => pieces }))));
    const made = await imports.import(curator, body(zip, TYPES.csv), {
      ...(frameworkId ? { frameworkId } : {}),
      label: 'USA',
    });
    expect(made.release).toMatchObject({ state: 'draft', ksaCount: 235, occupationCount: 132 });
    expect(made.counts.areas).toBe(5);
  });
});
