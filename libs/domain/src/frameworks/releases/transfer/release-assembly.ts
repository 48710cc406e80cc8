import { isFunction, isRecord, isWhole } from '../../../given.ts';
import { assertRow, assertRows, type Field, invalidRelease, isText, isTextOrNull } from '../../rows.ts';
import { technologyAreaNames } from '../../technology-area.ts';
import {
  areaFields,
  selectionFields,
  successionFields,
  titledFields,
  wordedFields,
} from '../assert-release-content.ts';
import { parentKindOf } from '../check-release.ts';
import type {
  AreaContent,
  ItemContent,
  OccupationContent,
  ReleaseContent,
  SelectionContent,
  Succession,
} from '../release-content.ts';
import { stepsPerTurn } from './release-document.ts';
import { accompaniedBy, lineagesOf, originOf } from './successions.ts';

export type AssembledList = 'areas' | 'items' | 'occupations' | 'selections' | 'successions';

/** Tells what is wrong with a field of a row; rows are counted as whoever gave them counts. */
export type ReportFault = (list: AssembledList, row: number, field: string, problem: string) => void;

/** An item as a file has it: known by whatever its other rows name it by, its code or its lineage. */
export interface ItemRow extends Omit<ItemContent, 'lineage' | 'parent'> {
  readonly key: string;
  readonly parentKey: string | null;
  /** Null: the file names none. */
  readonly lineage: string | null;
}

export interface OccupationRow extends Omit<OccupationContent, 'lineage'> {
  readonly key: string;
  readonly lineage: string | null;
}

/** Its occupation and KSA by their keys. */
export type SelectionRow = SelectionContent;

/** The lineage of what names none. */
export interface NewLineages {
  readonly item: (row: ItemRow) => string;
  readonly occupation: (row: OccupationRow) => string;
}

interface Placed<Row> {
  readonly at: number;
  readonly row: Row;
  lineage: string;
}

/**
 * Puts a release together from rows as they come, in whatever order, and finds what cannot stand together: what a draft
 * could not hold. (That a draft cannot be published yet is for `checkRelease` to say.) A row that is unsound by itself is
 * reported by whoever read it; its key is named here, so that not every row that refers to it is a fault as well.
 */
export class ReleaseAssembly {
  readonly #report: ReportFault;
  readonly #areasAreImplied: () => boolean;
  readonly #areas: Placed<AreaContent>[] = [];
  readonly #items: Placed<ItemRow>[] = [];
  readonly #occupations: Placed<OccupationRow>[] = [];
  readonly #selections: Placed<SelectionRow>[] = [];
  readonly #successions: Placed<Succession>[] = [];
  readonly #unsound = { areas: new Set<string>(), items: new Set<string>(), occupations: new Set<string>() };

  /**
   * Throws `frameworks.invalid-release`, as all here does for what is no row at all.
   *
   * @param areasAreImplied the file has no areas of its own: those of its occupations are meant
   */
  constructor(report: ReportFault, areasAreImplied: () => boolean = () => false) {
    if (!isFunction(report)) throw invalidRelease('Nobody is told of faults.', '/report');
    if (!isFunction(areasAreImplied))
      throw invalidRelease('Whether areas are implied is asked.', '/areasAreImplied');
    this.#report = report;
    this.#areasAreImplied = areasAreImplied;
  }

  area(at: number, row: AreaContent): void {
    assertPlaced(at, row, areaFields, 'technology area');
    this.#areas.push({ at, row, lineage: '' });
  }

  item(at: number, row: ItemRow): void {
    assertPlaced(at, row, itemRowFields, 'item');
    this.#items.push({ at, row, lineage: '' });
  }

  occupation(at: number, row: OccupationRow): void {
    assertPlaced(at, row, occupationRowFields, 'occupation');
    this.#occupations.push({ at, row, lineage: '' });
  }

  selection(at: number, row: SelectionRow): void {
    assertPlaced(at, row, selectionFields, 'selection');
    this.#selections.push({ at, row, lineage: '' });
  }

  succession(at: number, row: Succession): void {
    assertPlaced(at, row, successionFields, 'succession');
    this.#successions.push({ at, row, lineage: '' });
  }

