import { Injectable } from '@nestjs/common';
import { BoundedCache } from '#platform/cache/bounded-cache';
import { remembered } from '#platform/cache/remembered';
import { isTransaction, type RequestContext } from '#platform/context/request-context';
import type { OccupationsQuery } from './dto/occupation.dto.ts';
import { extendedIndex } from './extension/extended-index.ts';
import { ExtensionRepository } from './extension/extension.repository.ts';
import { findOccupations } from './find-occupations.ts';
import {
  itemNotFound,
  noReleasePublished,
  occupationNotFound,
  releaseNotFound,
} from './frameworks.errors.ts';
import { FrameworksRepository } from './frameworks.repository.ts';
import type { Item, Ksa, Occupation, Release, ReleaseCounts, StoredRelease } from './framework.types.ts';
import { ReleaseIndex } from './release-index.ts';
import { curates, isPublic } from './visible-releases.ts';

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
    readonly ksas: readonly { readonly ksa: Item; readonly count: number }[];
  }[];
}

/** Of 10,000 items one is some 10 MB. */
const MOST_INDEXES = 30;
const MOST_COUNTS = 2_000;

@Injectable()
export class FrameworksService {
  /** By release and content: a draft is read anew after each edit. */
  private readonly indexes = new BoundedCache<Promise<ReleaseIndex>>(MOST_INDEXES);

  private readonly counts = new BoundedCache<ReleaseCounts>(MOST_COUNTS);

  /** By organisation, what it has of its own, and the release that it stands beside. */
  private readonly extended = new BoundedCache<Promise<ReleaseIndex>>(MOST_INDEXES);

  constructor(
    private readonly repository: FrameworksRepository,
    private readonly extensions: ExtensionRepository,
  ) {}

  /** Drafts and what is in review first, for who may see them; then the newest first. */
  async releases(context: RequestContext): Promise<readonly Release[]> {
    const releases = await this.counted(context, await this.repository.releases(context));
    return curates(context) ? releases : releases.filter(isPublic);
  }

  /** Counted once for each content. */
  private async counted(
    context: RequestContext,
    releases: readonly StoredRelease[],
  ): Promise<readonly Release[]> {
    const found = new Map<string, ReleaseCounts>();
    const unknown: StoredRelease[] = [];
    for (const release of releases) {
      const counts = this.counts.get(contentKey(release));
      if (counts === undefined) unknown.push(release);
      else found.set(release.id, counts);
    }
    if (unknown.length > 0) {
      const rows = await this.repository.counts(
        context,
        unknown.map(({ id }) => id),
      );
      for (const { id, ...counts } of rows) found.set(id, counts);
      if (!isTransaction(context)) {
        for (const release of unknown)
          this.counts.set(contentKey(release), found.get(release.id) as ReleaseCounts);
      }
    }
    return releases.map((release) => ({ ...release, ...(found.get(release.id) as ReleaseCounts) }));
  }

  async release(context: RequestContext, releaseId: string): Promise<Release> {
    const release = (await this.releases(context)).find(({ id }) => id === releaseId);
    if (release === undefined) throw releaseNotFound();
    return release;
  }

  /** The newest published one of the framework that role profiles begin from. */
  async currentRelease(context: RequestContext): Promise<Release> {
    const release = this.currentOf(await this.releases(context));
    if (release === undefined) throw noReleasePublished();
    return release;
  }

  currentOf(releases: readonly Release[]): Release | undefined {
    return releases.find(({ state, isBasis }) => state === 'published' && isBasis);
  }

  /** One release ready to be asked; the current one when none is named. */
  async releaseIndex(context: RequestContext, releaseId: string | null = null): Promise<ReleaseIndex> {
    const release =
      releaseId === null ? await this.currentRelease(context) : await this.release(context, releaseId);
    return this.indexOf(context, release);
  }

  /** The same with what the reader's organisation has of its own beside it. */
  async releaseIndexWithOwn(context: RequestContext, releaseId: string | null = null): Promise<ReleaseIndex> {
    const release =
      releaseId === null ? await this.currentRelease(context) : await this.release(context, releaseId);
    return this.withOwn(context, release);
  }

  /** Of an own item, as it stands beside the current release. */
  async item(context: RequestContext, itemId: string): Promise<ItemDetail> {
    const { index, item } = await this.found(context, itemId);
    return {
      item,
      ancestors: index.ancestors(item),
      children: index.children(itemId),
      occupations: index.selecting(item),
    };
  }

  /** The numbers of an item's KSAs, a KSA's own; what is new in a draft has none yet. */
  async ksaNosIn(context: RequestContext, itemId: string): Promise<number[]> {
    const { index, item } = await this.found(context, itemId);
    return index.within(item).flatMap(({ ksaNo }) => ksaNo ?? []);
  }

