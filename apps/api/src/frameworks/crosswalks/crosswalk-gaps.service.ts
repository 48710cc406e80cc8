import { Injectable } from '@nestjs/common';
import type { RequestContext } from '#platform/context/request-context';
import type { Release } from '../framework.types.ts';
import { noReleasePublished } from '../frameworks.errors.ts';
import { FrameworksService } from '../frameworks.service.ts';
import { AssociationsService } from './associations.service.ts';
import type { CrosswalkGap, CrosswalkGaps, Side } from './crosswalk.types.ts';
import { releaseOfAnotherFramework } from './crosswalks.errors.ts';
import { CrosswalksService } from './crosswalks.service.ts';
import type { CrosswalkGapsQuery } from './dto/crosswalk-gap.dto.ts';

/** What a crosswalk says nothing of, on either side. */
@Injectable()
export class CrosswalkGapsService {
  constructor(
    private readonly crosswalks: CrosswalksService,
    private readonly associations: AssociationsService,
    private readonly frameworks: FrameworksService,
  ) {}

  /** In tree order. */
  async gaps(
    context: RequestContext,
    crosswalkId: string,
    { side, releaseId, kinds, partnerKinds }: CrosswalkGapsQuery['filter'],
  ): Promise<CrosswalkGaps> {
    const crosswalk = await this.crosswalks.one(context, crosswalkId);
    const release = await this.release(context, crosswalk[side].frameworkId, releaseId);
    const index = await this.frameworks.releaseIndex(context, release.id);
    const partnered = await this.partnered(context, crosswalkId, side, partnerKinds);
    const gaps = index.items
      .filter(({ lineage, kind }) => !partnered.has(lineage) && (kinds === undefined || kinds.includes(kind)))
      .map((item): CrosswalkGap => ({
        item,
        above: index.ancestors(item).findLast(({ lineage }) => partnered.has(lineage)) ?? null,
      }));
    return { release, gaps };
  }

  private async release(
    context: RequestContext,
    frameworkId: string,
    releaseId: string | undefined,
  ): Promise<Release> {
    if (releaseId !== undefined) {
      const release = await this.frameworks.release(context, releaseId);
      if (release.frameworkId !== frameworkId) throw releaseOfAnotherFramework();
      return release;
    }
    const newest = (await this.frameworks.releases(context)).find(
      (release) => release.frameworkId === frameworkId && release.state === 'published',
    );
    if (newest === undefined) throw noReleasePublished();
    return newest;
  }

  private async partnered(
    context: RequestContext,
    crosswalkId: string,
    side: Side,
    kinds: CrosswalkGapsQuery['filter']['partnerKinds'],
  ): Promise<ReadonlySet<string>> {
    const associations = await this.associations.ofCrosswalk(context, crosswalkId);
    return new Set(
      associations.flatMap((each) =>
        kinds === undefined || kinds.includes(each.kind) ? [each[side].lineage] : [],
      ),
    );
  }
}
