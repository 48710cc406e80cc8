import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { INestApplicationContext } from '@nestjs/common';
import fc from 'fast-check';
import { uuidv7 } from 'uuidv7';
import { anApplication, endApplication } from '#builders/platform-without-queues';
import { jsonOf, publishable } from '#builders/release-documents';
import { aTenant } from '#builders/tenant';
import type { ItemContent, OccupationContent, ReleaseContent, ReleaseDocument, Succession } from '#domain';
import type { RequestContext } from '#platform/context/request-context';
import { FileBody } from '#platform/http/file-body';
import { Refusal } from '#platform/problem/refusal';
import { DraftsService } from '../curation/drafts.service.ts';
import { ItemEditingService } from '../curation/item-editing.service.ts';
import { OccupationEditingService } from '../curation/occupation-editing.service.ts';
import { ReleaseContentService } from '../curation/release-content.service.ts';
import type { StoredItem } from '../framework.types.ts';
import { FrameworksModule } from '../frameworks.module.ts';
import { FrameworksService } from '../frameworks.service.ts';
import { PublishingService } from '../review/publishing.service.ts';
import { ReleaseExportService } from './release-export.service.ts';
import { ReleaseImportService } from './release-import.service.ts';

const WORDS = { title: 'Anew', definition: null, definitionSource: null, provisional: false };
const REASON = { reason: '' };

interface Edit {
  readonly what: 'split' | 'merge' | 'retire' | 'restore' | 'add occupation' | 'retire occupation';
  readonly first: number;
  readonly second: number;
  /** The item goes on, or something stands in for it. */
  readonly goesOn: boolean;
}

const edits = fc.array(
  fc.record<Edit>({
    what: fc.constantFrom('split', 'merge', 'retire', 'restore', 'add occupation', 'retire occupation'),
    // Of few, so that edits meet.
    first: fc.nat(2),
    second: fc.nat(2),
    goesOn: fc.boolean(),
  }),
  { minLength: 1, maxLength: 12 },
);

/** Six KSAs and three occupations. */
function begin(framework = 'curated', family = '6'): ReleaseDocument {
  const document = publishable(framework, family);
  const { items, occupations } = document.content;
  const ksa = items.find(({ kind }) => kind === 'ksa') as ItemContent;
  const occupation = occupations[0] as OccupationContent;
  const more = [3, 4, 5, 6].map((no) => ({ ...ksa, lineage: uuidv7(), code: `4.1.01.0${no}` }));
  const others = ['A', 'B'].map((title) => ({ ...occupation, lineage: uuidv7(), title }));
  const content: ReleaseContent = {
    ...document.content,
    items: [...items, ...more],
    occupations: [...occupations, ...others],
  };
  return { ...document, content };
}

