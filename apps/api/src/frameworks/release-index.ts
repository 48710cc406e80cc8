import type {
  Item,
  Ksa,
  Occupation,
  Release,
  Selection,
  StoredItem,
  StoredOccupation,
  TechnologyArea,
} from './framework.types.ts';

export interface ReleaseRows {
  /** In any order. */
  readonly items: readonly StoredItem[];
  /** By title, then technology area. */
  readonly occupations: readonly StoredOccupation[];
  readonly selections: readonly Selection[];
  /** In their order. */
  readonly areas: readonly TechnologyArea[];
}

/** One release in memory, ready to be asked. */
export class ReleaseIndex {
  /** In tree order: parents first, siblings by their places. */
  readonly items: readonly Item[];
  /** By title, then technology area. */
  readonly occupations: readonly Occupation[];
  readonly selections: readonly Selection[];
  readonly areas: readonly TechnologyArea[];
  readonly itemsById: ReadonlyMap<string, Item>;
  readonly occupationsById: ReadonlyMap<string, Occupation>;
  /** Those that have a number. */
  readonly ksasByNo: ReadonlyMap<number, Ksa>;
  readonly ksasByCode: ReadonlyMap<string, Ksa>;
  private readonly childrenOf: ReadonlyMap<string | null, readonly Item[]>;
  private readonly selectionsOf: ReadonlyMap<string, readonly Selection[]>;
  private readonly selectionsFor: ReadonlyMap<string, readonly Selection[]>;

  /**
   * @param beside where an organisation's own stands beside it: KSAs that stand in no tree any more and are known by their
   *   number still; then items keep the positions that they come with
   */
  constructor(
    readonly release: Release,
    rows: ReleaseRows,
    beside: { readonly former: readonly StoredItem[] } | null = null,
  ) {
    this.areas = rows.areas;
    this.selections = rows.selections;
    this.selectionsOf = Map.groupBy(rows.selections, (selection) => selection.occupationId);
    this.selectionsFor = Map.groupBy(rows.selections, (selection) => selection.ksaId);
    const items = counted(rows.items, this.selectionsFor);
    this.items = beside === null ? items : placedAs(rows.items, items);
    this.occupations = rows.occupations.map((occupation) => ({
      ...occupation,
      ksaCount: this.selectionsOf.get(occupation.id)?.length ?? 0,
    }));
    const ksas = this.items.filter(isKsa);
    this.itemsById = new Map(this.items.map((item) => [item.id, item]));
    this.occupationsById = new Map(this.occupations.map((occupation) => [occupation.id, occupation]));
    const former = (beside?.former ?? []).map((item): Item => ({
      ...item,
      ksaCount: 1,
      occupationCount: 0,
    }));
    this.ksasByNo = new Map([...former.filter(isKsa), ...ksas].map((ksa) => [ksa.ksaNo, ksa]));
    this.ksasByCode = new Map(ksas.map((ksa) => [ksa.code, ksa]));
    this.childrenOf = Map.groupBy(this.items, (item) => item.parentId);
  }

  /** In their order; of null the tiers. */
  children(itemId: string | null): readonly Item[] {
    return this.childrenOf.get(itemId) ?? [];
  }

  /** The KSAs that an occupation selects, in tree order, each with how often the source prints the selection. */
  selectedBy(occupationId: string): readonly { readonly ksa: Item; readonly count: number }[] {
    return (this.selectionsOf.get(occupationId) ?? [])
      .map(({ ksaId, count }) => ({ ksa: this.itemsById.get(ksaId) as Item, count }))
      .sort((left, right) => left.ksa.position - right.ksa.position);
  }

  /** Those of them that ratings may name: all, but in a draft. */
  ksasOf(occupationId: string): readonly Ksa[] {
    return this.selectedBy(occupationId).flatMap(({ ksa }) => this.ksasByCode.get(ksa.code) ?? []);
  }

  /** An item and all that it holds, in tree order. */
  within(item: Item): readonly Item[] {
    return [item, ...this.children(item.id).flatMap((child) => this.within(child))];
  }

  /** The occupations that select an item, or anything in it. */
  selecting(item: Item): readonly Occupation[] {
    const found = new Set(
      this.within(item).flatMap(({ id }) =>
        (this.selectionsFor.get(id) ?? []).map(({ occupationId }) => occupationId),
      ),
    );
    return this.occupations.filter((occupation) => found.has(occupation.id));
  }

  /** Of an organisation's own that stands under none, what its own stands under. */
  competencyOf(ksa: Item): Item {
    const ancestors = this.ancestors(ksa);
    const competency = ancestors.find(({ kind }) => kind === 'competency') ?? ancestors[0];
    if (competency === undefined) throw new Error(`KSA ${ksa.code} is of no competency.`);
    return competency;
  }

  /** From the tier down to the item's parent. */
  ancestors(item: Item): readonly Item[] {
    const parent = item.parentId === null ? undefined : this.itemsById.get(item.parentId);
    return parent === undefined ? [] : [...this.ancestors(parent), parent];
  }
}

function placedAs(stored: readonly StoredItem[], items: readonly Item[]): Item[] {
  const positions = new Map(stored.map(({ id, position }) => [id, position]));
  return items.map((item) => ({ ...item, position: positions.get(item.id) ?? item.position }));
}

const isKsa = (item: Item): item is Ksa => item.kind === 'ksa' && item.ksaNo !== null;

/** Brings items into tree order and counts what each holds and who selects it: once for each selection and level. */
function counted(
  stored: readonly StoredItem[],
  selectionsFor: ReadonlyMap<string, readonly Selection[]>,
): Item[] {
  const childrenOf = Map.groupBy(stored, ({ parentId }) => parentId);
  const items: Item[] = [];
  const visit = (item: StoredItem): { readonly ksas: number; readonly occupations: Set<string> } => {
    const place = items.length;
    items.push({ ...item, position: place + 1, ksaCount: 0, occupationCount: 0 });
    const occupations = new Set((selectionsFor.get(item.id) ?? []).map(({ occupationId }) => occupationId));
    let ksas = item.kind === 'ksa' ? 1 : 0;
    for (const child of siblings(childrenOf.get(item.id))) {
      const below = visit(child);
      ksas += below.ksas;
      for (const each of below.occupations) occupations.add(each);
    }
    items[place] = { ...(items[place] as Item), ksaCount: ksas, occupationCount: occupations.size };
    return { ksas, occupations };
  };
  for (const tier of siblings(childrenOf.get(null))) visit(tier);
  return items;
}

function siblings(children: readonly StoredItem[] = []): StoredItem[] {
  return children.toSorted((left, right) => left.position - right.position || (left.id < right.id ? -1 : 1));
}
