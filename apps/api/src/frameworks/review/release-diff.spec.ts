import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { anApplication, endApplication } from '#builders/platform-without-queues';
import { someReleaseFiles } from '#builders/release-files';
import { loadRelease } from '#builders/services';
import { aTenant } from '#builders/tenant';
import { FrameworksModule } from '../frameworks.module.ts';
import { FrameworksService } from '../frameworks.service.ts';
import type { RequestContext } from '#platform/context/request-context';
import { csvOf } from '#platform/http/csv';
import { DraftsService } from '../curation/drafts.service.ts';
import { ItemEditingService } from '../curation/item-editing.service.ts';
import { toReleaseDiffCountsDto, toReleaseDiffDto, toReleaseDiffRows } from './dto/release-diff.dto.ts';
import { ReleaseDiffService } from './release-diff.service.ts';

describe('the difference of two releases', () => {
  let application: INestApplicationContext;
  let diffs: ReleaseDiffService;
  let curator: RequestContext;
  let employer: RequestContext;
  let draft: string;

  beforeAll(async () => {
    application = await anApplication(FrameworksModule);
    const frameworks = application.get(FrameworksService, { strict: false });
    const drafts = application.get(DraftsService, { strict: false });
    const items = application.get(ItemEditingService, { strict: false });
    diffs = application.get(ReleaseDiffService, { strict: false });
    const base = await loadRelease(await someReleaseFiles());
    employer = await aTenant();
    curator = { ...employer, actor: { ...employer.actor, roles: ['taxonomy-curator'] } };
    const { frameworkId } = await frameworks.release(curator, base);
    draft = (await drafts.create(curator, { frameworkId, label: '2', basedOn: base })).id;
    const coded = async (code: string) =>
      (await frameworks.releaseIndex(curator, draft)).items.find((item) => item.code === code)!;
    const reason = '';
    const robots = await coded('4.2.06.09');
    await items.edit(curator, robots.id, robots.version, { title: '=Robots, "taught"', reason });
    const vision = await coded('4.2.06.10');
    const { id: parentId } = await coded('5.1.01');
    await items.move(curator, vision.id, vision.version, { parentId, keepCode: false, reason });
    const sensors = await coded('4.2.06.2');
    const part = (title: string) => ({ title, definition: null, definitionSource: null, provisional: false });
    const parts = [part('Sensing light'), part('Sensing force')];
    await items.split(curator, sensors.id, sensors.version, { parts, keeps: null, reason });
    const extrusion = await coded('5.1.01.01');
    await items.retire(curator, extrusion.id, extrusion.version, {
      replacedBy: [],
      parts: [],
      reason,
    });
  });
  afterAll(() => endApplication(application));

  it('tells each change with both its sides, and where they are to be found', async () => {
    const diff = toReleaseDiffDto(await diffs.compare(curator, null, draft));
    expect(diff.items.map(({ kind, before, after }) => [kind, before[0]?.code, after[0]?.code])).toEqual([
      ['split', '4.2.06.2', '4.2.06.11'],
      ['reworded', '4.2.06.09', '4.2.06.09'],
      ['moved', '4.2.06.10', '5.1.01.02'],
      ['retired', '5.1.01.01', undefined],
    ]);
    expect(diff.items[2]).toMatchObject({
      before: [{ parentCode: '4.2.06' }],
      after: [{ parentCode: '5.1.01' }],
    });
    expect(diff.items[1]?.before[0]?.id).not.toBe(diff.items[1]?.after[0]?.id);
  });

  it('counts them', async () => {
    const { items, selections } = toReleaseDiffCountsDto(await diffs.compare(curator, null, draft));
    expect(items).toEqual({
      ...{ added: 0, reworded: 1, moved: 1, recoded: 0, ordered: 0, split: 1, merged: 0, retired: 1 },
    });
    expect(selections).toBe(0);
  });

  it('is a table as well, in which nothing is a formula', async () => {
    const csv = csvOf(toReleaseDiffRows(await diffs.compare(curator, null, draft))).split('\r\n');
    expect(csv[0]).toBe('subject,change,code,title,field,before,after');
    expect(csv[2]).toBe(
      `item,reworded,4.2.06.09,Robot programming,title,Robot programming,"'=Robots, ""taught"""`,
    );
    expect(csv).toHaveLength(6);
  });

  it('is not told of a draft to who does not curate', async () => {
    await expect(diffs.compare(employer, null, draft)).rejects.toMatchObject({ code: 'release-not-found' });
  });
});
