import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import {
  canonicalRelease,
  type ReleaseDocument,
  type ReleaseHead,
  releaseJson,
  type ReleaseTable,
  settledSuccessions,
} from '#domain';
import type { RequestContext } from '#platform/context/request-context';
import { Turns } from '#platform/context/turns';
import { UnitOfWork } from '#platform/database/unit-of-work';
import { releaseNotFound } from '../frameworks.errors.ts';
import { FrameworksService } from '../frameworks.service.ts';
import { isPublic } from '../visible-releases.ts';
import type { ReleaseExportQuery } from './dto/release-transfer.dto.ts';
import { chunked } from './formats/text-chunks.ts';
import { csvArchive, csvFile } from './formats/write-csv.ts';
import { workbook } from './formats/write-xlsx.ts';
import { ReleaseContentRepository, type StoredHead } from './release-content.repository.ts';
import { tableOfCsvAlone } from './transfer.errors.ts';
import { XLSX_TYPE } from './release-import.service.ts';

export interface ExportedFile {
  readonly name: string;
  readonly type: string;
  readonly stream: Readable;
}

/** Releases as files that `ReleaseImportService` takes back. */
@Injectable()
export class ReleaseExportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: ReleaseContentRepository,
    private readonly frameworks: FrameworksService,
  ) {}

  async export(
    context: RequestContext,
    releaseId: string,
    { format, table }: ReleaseExportQuery,
  ): Promise<ExportedFile> {
    if (table !== undefined && format !== 'csv') throw tableOfCsvAlone();
    // What the caller may not see is not found.
    await this.frameworks.release(context, releaseId);
    const document = await this.document(context, releaseId);
    const name = `release-${document.release.label.replaceAll(/[^\w.-]+/g, '-')}`;
    return { ...fileOf(document, format, table), name: `${name}${endingOf(format, table)}` };
  }

  /** In memory before the first byte is sent: nobody's slow line holds the draft, or a connection. */
  private async document(context: RequestContext, releaseId: string): Promise<ReleaseDocument> {
    const { head, content } = await this.unitOfWork.transaction(context, async (transaction) => {
      const stored = await this.repository.head(transaction, releaseId);
      if (stored === undefined) throw releaseNotFound();
      return { head: stored, content: await this.repository.content(transaction, releaseId) };
    });
    return {
      framework: head.framework,
      release: headOf(head),
      content: await new Turns().drive(
        canonicalRelease({ ...content, successions: settledSuccessions(content) }),
      ),
    };
  }
}

/**
 * A draft that was imported and that nobody has edited is a copy, and says of itself what its origin said: so a file
 * that is imported and exported again is the same file, of a published release too. From the first edit on it is a
 * draft of its own, which began from what its origin began from.
 */
function headOf({ origin, revision, ...stored }: StoredHead): ReleaseHead {
  const { uri, label, state, publishedOn, attribution } = stored;
  const basedOn = stored.basedOn ?? origin?.basedOn ?? null;
  const own = { uri, label, state, publishedOn, basedOn, attribution };
  return origin !== null && !isPublic(stored) && revision === 1 ? { ...own, ...origin } : own;
}

function endingOf(format: ReleaseExportQuery['format'], table: ReleaseTable | undefined): string {
  if (format !== 'csv') return `.${format}`;
  return table === undefined ? '.zip' : `-${table}.csv`;
}

function fileOf(
  document: ReleaseDocument,
  format: ReleaseExportQuery['format'],
  table: ReleaseTable | undefined,
): Omit<ExportedFile, 'name'> {
  if (format === 'json')
    return { type: 'application/json; charset=utf-8', stream: Readable.from(chunked(releaseJson(document))) };
  if (format === 'xlsx') return { type: XLSX_TYPE, stream: workbook(document) };
  if (table === undefined) return { type: 'application/zip', stream: csvArchive(document) };
  return { type: 'text/csv; charset=utf-8', stream: csvFile(document, table) };
}
