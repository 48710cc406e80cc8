import { Injectable } from '@nestjs/common';
import {
  checkRelease,
  diffReleases,
  type ReleaseContent,
  type ReleaseDiff,
  type ReleaseFault,
  type Succession,
} from '#domain';
import type { RequestContext } from '#platform/context/request-context';
import { type Statement, UnitOfWork } from '#platform/database/unit-of-work';
import type { Release } from '../framework.types.ts';
import { FrameworksService } from '../frameworks.service.ts';
import type { ReleaseIndex } from '../release-index.ts';
import { notComparable } from './curation.errors.ts';

const SUCCESSIONS: Statement = {
  name: 'release_successions',
  text: `
    select subject, kind, from_lineage as "from", to_lineage as "to" from succession where release_id = $1
    order by subject, from_lineage, to_lineage`,
};

export interface Compared {
  readonly from: Release;
  readonly to: Release;
  readonly diff: ReleaseDiff;
}

/** Releases as the domain knows them: to be checked, compared, moved to, carried elsewhere. */
@Injectable()
export class ReleaseContentService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly frameworks: FrameworksService,
  ) {}

  async content(context: RequestContext, releaseId: string): Promise<ReleaseContent> {
    const index = await this.frameworks.releaseIndex(context, releaseId);
    return contentOf(index, await this.successions(context, releaseId));
  }

  async check(context: RequestContext, releaseId: string): Promise<ReleaseFault[]> {
    return checkRelease(await this.content(context, releaseId));
  }

  /** @param fromId null: the release that this one began from */
  async compare(context: RequestContext, fromId: string | null, toId: string): Promise<Compared> {
    const to = await this.frameworks.release(context, toId);
    const baseId = fromId ?? to.basedOn;
    if (baseId === null) throw notComparable();
    const from = await this.frameworks.release(context, baseId);
    const diff = diffReleases(
      await this.content(context, from.id),
      await this.content(context, to.id),
      await this.between(context, from, to),
    );
    return { from, to, diff };
  }

  /** The successions of each release after one up to another that came from it; none when it did not. */
  async between(
    context: RequestContext,
    from: Pick<Release, 'id'>,
    to: Release,
  ): Promise<readonly (readonly Succession[])[]> {
    const releases = new Map((await this.frameworks.releases(context)).map((each) => [each.id, each]));
    const chain: Release[] = [];
    for (let at: Release | undefined = to; at !== undefined && at.id !== from.id;) {
      chain.unshift(at);
      if (at.basedOn === null) return [];
      at = releases.get(at.basedOn);
    }
    const between: (readonly Succession[])[] = [];
    for (const { id } of chain) between.push(await this.successions(context, id));
    return between;
  }

  private successions(context: RequestContext, releaseId: string): Promise<Succession[]> {
    return this.unitOfWork.read<Succession>(context, SUCCESSIONS, [releaseId]);
  }
}

function contentOf(index: ReleaseIndex, successions: readonly Succession[]): ReleaseContent {
  const lineageOf = (itemId: string): string => index.itemsById.get(itemId)?.lineage ?? itemId;
  return {
    areas: index.areas.map(({ code, name }) => ({ code, name })),
    items: index.items.map((item) => ({
      lineage: item.lineage,
      code: item.code,
      kind: item.kind,
      parent: item.parentId === null ? null : lineageOf(item.parentId),
      title: item.title,
      definition: item.definition,
      definitionSource: item.definitionSource,
      provisional: item.provisional,
    })),
    occupations: index.occupations.map((occupation) => ({
      lineage: occupation.lineage,
      title: occupation.title,
      technologyArea: occupation.technologyArea,
      definition: occupation.definition,
      selectedBy: occupation.selectedBy,
      roleFamily: occupation.roleFamily,
    })),
    selections: index.selections.map(({ occupationId, ksaId, count }) => ({
      occupation: index.occupationsById.get(occupationId)?.lineage ?? occupationId,
      ksa: lineageOf(ksaId),
      count,
    })),
    successions,
  };
}
