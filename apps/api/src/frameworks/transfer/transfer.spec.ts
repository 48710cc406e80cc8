import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { INestApplicationContext } from '@nestjs/common';
import fc from 'fast-check';
import { uuidv7 } from 'uuidv7';
import { anApplication, endApplication } from '#builders/platform-without-queues';
import { documents, jsonOf } from '#builders/release-documents';
import { aTenant } from '#builders/tenant';
import { FrameworksModule, FrameworksService } from '#frameworks';
import type { RequestContext } from '#platform/context/request-context';
import { FileBody } from '#platform/http/file-body';
import { PublishingService } from '../review/publishing.service.ts';
import { DraftsService } from '../curation/drafts.service.ts';
import { ItemEditingService } from '../curation/item-editing.service.ts';

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
  let publishing: PublishingService;
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
    publishing = of(PublishingService);
    employer = await aTenant();
    const person = (name: string): RequestContext => ({
      ...employer,
      actor: { ...employer.actor, userId: uuidv7(), name, roles: ['taxonomy-curator'] },
    });
    curator = person('Noor');
    second = person('Imre');
  });
  afterAll(() => endApplication(application));

  const body = (bytes: Buffer | string, type: string) =>
    new FileBody(type, Readable.from([typeof bytes === 'string' ? Buffer.from(bytes) : bytes]));
  const exported = async (releaseId: string, format: Format, context = curator): Promise<Buffer> =>
    buffer((await exports.export(context, releaseId, { format })).stream);
  const taken = (bytes: Buffer | string, format: Format, choice: { label?: string } = {}) =>
    imports.import(curator, body(bytes, TYPES[format]), choice);
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
});
