import type { Item, Ksa, Occupation, Release, Selection } from './framework.types.ts';

/** One release in memory, ready to be asked: it is some hundreds of rows, and a published one never changes. */
export class ReleaseIndex {
  readonly itemsById: ReadonlyMap<string, Item>;
  readonly occupationsById: ReadonlyMap<string, Occupation>;
  readonly ksasByNo: ReadonlyMap<number, Ksa>;
  readonly ksasByCode: ReadonlyMap<string, Ksa>;
  private readonly childrenOf: ReadonlyMap<string | null, readonly Item[]>;
  private readonly selectionsOf: ReadonlyMap<string, readonly Selection[]>;
  private readonly selectionsFor: ReadonlyMap<string, readonly Selection[]>;

  constructor(
    readonly release: Release,
    /** In code order. */
    readonly items: readonly Item[],
    /** By title, then technology area. */
    readonly occupations: readonly Occupation[],
    selections: readonly Selection[],
  ) {
    const ksas = items.filter((item): item is Ksa => item.kind === 'ksa');
    this.itemsById = new Map(items.map((item) => [item.id, item]));
    this.occupationsById = new Map(occupations.map((occupation) => [occupation.id, occupation]));
    this.ksasByNo = new Map(ksas.map((ksa) => [ksa.ksaNo, ksa]));
    this.ksasByCode = new Map(ksas.map((ksa) => [ksa.code, ksa]));
    this.childrenOf = Map.groupBy(items, (item) => item.parentId);
    this.selectionsOf = Map.groupBy(selections, (selection) => selection.occupationId);
    this.selectionsFor = Map.groupBy(selections, (selection) => selection.ksaId);
  }

  children(itemId: string): readonly Item[] {
    return this.childrenOf.get(itemId) ?? [];
  }

  /** The KSAs that an occupation selects, in code order, each with how often the source prints the selection. */
  selectedBy(occupationId: string): readonly { readonly ksa: Ksa; readonly count: number }[] {
    return (this.selectionsOf.get(occupationId) ?? [])
      .map(({ ksaId, count }) => ({ ksa: this.itemsById.get(ksaId) as Ksa, count }))
      .sort((left, right) => left.ksa.position - right.ksa.position);
  }

  /** The occupations that select an item, or anything in it. */
  selecting(item: Item): readonly Occupation[] {
    const found = new Set<string>();
    const visit = (part: Item) => {
      for (const { occupationId } of this.selectionsFor.get(part.id) ?? []) found.add(occupationId);
      this.children(part.id).forEach(visit);
    };
    visit(item);
    return this.occupations.filter((occupation) => found.has(occupation.id));
  }

  competencyOf(ksa: Ksa): Item {
    const competency = this.ancestors(ksa).find(({ kind }) => kind === 'competency');
    if (competency === undefined) throw new Error(`KSA ${ksa.code} is of no competency.`);
    return competency;
  }

  /** From the tier down to the item's parent. */
  ancestors(item: Item): readonly Item[] {
    const parent = item.parentId === null ? undefined : this.itemsById.get(item.parentId);
    return parent === undefined ? [] : [...this.ancestors(parent), parent];
  }
}