  /** Of an unsound row: what others may name it by. */
  unsound(list: 'areas' | 'items' | 'occupations', key: string): void {
    if (!Object.hasOwn(this.#unsound, list)) throw invalidRelease(`There is no list ${list}.`, '/list');
    if (typeof key !== 'string') throw invalidRelease('A row is known by text.', '/key');
    this.#unsound[list].add(key);
  }

  /** Each item's row and lineage, once it is finished. */
  *itemLineages(): Generator<readonly [at: number, lineage: string]> {
    for (const { at, lineage } of this.#items) yield [at, lineage];
  }

  /** Each succession with its row. */
  *successionRows(): Generator<readonly [at: number, row: Succession]> {
    for (const { at, row } of this.#successions) yield [at, row];
  }

  /**
   * The content, sound only if nothing was reported, neither here nor by `checkSuccessions`. Yields after each turn's
   * work.
   */
  *finish(lineages: NewLineages): Generator<void, ReleaseContent> {
    if (!isRecord(lineages) || !isFunction(lineages.item) || !isFunction(lineages.occupation))
      throw invalidRelease('Nobody gives new lineages.', '/lineages');
    const items = yield* this.finishItems(lineages);
    const areas = this.finishAreas();
    const occupations = yield* this.finishOccupations(lineages, areas);
    return {
      areas: areas.map(({ row }) => row),
      items: yield* this.parents(items),
      occupations: [...occupations.values()].map(({ row: { key: _, ...row }, lineage }) => ({
        ...row,
        lineage,
      })),
      selections: yield* this.finishSelections(items, occupations),
      successions: this.#successions.map(({ row }) => row),
    };
  }

  /**
   * Once it is finished: whether what is said to have become of something can be so. Yields after each turn's work.
   *
   * @param those the successions, of those that it gave, that the release is to have
   */
  *checkSuccessions(those: readonly Succession[]): Generator<void> {
    assertRows(those, successionFields, 'succession', '/those');
    if (those.length === 0) return;
    const here = lineagesOf({ items: this.#items, occupations: this.#occupations });
    const goOn = new Set(those.filter(({ from, to }) => from === to).map(originOf));
    const become = new Set(those.filter(({ to }) => to !== null).map(originOf));
    const accompanied = accompaniedBy(those);
    yield;
    const chosen = new Set(those);
    const known = new Set<string>();
    for (const [place, { at, row }] of this.#successions.entries()) {
      if (place % stepsPerTurn === 0) yield;
      if (!chosen.has(row)) continue;
      const { subject, kind, from, to } = row;
      const origin = originOf(row);
      const report = (field: 'from' | 'to', problem: string) =>
        this.#report('successions', at, field, problem);
      if (known.has(`${origin} ${to ?? ''}`)) report('to', 'the same succession stands twice');
      known.add(`${origin} ${to ?? ''}`);
      if (to === null) {
        if (kind !== 'retired') report('to', `is empty: only what is retired goes to nothing`);
        else if (become.has(origin)) report('to', 'is empty, though another row says what it goes to');
      } else if (!here[subject].has(to) && !this.#unsound[`${subject}s`].has(to)) {
        report('to', `there is no ${subject} ${to} in the release`);
      }
      if (!here[subject].has(from)) continue;
      if (kind === 'retired') report('from', 'is still in the release, so that it is not retired');
      else if (!goOn.has(origin)) report('from', 'is still in the release, and not among what it goes on as');
      else if (!accompanied.has(origin)) report('from', `goes on as itself alone, so that it is not ${kind}`);
    }
  }

  private *finishItems(lineages: NewLineages): Generator<void, Map<string, Placed<ItemRow>>> {
    const items = new Map<string, Placed<ItemRow>>();
    const codes = new Set<string>();
    const known = new Set<string>();
    for (const [place, placed] of this.#items.entries()) {
      const { at, row } = placed;
      if (codes.has(row.code)) this.#report('items', at, 'code', `another item has the code ${row.code}`);
      codes.add(row.code);
      placed.lineage = row.lineage ?? lineages.item(row);
      if (known.has(placed.lineage)) this.#report('items', at, 'lineage', 'another item has this lineage');
      known.add(placed.lineage);
      if (!items.has(row.key)) items.set(row.key, placed);
      if (place % stepsPerTurn === 0) yield;
    }
    return items;
  }

  private *parents(items: ReadonlyMap<string, Placed<ItemRow>>): Generator<void, ItemContent[]> {
    const content: ItemContent[] = [];
    for (const [place, { at, row, lineage }] of this.#items.entries()) {
      const problem = this.misplaced(row, items);
      if (problem !== null) this.#report('items', at, 'parent', problem);
      const { key: _key, parentKey, ...rest } = row;
      const parent = parentKey === null ? null : (items.get(parentKey)?.lineage ?? null);
      content.push({ ...rest, lineage, parent });
      if (place % stepsPerTurn === 0) yield;
    }
    return content;
  }

  private misplaced(row: ItemRow, items: ReadonlyMap<string, Placed<ItemRow>>): string | null {
    const { kind, parentKey } = row;
    const wanted = parentKindOf(kind);
    if (parentKey === null) return wanted === null ? null : `a ${kind} stands under a ${wanted}`;
    const parent = items.get(parentKey)?.row;
    if (parent === undefined)
      return this.#unsound.items.has(parentKey) ? null : `there is no item ${parentKey}`;
    if (isInCircle(row, items)) return `${row.code} stands under itself`;
    if (parent.kind === wanted) return null;
    return wanted === null
      ? `a ${kind} stands under nothing`
      : `a ${kind} stands under a ${wanted}, and ${parent.code} is a ${parent.kind}`;
  }

  private finishAreas(): Placed<AreaContent>[] {
    if (this.#areasAreImplied()) return this.impliedAreas();
    const known = new Set<string>();
    for (const { at, row } of this.#areas) {
      if (known.has(row.code)) this.#report('areas', at, 'code', `another area has the code ${row.code}`);
      known.add(row.code);
    }
    return this.#areas;
  }

  private impliedAreas(): Placed<AreaContent>[] {
    const names: Readonly<Record<string, string>> = technologyAreaNames;
    const codes = new Set(this.#occupations.map(({ row }) => row.technologyArea));
    return [...codes].map((code) => ({
      at: 0,
      row: { code, name: Object.hasOwn(names, code) ? (names[code] as string) : code },
      lineage: '',
    }));
  }

  private *finishOccupations(
    lineages: NewLineages,
    areas: readonly Placed<AreaContent>[],
  ): Generator<void, Map<string, Placed<OccupationRow>>> {
    const codes = new Set(areas.map(({ row }) => row.code));
    const occupations = new Map<string, Placed<OccupationRow>>();
    const titles = new Set<string>();
    const known = new Set<string>();
    for (const [place, placed] of this.#occupations.entries()) {
      const { at, row } = placed;
      if (!codes.has(row.technologyArea) && !this.#unsound.areas.has(row.technologyArea)) {
        this.#report(
          'occupations',
          at,
          'technologyArea',
          `there is no technology area ${row.technologyArea}`,
        );
      }
      const title = `${row.technologyArea}/${row.title}`;
      if (titles.has(title)) this.#report('occupations', at, 'title', 'the area has this occupation already');
      titles.add(title);
      placed.lineage = row.lineage ?? lineages.occupation(row);
      if (known.has(placed.lineage))
        this.#report('occupations', at, 'lineage', 'another occupation has this lineage');
      known.add(placed.lineage);
      if (!occupations.has(row.key)) occupations.set(row.key, placed);
      if (place % stepsPerTurn === 0) yield;
    }
    return occupations;
  }

  private *finishSelections(
    items: ReadonlyMap<string, Placed<ItemRow>>,
    occupations: ReadonlyMap<string, Placed<OccupationRow>>,
  ): Generator<void, SelectionContent[]> {
    const content: SelectionContent[] = [];
    const known = new Map<string, Set<string>>();
    for (const [place, { at, row }] of this.#selections.entries()) {
      if (place % stepsPerTurn === 0) yield;
      const ksa = items.get(row.ksa);
      const occupation = occupations.get(row.occupation);
      if (ksa === undefined && !this.#unsound.items.has(row.ksa))
        this.#report('selections', at, 'ksa', `there is no KSA ${row.ksa}`);
      if (ksa !== undefined && ksa.row.kind !== 'ksa')
        this.#report('selections', at, 'ksa', `${ksa.row.code} is a ${ksa.row.kind}, not a KSA`);
      if (occupation === undefined && !this.#unsound.occupations.has(row.occupation))
        this.#report('selections', at, 'occupation', `there is no occupation ${row.occupation}`);
      if (ksa === undefined || occupation === undefined) continue;
      const selected = known.get(row.occupation) ?? new Set();
      if (selected.has(row.ksa)) {
        const problem = `${occupation.row.title} selects ${ksa.row.code} twice`;
        this.#report('selections', at, 'ksa', problem);
      }
      selected.add(row.ksa);
      known.set(row.occupation, selected);
      content.push({ occupation: occupation.lineage, ksa: ksa.lineage, count: row.count });
    }
    return content;
  }
}

const itemRowFields: readonly Field<ItemRow>[] = [
  ['key', isText],
  ['parentKey', isTextOrNull],
  ['lineage', isTextOrNull],
  ...wordedFields,
];
const occupationRowFields: readonly Field<OccupationRow>[] = [
  ['key', isText],
  ['lineage', isTextOrNull],
  ...titledFields,
];

function assertPlaced<Row extends object>(
  at: number,
  row: Row,
  fields: readonly Field<Row>[],
  what: string,
): void {
  if (!isWhole(at, 0, Number.MAX_SAFE_INTEGER)) throw invalidRelease(`No ${what} stands at ${at}.`, '/at');
  assertRow(row, fields, what, '/row');
}

/** A longer circle is told as what it is made of: parents of the wrong kind. */
const LONGEST_CIRCLE = 50;

function isInCircle(item: ItemRow, items: ReadonlyMap<string, Placed<ItemRow>>): boolean {
  let at: ItemRow | undefined = item;
  for (let step = 0; step < LONGEST_CIRCLE && at?.parentKey != null; step += 1) {
    at = items.get(at.parentKey)?.row;
    if (at?.key === item.key) return true;
  }
  return false;
}