describe('what curators make of items and occupations', () => {
  let application: INestApplicationContext;
  let frameworks: FrameworksService;
  let drafts: DraftsService;
  let items: ItemEditingService;
  let occupations: OccupationEditingService;
  let publishing: PublishingService;
  let exports: ReleaseExportService;
  let imports: ReleaseImportService;
  let contents: ReleaseContentService;
  let curator: RequestContext;
  let second: RequestContext;

  beforeAll(async () => {
    application = await anApplication(FrameworksModule);
    const of = <Service>(type: new (...given: never[]) => Service): Service =>
      application.get(type, { strict: false });
    frameworks = of(FrameworksService);
    drafts = of(DraftsService);
    items = of(ItemEditingService);
    occupations = of(OccupationEditingService);
    publishing = of(PublishingService);
    exports = of(ReleaseExportService);
    imports = of(ReleaseImportService);
    contents = of(ReleaseContentService);
    const employer = await aTenant();
    const person = (name: string): RequestContext => ({
      ...employer,
      actor: { ...employer.actor, userId: uuidv7(), name, roles: ['taxonomy-curator'] },
    });
    curator = person('Noor');
    second = person('Imre');
  });
  afterAll(() => endApplication(application));

  const file = (json: string) => new FileBody('application/json', Readable.from([Buffer.from(json)]));
  const exported = async (releaseId: string): Promise<string> =>
    text((await exports.export(curator, releaseId, { format: 'json' })).stream);
  const successionsOf = (json: string) => (JSON.parse(json) as { successions: Succession[] }).successions;
  const published = async (releaseId: string) => {
    await drafts.submit(curator, releaseId, '');
    const { revision } = await frameworks.release(curator, releaseId);
    await publishing.approve(curator, releaseId, revision);
    await publishing.approve(second, releaseId, revision);
    return publishing.publish(curator, releaseId, { revision, leavesOut: [] });
  };

  const differences = async (from: string, to: string) => (await contents.compare(curator, from, to)).diff;
  const ksasOf = async (releaseId: string): Promise<readonly StoredItem[]> =>
    (await frameworks.releaseIndex(curator, releaseId)).items.filter(({ kind }) => kind === 'ksa');

  const make = async (draft: string, base: string, { what, first, second: other, goesOn }: Edit) => {
    const index = await frameworks.releaseIndex(curator, draft);
    const ksas = index.items.filter(({ kind }) => kind === 'ksa');
    const [one, two] = [ksas[first % ksas.length], ksas[other % ksas.length]];
    const trade = index.occupations[first % index.occupations.length];
    const others = index.occupations.filter((each) => each !== trade);
    if (what === 'add occupation') {
      await occupations.add(curator, draft, {
        ...{ title: uuidv7(), technologyArea: 'robots', definition: null, selectedBy: 1, roleFamily: null },
        ...REASON,
      });
    } else if (what === 'retire occupation') {
      if (trade === undefined || others.length === 0) return;
      const replacedBy = goesOn ? [others[other % others.length]?.id ?? ''] : [];
      await occupations.retire(curator, trade.id, trade.version, { replacedBy, ...REASON });
    } else if (what === 'restore') {
      const former = (await frameworks.releaseIndex(curator, base)).items;
      const gone = former.filter(({ lineage }) => !index.items.some((item) => item.lineage === lineage));
      const lineage = gone[first % gone.length]?.lineage;
      if (lineage !== undefined) await items.restore(curator, draft, { lineage, ...REASON });
    } else if (one === undefined || two === undefined || (one === two && what !== 'split')) {
      return;
    } else if (what === 'split') {
      const keeps = goesOn ? 0 : null;
      await items.split(curator, one.id, one.version, { parts: [WORDS, WORDS], keeps, ...REASON });
    } else if (what === 'merge') {
      const into = goesOn ? one.id : null;
      await items.merge(curator, draft, { items: [one, two], into, wording: WORDS, ...REASON });
    } else if (ksas.length > 2) {
      const replacedBy = goesOn ? [two.id] : [];
      await items.retire(curator, one.id, one.version, { replacedBy, parts: [], ...REASON });
    }
  };

  it('comes back as a file, whatever they did one after the other', async () => {
    const base = await published(
      (await imports.import(curator, file(jsonOf(begin())), {})).release?.id ?? '',
    );
    await fc.assert(
      fc.asyncProperty(edits, async (those) => {
        const made = { frameworkId: base.frameworkId, label: uuidv7(), basedOn: base.id };
        const { id: draft } = await drafts.create(curator, made);
        for (const edit of those)
          await make(draft, base.id, edit).catch((error: unknown) => {
            if (!(error instanceof Refusal)) throw error;
          });
        const json = await exported(draft);
        const label = uuidv7();
        const rehearsed = await imports.rehearse(curator, file(json), { label });
        expect(rehearsed).toMatchObject({ problems: [], pastSuccessions: 0, basedOn: { id: base.id } });
        const { release } = await imports.import(curator, file(json), { label });
        const again = await exported(release?.id ?? '');
        expect(again.replace(label, made.label)).toBe(json);
        expect(await differences(base.id, release?.id ?? '')).toEqual(await differences(base.id, draft));
        await drafts.discard(curator, release?.id ?? '', '');
        await drafts.discard(curator, draft, '');
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  const titled = async (releaseId: string, title: string): Promise<{ id: string; version: number }> => {
    const item = (await frameworks.releaseIndex(curator, releaseId)).items.find(
      (each) => each.title === title,
    );
    if (item === undefined) throw new Error(`There is no ${title}.`);
    return { id: item.id, version: item.version };
  };
  const drafted = async (frameworkId: string, basedOn: string) =>
    (await drafts.create(curator, { frameworkId, label: uuidv7(), basedOn })).id;
  /** The first KSA split into one that goes on as it, and another. */
  const splitInTwo = async (releaseId: string) => {
    const whole = (await frameworks.releaseIndex(curator, releaseId)).items.find(
      ({ kind }) => kind === 'ksa',
    );
    const parts = ['One part', 'Other part'].map((title) => ({ ...WORDS, title }));
    await items.split(curator, whole?.id ?? '', whole?.version ?? 0, { parts, keeps: 0, ...REASON });
  };
  const retired = async (releaseId: string, title: string) => {
    const { id, version } = await titled(releaseId, title);
    await items.retire(curator, id, version, { replacedBy: [], parts: [], ...REASON });
  };

  it('is split still when the part that went on as the whole is retired', async () => {
    const { release } = await imports.import(curator, file(jsonOf(begin('split', '7'))), {});
    const base = await published(release?.id ?? '');
    const draft = await drafted(base.frameworkId, base.id);
    await splitInTwo(draft);
    await retired(draft, 'One part');
    expect(await differences(base.id, draft)).toMatchObject({
      items: [{ kind: 'split', into: [{ title: 'Other part' }] }],
    });
  });

  it('leaves nothing behind for later releases where what was split is whole again', async () => {
    const { release } = await imports.import(curator, file(jsonOf(begin('whole again', '8'))), {});
    const base = await published(release?.id ?? '');
    const first = await drafted(base.frameworkId, base.id);
    await splitInTwo(first);
    await retired(first, 'Other part');
    await published(first);
    const next = await drafted(base.frameworkId, first);
    const [one, two] = [await titled(next, 'One part'), (await ksasOf(next))[1] as StoredItem];
    await items.merge(curator, next, { items: [one, two], into: two.id, ...REASON });
    const told = { items: [{ kind: 'merged', from: [{}, {}], into: { lineage: two.lineage } }] };
    expect(await differences(first, next)).toMatchObject(told);
    expect(await differences(base.id, next)).toMatchObject(told);
  });

  it('stays behind with the release that said it, when that is edited as a file', async () => {
    const document = begin();
    const base = (await frameworks.releases(curator)).find(
      ({ framework }) => framework === document.framework.name,
    );
    const made = { frameworkId: base?.frameworkId ?? '', label: 'Published', basedOn: base?.id ?? '' };
    const { id } = await drafts.create(curator, made);
    for (const what of ['split', 'merge', 'retire', 'retire occupation'] as const)
      await make(id, made.basedOn, { what, first: 0, second: 2, goesOn: true });
    await published(id);
    const json = await exported(id);
    const told = successionsOf(json);
    expect(told.length).toBeGreaterThan(3);
    const { release, ...result } = await imports.import(curator, file(json), { label: 'Edited' });
    expect(result).toMatchObject({
      basedOn: { id },
      pastSuccessions: told.length,
      counts: { successions: 0 },
    });
    expect(successionsOf(await exported(release?.id ?? ''))).toEqual([]);

    // One more is told of what the release has, and one of what it has not.
    const { items: those } = JSON.parse(json) as { items: ItemContent[] };
    const ksa = those.find(({ kind }) => kind === 'ksa') as ItemContent;
    const also = (from: string) =>
      JSON.stringify({
        ...(JSON.parse(json) as object),
        items: those.filter(({ lineage }) => lineage !== ksa.lineage),
        selections: [],
        successions: [...told, { subject: 'item', kind: 'retired', from, to: null }],
      });
    const more = await imports.rehearse(curator, file(also(ksa.lineage)), { label: 'More' });
    expect([more.problems, more.counts.successions]).toEqual([[], 1]);
    const nowhere = uuidv7();
    const bad = await imports.rehearse(curator, file(also(nowhere)), { label: 'More' });
    expect(bad.problems).toEqual([
      {
        ...{
          sheet: 'successions',
          row: told.length + 1,
          column: 'from',
          at: `/successions/${told.length}/from`,
        },
        problem: `release Published has no item ${nowhere}`,
      },
    ]);
  });
});
