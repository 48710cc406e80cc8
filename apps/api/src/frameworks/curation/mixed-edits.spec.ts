import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { anApplication, endApplication } from '#builders/platform-without-queues';
import { loadRelease } from '#builders/services';
import { aTenant } from '#builders/tenant';
import type { ItemChange } from '#domain';
import { FrameworksModule } from '../frameworks.module.ts';
import { FrameworksService } from '../frameworks.service.ts';
import type { Item } from '../framework.types.ts';
import { ReleaseContentService } from './release-content.service.ts';
import type { RequestContext } from '#platform/context/request-context';
import { PublishingService } from '../review/publishing.service.ts';
import { DraftsService } from './drafts.service.ts';
import { ItemEditingService } from './item-editing.service.ts';

const MANUFACTURING_USA = join(import.meta.dirname, '../../../../../data/manufacturing-usa-2025');
const NO_WORDS = { definition: null, definitionSource: null, provisional: false };
const REASON = { reason: '' };

/** How many of each: 200 in all. A merger takes two KSAs, so that they concern 215 of the 235. */
const EDITS = { added: 30, reworded: 65, moved: 45, recoded: 15, split: 10, merged: 15, retired: 20 };

describe('a draft of the Manufacturing USA framework with 200 mixed edits', () => {
  let application: INestApplicationContext;
  let frameworks: FrameworksService;
  let content: ReleaseContentService;
  let items: ItemEditingService;
  let drafts: DraftsService;
  let publishing: PublishingService;
  let curator: RequestContext;
  let second: RequestContext;

  beforeAll(async () => {
    application = await anApplication(FrameworksModule);
    frameworks = application.get(FrameworksService);
    content = application.get(ReleaseContentService);
    items = application.get(ItemEditingService);
    drafts = application.get(DraftsService);
    publishing = application.get(PublishingService);
    const employer = await aTenant();
    const person = (name: string): RequestContext => ({
      ...employer,
      actor: { ...employer.actor, userId: uuidv7(), name, roles: ['taxonomy-curator'] },
    });
    curator = person('Noor');
    second = person('Imre');
  });
  afterAll(() => endApplication(application));

  it('differs from the release that it began from in exactly these, before and after it is published', async () => {
    const base = await frameworks.release(curator, await loadRelease(MANUFACTURING_USA));
    const made = { frameworkId: base.frameworkId, label: 'Next', basedOn: base.id };
    const { id: draft } = await drafts.create(curator, made);
    const index = await frameworks.releaseIndex(curator, draft);
    const ksas = index.items.filter(({ kind }) => kind === 'ksa');
    const subs = index.items.filter(({ kind }) => kind === 'sub-competency');
    // Every seventh, round and round: the kinds of edits meet in most sub-competencies.
    const order = ksas.map((_, place) => ksas[(place * 7) % ksas.length] as Item);
    const next = (): Item => order.pop() as Item;
    const versionOf = async ({ id }: Item) => (await frameworks.item(curator, id)).item.version;
    const expected: string[] = [];

    for (let count = 0; count < EDITS.merged; count += 1) {
      const [one, other] = [next(), next()];
      const into = count % 2 === 0 ? one.id : null;
      const pair = [one, other].map(({ id, version }) => ({ id, version }));
      const input = { items: pair, into, wording: { title: `Merged ${count}`, ...NO_WORDS } };
      const merged = await items.merge(curator, draft, { ...input, ...REASON });
      expected.push(`merged ${[one.lineage, other.lineage].sort().join(' ')} into ${merged.lineage}`);
    }
    for (let count = 0; count < EDITS.split; count += 1) {
      const ksa = next();
      const parts = ['one', 'two', 'three'].map((part) => ({ title: `Split ${count} ${part}`, ...NO_WORDS }));
      const keeps = count % 2 === 0 ? 1 : null;
      const into = await items.split(curator, ksa.id, await versionOf(ksa), { parts, keeps, ...REASON });
      expected.push(
        `split ${ksa.lineage} into ${into
          .map(({ lineage }) => lineage)
          .sort()
          .join(' ')}`,
      );
    }
    for (let count = 0; count < EDITS.moved; count += 1) {
      const ksa = next();
      const elsewhere = subs.filter(({ id }) => id !== ksa.parentId)[(count * 5) % (subs.length - 1)] as Item;
      const to = { parentId: elsewhere.id, keepCode: false, ...REASON };
      await items.move(curator, ksa.id, await versionOf(ksa), to);
      expected.push(`moved ${ksa.lineage}`);
    }
    for (let count = 0; count < EDITS.reworded; count += 1) {
      const ksa = next();
      const words = [{ title: `Reworded ${count}` }, { definition: 'New', definitionSource: 'Here' }][
        count % 2
      ];
      await items.edit(curator, ksa.id, await versionOf(ksa), { ...words, ...REASON });
      expected.push(`reworded ${ksa.lineage}`);
    }
    for (let count = 0; count < EDITS.recoded; count += 1) {
      const ksa = next();
      await items.edit(curator, ksa.id, await versionOf(ksa), { code: `${ksa.code}x`, ...REASON });
      expected.push(`recoded ${ksa.lineage}`);
    }
    const stays = next();
    for (let count = 0; count < EDITS.retired; count += 1) {
      const ksa = next();
      const replacedBy = count % 3 === 0 ? [stays.id] : [];
      await items.retire(curator, ksa.id, await versionOf(ksa), { replacedBy, parts: [], ...REASON });
      expected.push(`retired ${ksa.lineage} for ${replacedBy.length > 0 ? stays.lineage : ''}`);
    }
    for (let count = 0; count < EDITS.added; count += 1) {
      const parentId = (subs[(count * 3) % subs.length] as Item).id;
      const input = { kind: 'ksa' as const, parentId, title: `Added ${count}`, ...NO_WORDS, ...REASON };
      expected.push(`added ${(await items.add(curator, draft, input)).lineage}`);
    }

    expect(expected).toHaveLength(200);
    const told = async () => (await content.compare(curator, base.id, draft)).diff.items.map(inWords).sort();
    expect(await told()).toEqual(expected.sort());

    // A sub-competency that lost its last KSA would be a fault: it is retired, with a word of its own.
    const emptied = (await content.check(curator, draft)).filter(({ check }) => check === 'empty-competency');
    for (const { name } of emptied) {
      const { items: now } = await frameworks.releaseIndex(curator, draft);
      const item = now.find(({ code }) => code === name) as Item;
      await items.retire(curator, item.id, item.version, { replacedBy: [], parts: [], ...REASON });
      expected.push(`retired ${item.lineage} for `);
    }
    const { revision } = await drafts.submit(curator, draft, '');
    await publishing.approve(curator, draft, revision);
    await publishing.approve(second, draft, revision);
    expect(await publishing.publish(second, draft, { revision, leavesOut: [] })).toMatchObject({
      state: 'published',
    });
    expect(await told()).toEqual(expected.sort());
  });
});

function inWords(change: ItemChange): string {
  const list = (those: readonly { lineage: string }[]) =>
    those
      .map(({ lineage }) => lineage)
      .sort()
      .join(' ');
  if (change.kind === 'added') return `added ${change.after.lineage}`;
  if (change.kind === 'merged') return `merged ${list(change.from)} into ${change.into.lineage}`;
  if (change.kind === 'split') return `split ${change.before.lineage} into ${list(change.into)}`;
  if (change.kind === 'retired') return `retired ${change.before.lineage} for ${list(change.replacedBy)}`;
  return `${change.kind} ${change.before.lineage}`;
}
