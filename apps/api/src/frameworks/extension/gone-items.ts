import { Injectable } from '@nestjs/common';
import { byOrigin, followSuccessions, type Succession } from '#domain';
import type { RequestContext } from '#platform/context/request-context';
import { ReleaseContentService } from '../curation/release-content.service.ts';
import type { Item, Ksa, Release } from '../framework.types.ts';
import { FrameworksService } from '../frameworks.service.ts';
import type { ReleaseIndex } from '../release-index.ts';
import { isPublic } from '../visible-releases.ts';
import { isOwnKsaNo } from './extension.types.ts';

/** What the current release has no more, as it was last worded, and what became of it there. */
export interface GoneItem<Each extends Item = Item> {
  readonly item: Each;
  readonly became: Succession['kind'];
  /** Of the current release, in its order; nothing for what nothing replaces. */
  readonly into: readonly Each[];
}

type Between = readonly (readonly Succession[])[];

/** Tells what is gone from the current release of what an organisation's own builds on. */
@Injectable()
export class GoneItemsService {
  constructor(
    private readonly frameworks: FrameworksService,
    private readonly contents: ReleaseContentService,
  ) {}

  /** Ready to be asked about many: each earlier release is followed once. */
  async ofCurrent(context: RequestContext): Promise<GoneItems> {
    const current = await this.frameworks.releaseIndexWithOwn(context);
    const { id, frameworkId } = current.release;
    const others = (await this.frameworks.releases(context)).filter(
      (release) => release.frameworkId === frameworkId && release.id !== id && isPublic(release),
    );
    const between = new Map<string, Promise<Between>>();
    return new GoneItems(
      current,
      others,
      (release) => this.frameworks.releaseIndex(context, release.id),
      (release) => {
        const known = between.get(release.id) ?? this.contents.between(context, release, current.release);
        between.set(release.id, known);
        return known;
      },
    );
  }
}

export class GoneItems {
  private readonly byLineage: ReadonlyMap<string, Item>;

  /** @param others published releases of the framework, the newest first */
  constructor(
    private readonly current: ReleaseIndex,
    private readonly others: readonly Release[],
    private readonly indexOf: (release: Release) => Promise<ReleaseIndex>,
    private readonly between: (release: Release) => Promise<Between>,
  ) {
    this.byLineage = new Map(current.items.map((item) => [item.lineage, item]));
  }

  /** Which of them are there still, and which are gone; each in the order of its release. */
  async ksas(
    ksaNos: readonly number[],
  ): Promise<{ readonly there: readonly Ksa[]; readonly gone: readonly GoneItem<Ksa>[] }> {
    const there: Ksa[] = [];
    const gone: GoneItem<Ksa>[] = [];
    for (const ksaNo of ksaNos) {
      const ksa = this.current.ksasByNo.get(ksaNo);
      if (ksa !== undefined && this.current.itemsById.has(ksa.id)) there.push(ksa);
      // An organisation's own is retired by itself.
      else if (ksa !== undefined) gone.push({ item: ksa, became: 'retired', into: [] });
      else if (!isOwnKsaNo(ksaNo)) {
        const found = await this.find((index) => index.ksasByNo.get(ksaNo), isKsa);
        if (found !== null) gone.push(found);
      }
    }
    return {
      there: there.toSorted((left, right) => left.position - right.position),
      gone: gone.toSorted((left, right) => left.item.position - right.item.position),
    };
  }

  /** Null of a competency or sub-competency that is there still. */
  async place(lineage: string | null): Promise<GoneItem | null> {
    if (lineage === null || this.byLineage.has(lineage)) return null;
    return this.find(({ items }) => items.find((item) => item.lineage === lineage), isPlace);
  }

  /** As the newest release words it that the current one came from or, without one, the newest of all. */
  private async find<Each extends Item>(
    pick: (index: ReleaseIndex) => Each | undefined,
    isOne: (item: Item) => item is Each,
  ): Promise<GoneItem<Each> | null> {
    let found: GoneItem<Each> | null = null;
    for (const release of this.others) {
      const item = pick(await this.indexOf(release));
      if (item === undefined) continue;
      const between = await this.between(release);
      if (found === null || between.length > 0) found = this.followed(item, between, isOne);
      if (between.length > 0) break;
    }
    return found;
  }

  private followed<Each extends Item>(
    item: Each,
    between: Between,
    isOne: (item: Item) => item is Each,
  ): GoneItem<Each> {
    const ofItems = between.map((each) => byOrigin(each.filter(({ subject }) => subject === 'item')));
    const successors = followSuccessions(item.lineage, ofItems);
    const into = (successors?.into ?? [])
      .flatMap((lineage) => this.byLineage.get(lineage) ?? [])
      .filter(isOne)
      .sort((left, right) => left.position - right.position);
    return { item, became: into.length === 0 ? 'retired' : (successors?.kind ?? 'retired'), into };
  }
}

const isKsa = (item: Item): item is Ksa => item.kind === 'ksa' && item.ksaNo !== null;

const isPlace = (item: Item): item is Item => item.kind === 'competency' || item.kind === 'sub-competency';
