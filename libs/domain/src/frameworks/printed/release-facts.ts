import {
  type AnalysedItem,
  assertCompiledRelease,
  type CompiledRelease,
} from '../analysis/analysed-release.ts';
import { countKsas, type KsaCounts } from '../analysis/asked.ts';
import type { ItemKind } from '../release-item.ts';

/** What the running text says about a release, counted in it: by codes, as the text names things. */
export class ReleaseFacts {
  readonly release: CompiledRelease;
  /** Codes, in their order. */
  readonly ksas: readonly string[];
  readonly #places: ReadonlyMap<string, number>;
  readonly #lines: readonly KsaCounts[];

  /** Throws `frameworks.release-not-compiled`. */
  constructor(release: CompiledRelease) {
    assertCompiledRelease(release);
    this.release = release;
    this.ksas = release.ksas.map(({ code }) => code);
    this.#places = new Map(this.ksas.map((code, place) => [code, place]));
    this.#lines = countKsas(release, 'lines');
  }

  /** Tiers, competencies or sub-competencies, in the order of their codes. */
  items(kind: Exclude<ItemKind, 'ksa'>): AnalysedItem[] {
    return this.release.groups.map(({ item }) => item).filter((item) => item.kind === kind);
  }

  /** The KSAs under a tier, competency or sub-competency, or the KSA itself. */
  ksasUnder(code: string): string[] {
    return this.#placesUnder(code).map((place) => this.ksas[place] as string);
  }

  subCompetencies(tier: string): string[] {
    const under = new Set(this.ksasUnder(tier));
    return this.release.groups
      .filter(({ item, ksas }) => {
        const first = this.ksas[ksas[0] ?? -1];
        return item.kind === 'sub-competency' && first !== undefined && under.has(first);
      })
      .map(({ item }) => item.code);
  }

  /** As many as the source prints lines, repeated ones too; of an area or of all. */
  lines(code: string, area?: string): number {
    const column = area === undefined ? -1 : this.#areaPlace(area);
    return this.#placesUnder(code).reduce((sum, place) => {
      const counts = this.#lines[place];
      return sum + ((area === undefined ? counts?.overall : counts?.byArea[column]) ?? 0);
    }, 0);
  }

  /** The codes of the areas that need any KSA under the code, in their order. */
  areas(code: string): string[] {
    const needing = new Set(this.#placesUnder(code).flatMap((place) => this.#lines[place]?.areas ?? []));
    return this.release.areas.filter((_, place) => needing.has(place)).map((area) => area.code);
  }

  ksasOfArea(area: string): string[] {
    const column = this.#areaPlace(area);
    return this.ksas.filter((_, place) => this.#lines[place]?.areas.includes(column) ?? false);
  }

  ksasShared(a: string, b: string): number {
    const column = this.#areaPlace(b);
    return this.ksasOfArea(a).filter((ksa) => this.#areasOf(ksa).includes(column)).length;
  }

  /** KSAs that no other area needs. */
  ksasOnlyIn(area: string): string[] {
    return this.ksasOfArea(area).filter((ksa) => this.#areasOf(ksa).length === 1);
  }

  ksasInSeveralAreas(code: string): string[] {
    return this.ksasUnder(code).filter((ksa) => this.#areasOf(ksa).length > 1);
  }

  #areasOf(ksa: string): readonly number[] {
    return this.#lines[this.#places.get(ksa) ?? -1]?.areas ?? [];
  }

  #areaPlace(area: string): number {
    return this.release.areas.findIndex(({ code }) => code === area);
  }

  #placesUnder(code: string): readonly number[] {
    const place = this.#places.get(code);
    if (place !== undefined) return [place];
    return this.release.groups.find(({ item }) => item.code === code)?.ksas ?? [];
  }
}

/** A share as the report prints most of them: whole per cent, a half rounded up. */
export function percent(part: number, whole: number): number {
  return Math.round((100 * part) / whole);
}
