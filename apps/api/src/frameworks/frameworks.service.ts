import { Injectable } from '@nestjs/common';
import type { RequestContext } from '#platform/context/request-context';
import type { OccupationsQuery } from './dto/occupation.dto.ts';
import { findOccupations } from './find-occupations.ts';
import {
  itemNotFound,
  noReleasePublished,
  occupationNotFound,
  releaseNotFound,
} from './frameworks.errors.ts';
import { FrameworksRepository } from './frameworks.repository.ts';
import type { Item, Ksa, Occupation, Release } from './framework.types.ts';
import { ReleaseIndex } from './release-index.ts';

export interface ItemDetail {
  readonly item: Item;
  readonly ancestors: readonly Item[];
  readonly children: readonly Item[];
  readonly occupations: readonly Occupation[];
}

export interface OccupationDetail {
  readonly occupation: Occupation;
  /** Grouped by the competency that the KSAs belong to, all in code order. */
  readonly competencies: readonly {
    readonly competency: Item;
    readonly ksas: readonly { readonly ksa: Ksa; readonly count: number }[];
  }[];
}

@Injectable()
export class FrameworksService {
  /** By release and content: a release that is replaced before anybody builds on it is read anew. */
  private readonly indexes = new Map<
    string,
    { readonly hash: string; readonly index: Promise<ReleaseIndex> }
  >();

  constructor(private readonly repository: FrameworksRepository) {}

  /** The newest first. */
  releases(context: RequestContext): Promise<readonly Release[]> {
    return this.repository.releases(context);
  }

  async release(context: RequestContext, releaseId: string): Promise<Release> {
    const release = (await this.releases(context)).find(({ id }) => id === releaseId);
    if (release === undefined) throw releaseNotFound();
    return release;
  }

  /** The newest that is published. */
  async currentRelease(context: RequestContext): Promise<Release> {
    const release = (await this.releases(context)).find(({ state }) => state === 'published');
    if (release === undefined) throw noReleasePublished();
    return release;
  }

  /** One release ready to be asked; the current one when none is named. */
  async releaseIndex(context: RequestContext, releaseId: string | null = null): Promise<ReleaseIndex> {
    const release =
      releaseId === null ? await this.currentRelease(context) : await this.release(context, releaseId);
    return this.indexOf(context, release);
  }

  async item(context: RequestContext, itemId: string): Promise<ItemDetail> {
    for (const index of await this.allIndexes(context)) {
      const item = index.itemsById.get(itemId);
      if (item === undefined) continue;
      return {
        item,
        ancestors: index.ancestors(item),
        children: index.children(itemId),
        occupations: index.selecting(item),
      };
    }
    throw itemNotFound();
  }

  /** Of the current release, unless the filter names another. */
  async occupations(
    context: RequestContext,
    query: OccupationsQuery,
  ): Promise<{ rows: Occupation[]; total: number }> {
    const { occupations } = await this.releaseIndex(context, query.filter.releaseId ?? null);
    return findOccupations(occupations, query);
  }

  async occupation(context: RequestContext, occupationId: string): Promise<OccupationDetail> {
    const index = await this.releaseHolding(context, occupationId);
    const occupation = index?.occupationsById.get(occupationId);
    if (index === undefined || occupation === undefined) throw occupationNotFound();
    const competencies = Map.groupBy(index.selectedBy(occupationId), ({ ksa }) => index.competencyOf(ksa));
    return {
      occupation,
      competencies: [...competencies].map(([competency, ksas]) => ({ competency, ksas })),
    };
  }

  /** What one occupation, or a blend of several of one release, asks for: each KSA once, in code order. */
  async occupationKsas(context: RequestContext, occupationIds: readonly string[]): Promise<readonly Ksa[]> {
    const [first] = occupationIds;
    if (first === undefined) return [];
    const index = await this.releaseHolding(context, first);
    if (index === undefined) throw occupationNotFound();
    const ksas = new Set<Ksa>();
    for (const id of occupationIds) {
      if (!index.occupationsById.has(id)) throw occupationNotFound();
      for (const { ksa } of index.selectedBy(id)) ksas.add(ksa);
    }
    return [...ksas].sort((left, right) => left.position - right.position);
  }

  /** The KSAs of these numbers, as a release words them (the current one when none is named); unknown ones are left out. */
  async ksasByNo(
    context: RequestContext,
    releaseId: string | null,
    ksaNos: readonly number[],
  ): Promise<ReadonlyMap<number, Ksa>> {
    const { ksasByNo } = await this.releaseIndex(context, releaseId);
    return pick(ksasByNo, ksaNos);
  }

  async ksasByCode(
    context: RequestContext,
    releaseId: string | null,
    codes: readonly string[],
  ): Promise<ReadonlyMap<string, Ksa>> {
    const { ksasByCode } = await this.releaseIndex(context, releaseId);
    return pick(ksasByCode, codes);
  }

  /** The release that an occupation is of. */
  async releaseHolding(context: RequestContext, occupationId: string): Promise<ReleaseIndex | undefined> {
    return (await this.allIndexes(context)).find(({ occupationsById }) => occupationsById.has(occupationId));
  }

  /** One after the other: inside a transaction all reads go over one connection. */
  private async allIndexes(context: RequestContext): Promise<readonly ReleaseIndex[]> {
    const indexes: ReleaseIndex[] = [];
    for (const release of await this.releases(context)) indexes.push(await this.indexOf(context, release));
    return indexes;
  }

  private indexOf(context: RequestContext, release: Release): Promise<ReleaseIndex> {
    const known = this.indexes.get(release.id);
    if (known?.hash === release.contentHash) return known.index;
    const index = this.readIndex(context, release);
    this.indexes.set(release.id, { hash: release.contentHash, index });
    index.catch(() => this.indexes.delete(release.id));
    return index;
  }

  private async readIndex(context: RequestContext, release: Release): Promise<ReleaseIndex> {
    const items = await this.repository.items(context, release.id);
    const occupations = await this.repository.occupations(context, release.id);
    return new ReleaseIndex(
      release,
      items,
      occupations,
      await this.repository.selections(context, release.id),
    );
  }
}

function pick<Key, Value>(all: ReadonlyMap<Key, Value>, keys: readonly Key[]): ReadonlyMap<Key, Value> {
  const found = new Map<Key, Value>();
  for (const key of keys) {
    const value = all.get(key);
    if (value !== undefined) found.set(key, value);
  }
  return found;
}
