import { Injectable } from '@nestjs/common';
import { compareOccupations, nearestOccupations, type NearnessRule } from '#domain';
import type { RequestContext } from '#platform/context/request-context';
import type { Occupation } from '../framework.types.ts';
import { occupationNotFound } from '../frameworks.errors.ts';
import { FrameworksService } from '../frameworks.service.ts';
import type { ReleaseIndex } from '../release-index.ts';
import { ksasUnknown, occupationsOfDifferentReleases } from './analysis.errors.ts';
import { AnalysisService } from './analysis.service.ts';
import type { ComparedOccupations, NearestOccupations } from './analysis.types.ts';

/** Occupations beside each other, and beside a set of KSAs. */
@Injectable()
export class OccupationAnalysisService {
  constructor(
    private readonly frameworks: FrameworksService,
    private readonly analysis: AnalysisService,
  ) {}

  async compare(
    context: RequestContext,
    [first, second]: readonly [string, string],
  ): Promise<ComparedOccupations> {
    const index = await this.frameworks.releaseHolding(context, first);
    if (index === undefined) throw occupationNotFound();
    if (!index.occupationsById.has(second)) {
      const other = await this.frameworks.releaseHolding(context, second);
      throw other === undefined ? occupationNotFound() : occupationsOfDifferentReleases();
    }
    const places = placesOf(index);
    const [one, other] = [places.get(first) ?? -1, places.get(second) ?? -1];
    return {
      release: index.release,
      occupations: [index.occupations[one] as Occupation, index.occupations[other] as Occupation],
      ...compareOccupations(this.analysis.compile(index), one, other),
    };
  }

  /** An item above KSAs stands for all under it. */
  async nearest(
    context: RequestContext,
    releaseId: string,
    asked: { readonly ksaIds: readonly string[]; readonly rule: NearnessRule; readonly limit: number },
  ): Promise<NearestOccupations> {
    const index = await this.frameworks.releaseIndex(context, releaseId);
    const release = this.analysis.compile(index);
    const places = new Map<string, readonly number[]>([
      ...release.ksas.map(({ id }, place) => [id, [place]] as const),
      ...release.groups.map(({ item, ksas }) => [item.id, ksas] as const),
    ]);
    const unknown = asked.ksaIds.flatMap((id, place) => (places.has(id) ? [] : [place]));
    if (unknown.length > 0) throw ksasUnknown(unknown);
    const ksas = new Set(asked.ksaIds.flatMap((id) => places.get(id) ?? []));
    const found = nearestOccupations(release, ksas, asked.rule);
    return {
      release: index.release,
      rule: asked.rule,
      asked: ksas.size,
      total: found.length,
      rows: found.slice(0, asked.limit).map(({ occupation, ...near }) => ({
        occupation: index.occupations[occupation] as Occupation,
        ...near,
      })),
    };
  }
}

/** As the domain knows them: in the index's own order. */
function placesOf({ occupations }: ReleaseIndex): ReadonlyMap<string, number> {
  return new Map(occupations.map(({ id }, place) => [id, place]));
}
