import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { RequestContext, TransactionContext } from '#platform/context/request-context';
import { UnitOfWork } from '#platform/database/unit-of-work';
import { editedMeanwhile } from '../curation/curation.errors.ts';
import { DraftsService } from '../curation/drafts.service.ts';
import { FrameworksService } from '../frameworks.service.ts';
import type { Crosswalk } from './crosswalk.types.ts';
import { crosswalkExists, crosswalkNotFound, frameworkUnknown } from './crosswalks.errors.ts';
import { CrosswalksRepository, type LockedCrosswalk } from './crosswalks.repository.ts';
import type { CreateCrosswalkDto, CrosswalksQuery, EditCrosswalkDto } from './dto/crosswalk.dto.ts';
import { visibleReleases } from '../visible-releases.ts';

const collator = new Intl.Collator('en');

const COMPARISONS: Record<CrosswalksQuery['sort']['field'], (left: Crosswalk, right: Crosswalk) => number> = {
  to: (left, right) => collator.compare(left.to.framework, right.to.framework),
  title: (left, right) => collator.compare(left.title, right.title),
  associationCount: (left, right) => left.associationCount - right.associationCount,
};

/** Which frameworks are compared with which. Everybody who reads frameworks reads them; curators write them. */
@Injectable()
export class CrosswalksService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: CrosswalksRepository,
    private readonly frameworks: FrameworksService,
    private readonly drafts: DraftsService,
  ) {}

  async list(
    context: RequestContext,
    { filter, sort, offset, limit }: CrosswalksQuery,
  ): Promise<{ rows: Crosswalk[]; total: number }> {
    const all = await this.repository.list(context, await visibleReleases(context, this.frameworks), null);
    const { id, frameworkId } = filter;
    const found = all.filter(
      (crosswalk) =>
        (id === undefined || id.includes(crosswalk.id)) &&
        (frameworkId === undefined ||
          [crosswalk.from.frameworkId, crosswalk.to.frameworkId].includes(frameworkId)),
    );
    const direction = sort.order === 'ASC' ? 1 : -1;
    found.sort((left, right) => direction * COMPARISONS[sort.field](left, right));
    return { rows: found.slice(offset, offset + limit), total: found.length };
  }

  async one(context: RequestContext, id: string): Promise<Crosswalk> {
    const releaseIds = await visibleReleases(context, this.frameworks);
    const [crosswalk] = await this.repository.list(context, releaseIds, id);
    if (crosswalk === undefined) throw crosswalkNotFound();
    return crosswalk;
  }

  create(context: RequestContext, input: CreateCrosswalkDto): Promise<Crosswalk> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      const known = new Set((await this.drafts.frameworksOf(transaction)).map(({ id }) => id));
      for (const side of ['fromFrameworkId', 'toFrameworkId'] as const)
        if (!known.has(input[side])) throw frameworkUnknown(`/${side}`);
      const id = uuidv7();
      if (!(await this.repository.insert(transaction, { id, ...input }))) throw crosswalkExists();
      return this.one(transaction, id);
    });
  }

  edit(context: RequestContext, id: string, version: number, input: EditCrosswalkDto): Promise<Crosswalk> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      const { title, source } = await this.asRead(transaction, id, version);
      const wanted = { id, title: input.title ?? title, source: input.source ?? source };
      if (await this.repository.isTitleTaken(transaction, id, wanted.title)) throw crosswalkExists();
      await this.repository.update(transaction, wanted);
      return this.one(transaction, id);
    });
  }

  /** With all that is in it. */
  remove(context: RequestContext, id: string, version: number): Promise<void> {
    return this.unitOfWork.transaction(context, async (transaction) => {
      await this.asRead(transaction, id, version);
      await this.repository.remove(transaction, id);
    });
  }

  private async asRead(context: TransactionContext, id: string, version: number): Promise<LockedCrosswalk> {
    const locked = await this.repository.lock(context, id);
    if (locked === undefined) throw crosswalkNotFound();
    if (locked.version !== version) throw editedMeanwhile();
    return locked;
  }
}
