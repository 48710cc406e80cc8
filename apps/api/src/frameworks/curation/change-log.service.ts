import { Injectable } from '@nestjs/common';
import type { RequestContext } from '#platform/context/request-context';
import { FrameworksService } from '../frameworks.service.ts';
import { ChangeLogRepository } from './change-log.repository.ts';
import type { ReleaseChange } from './curation.types.ts';
import type { ReleaseChangesQuery } from './dto/draft.dto.ts';

type Page = Pick<ReleaseChangesQuery, 'limit' | 'offset' | 'filter'>;

@Injectable()
export class ChangeLogService {
  constructor(
    private readonly log: ChangeLogRepository,
    private readonly frameworks: FrameworksService,
  ) {}

  async ofRelease(
    context: RequestContext,
    releaseId: string,
    page: Page,
  ): Promise<{ rows: ReleaseChange[]; total: number }> {
    await this.frameworks.release(context, releaseId);
    return this.log.list(
      context,
      { releaseId, lineage: page.filter.lineage ?? null, releaseIds: null },
      page,
    );
  }

  async ofItem(
    context: RequestContext,
    itemId: string,
    page: Page,
  ): Promise<{ rows: ReleaseChange[]; total: number }> {
    const { item } = await this.frameworks.item(context, itemId);
    const releaseIds = (await this.frameworks.releases(context)).map(({ id }) => id);
    return this.log.list(context, { releaseId: null, lineage: item.lineage, releaseIds }, page);
  }
}