  /** Of the current release, unless the filter names another. */
  async occupations(
    context: RequestContext,
    query: OccupationsQuery,
  ): Promise<{ rows: Occupation[]; total: number }> {
    const { occupations } = await this.releaseIndexWithOwn(context, query.filter.releaseId ?? null);
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
      for (const ksa of index.ksasOf(id)) ksas.add(ksa);
    }
    return [...ksas].sort((left, right) => left.position - right.position);
  }

  /**
   * The KSAs of these numbers, as a release words them; when none is named the current one or, what that has no more,
   * the newest before it that has: organisations follow in their own time. Unknown ones are left out.
   */
  ksasByNo(
    context: RequestContext,
    releaseId: string | null,
    ksaNos: readonly number[],
  ): Promise<ReadonlyMap<number, Ksa>> {
    return this.pickKsas(context, releaseId, ksaNos, ({ ksasByNo }) => ksasByNo);
  }

  /** As by number; a code that was given to another KSA since means that one. */
  ksasByCode(
    context: RequestContext,
    releaseId: string | null,
    codes: readonly string[],
  ): Promise<ReadonlyMap<string, Ksa>> {
    return this.pickKsas(context, releaseId, codes, ({ ksasByCode }) => ksasByCode);
  }

  /** The release that an item is of. */
  async releaseWithItem(context: RequestContext, itemId: string): Promise<ReleaseIndex | undefined> {
    return this.indexIfSeen(context, await this.repository.releaseOfItem(context, itemId));
  }

  /** The release that an occupation is of, with what is own beside it; of an own one, the current release. */
  async releaseHolding(context: RequestContext, occupationId: string): Promise<ReleaseIndex | undefined> {
    const releaseId = await this.repository.releaseOfOccupation(context, occupationId);
    const index = await this.indexWithOwnIfSeen(context, releaseId);
    return index?.occupationsById.has(occupationId) === true ? index : undefined;
  }

  private async pickKsas<Key>(
    context: RequestContext,
    releaseId: string | null,
    keys: readonly Key[],
    of: (index: ReleaseIndex) => ReadonlyMap<Key, Ksa>,
  ): Promise<ReadonlyMap<Key, Ksa>> {
    if (releaseId !== null) return pick(of(await this.releaseIndexWithOwn(context, releaseId)), keys);
    const found = new Map<Key, Ksa>();
    const releases = await this.releases(context);
    const current = this.currentOf(releases);
    if (current === undefined) throw noReleasePublished();
    const former = releases.slice(releases.findIndex(({ id }) => id === current.id) + 1);
    for (const release of [current, ...former]) {
      const missing = keys.filter((key) => !found.has(key));
      if (missing.length === 0) break;
      if (release.frameworkId !== current.frameworkId) continue;
      for (const [key, ksa] of pick(of(await this.withOwn(context, release)), missing)) found.set(key, ksa);
    }
    return found;
  }

  private async indexIfSeen(
    context: RequestContext,
    releaseId: string | undefined,
  ): Promise<ReleaseIndex | undefined> {
    const release = (await this.releases(context)).find(({ id }) => id === releaseId);
    return release && this.indexOf(context, release);
  }

  /** @param releaseId undefined: no release has what is asked for, so that it may be own */
  private async found(context: RequestContext, itemId: string): Promise<{ index: ReleaseIndex; item: Item }> {
    const releaseId = await this.repository.releaseOfItem(context, itemId);
    const index = await this.indexWithOwnIfSeen(context, releaseId);
    const item = index?.itemsById.get(itemId);
    if (index === undefined || item === undefined) throw itemNotFound();
    return { index, item };
  }

  private async indexWithOwnIfSeen(
    context: RequestContext,
    releaseId: string | undefined,
  ): Promise<ReleaseIndex | undefined> {
    const releases = await this.releases(context);
    const release =
      releaseId === undefined ? this.currentOf(releases) : releases.find(({ id }) => id === releaseId);
    return release && this.withOwn(context, release);
  }

  /** An organisation's own stands beside what is published of the framework that it builds on, and nowhere else. */
  private withOwn(context: RequestContext, release: Release): Promise<ReleaseIndex> {
    const { extensionRevision, isBasis } = release;
    const hasOwn = extensionRevision > 0 && isBasis && isPublic(release);
    if (!hasOwn) return this.indexOf(context, release);
    const key = `${context.tenantId}/${extensionRevision}/${contentKey(release)}`;
    return remembered(context, this.extended, key, () => this.extend(context, release));
  }

  private async extend(context: RequestContext, release: Release): Promise<ReleaseIndex> {
    const base = await this.indexOf(context, release);
    return extendedIndex(base, context.tenantId, await this.extensions.read(context));
  }

  private indexOf(context: RequestContext, release: Release): Promise<ReleaseIndex> {
    return remembered(context, this.indexes, contentKey(release), () => this.readIndex(context, release));
  }

  private async readIndex(context: RequestContext, release: Release): Promise<ReleaseIndex> {
    // One after the other: inside a transaction all reads go over one connection.
    const items = await this.repository.items(context, release.id);
    const occupations = await this.repository.occupations(context, release.id);
    const selections = await this.repository.selections(context, release.id);
    const areas = await this.repository.areas(context, release.id);
    return new ReleaseIndex(release, { items, occupations, selections, areas });
  }
}

const contentKey = ({ id, state, contentHash }: StoredRelease): string => `${id}/${state}/${contentHash}`;

function pick<Key, Value>(all: ReadonlyMap<Key, Value>, keys: readonly Key[]): ReadonlyMap<Key, Value> {
  const found = new Map<Key, Value>();
  for (const key of keys) {
    const value = all.get(key);
    if (value !== undefined) found.set(key, value);
  }
  return found;
}
