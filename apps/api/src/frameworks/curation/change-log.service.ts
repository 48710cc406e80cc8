import { Injectable } from '@nestjs/common';
import type { RequestContext } from '#platform/context/request-context';
import { FrameworksService } from '../frameworks.service.ts';
import { curates } from '../visible-releases.ts';
import { ChangeLogRepository } from './change-log.repository.ts';
import type { ReleaseChange } from './curation.types.ts';
import { DraftsRepository } from './drafts.repository.ts';
import type { ReleaseChangesQuery } from './dto/draft.dto.ts';

type Page = Pick<ReleaseChangesQuery, 'limit' | 'offset' | 'filter'>;

@Injectable()
export class ChangeLogService {
  constructor(
    private readonly log: ChangeLogRepository,
    private readonly drafts: DraftsRepository,
    private readonly frameworks: FrameworksService,
  ) {}

  /** Of a discarded draft too: whoever may ask is a curator. */
  async ofRelease(
    context: RequestContext,
    releaseId: string,
    page: Page,
  ): Promise<{ rows: ReleaseChange[]; total: number }> {
    const discarded = await this.drafts.discarded(context);
    if (!discarded.some(({ id }) => id === releaseId)) await this.frameworks.release(context, releaseId);
    return this.log.list(
      context,
      { releaseId, lineage: page.filter.lineage ?? null, releaseIds: null },
      page,
    );
  }

  /** For curators in drafts that were discarded as well. */
  async ofItem(
    context: RequestContext,
    itemId: string,
    page: Page,
  ): Promise<{ rows: ReleaseChange[]; total: number }> {
    const { item } = await this.frameworks.item(context, itemId);
    const releaseIds = curates(context)
      ? null
      : (await this.frameworks.releases(context)).map(({ id }) => id);
    return this.log.list(context, { releaseId: null, lineage: item.lineage, releaseIds }, page);
  }
}
