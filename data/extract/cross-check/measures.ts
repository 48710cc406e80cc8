import type { Framework, Selection, TechnologyArea } from '../framework.ts';
import { compareText, TECHNOLOGY_AREAS } from '../framework.ts';

/**
 * What the report counts, counted in the data set. Three rules of counting occur:
 * - `lines`: as many as Table 19 prints lines, repeated ones too (Tables 2, 6, 8, 10, 12, 14, 16, Fig. 6 and 7);
 * - KSAs, each once (Tables 1, 4 and 5, the shares in sections 3 to 3.3, Fig. 5);
 * - titles, each once whatever its technology area (Fig. 8 and 9), unlike the 132 occupations, which are
 *   pairs of title and area.
 */
export class Measures {
  readonly framework: Framework;
  readonly ksas: readonly string[];
  readonly #selections: ReadonlyMap<string, readonly Selection[]>;

  constructor(framework: Framework) {
    this.framework = framework;
    this.ksas = framework.items.filter(({ kind }) => kind === 'ksa').map(({ code }) => code);
    this.#selections = Map.groupBy(framework.selections, ({ ksaCode }) => ksaCode);
  }

  /** The KSAs under a tier, competency or sub-competency, or the KSA itself. */
  ksasUnder(code: string): string[] {
    return this.ksas.filter((ksa) => ksa === code || ksa.startsWith(`${code}.`));
  }

  subCompetencies(tier: string): string[] {
    return this.framework.items
      .filter(({ kind, code }) => kind === 'sub-competency' && code.startsWith(tier))
      .map(({ code }) => code);
  }

  selectionsUnder(code: string): Selection[] {
    return this.ksasUnder(code).flatMap((ksa) => this.#selections.get(ksa) ?? []);
  }

  lines(code: string, area?: TechnologyArea): number {
    return this.selectionsUnder(code)
      .filter(({ technologyArea }) => area === undefined || technologyArea === area)
      .reduce((sum, { count }) => sum + count, 0);
  }

  areas(code: string): TechnologyArea[] {
    const needing = new Set(this.selectionsUnder(code).map(({ technologyArea }) => technologyArea));
    return TECHNOLOGY_AREAS.filter((area) => needing.has(area));
  }

  /** Titles that need at least one KSA under the code; one title in two areas counts once. */
  titles(code: string): Set<string> {
    return new Set(this.selectionsUnder(code).map(({ occupationTitle }) => occupationTitle));
  }

  /**
   * The other KSAs, most strongly associated first (section 3.2.2): by the lines under the other KSA whose title,
   * whatever its area, also needs this one; ties in the order of codes. Of the rules tried (shared pairs, shared
   * titles, lines in both, Jaccard, weighting by institutes) only this one gives the three printed lists in their order.
   */
  associated(ksa: string): { readonly code: string; readonly lines: number }[] {
    const titles = this.titles(ksa);
    return this.ksas
      .filter((other) => other !== ksa)
      .map((code) => ({
        code,
        lines: this.selectionsUnder(code)
          .filter(({ occupationTitle }) => titles.has(occupationTitle))
          .reduce((sum, { count }) => sum + count, 0),
      }))
      .sort((a, b) => b.lines - a.lines || compareText(a.code, b.code));
  }

  ksasOfArea(area: TechnologyArea): string[] {
    return this.ksas.filter((ksa) => this.areas(ksa).includes(area));
  }

  ksasShared(a: TechnologyArea, b: TechnologyArea): number {
    return this.ksasOfArea(a).filter((ksa) => this.areas(ksa).includes(b)).length;
  }

  /** KSAs that no other area needs. */
  ksasOnlyIn(area: TechnologyArea): string[] {
    return this.ksasOfArea(area).filter((ksa) => this.areas(ksa).length === 1);
  }

  ksasInSeveralAreas(code: string): string[] {
    return this.ksasUnder(code).filter((ksa) => this.areas(ksa).length > 1);
  }
}

/** A share as the report prints most of them: whole per cent, a half rounded up. */
export function percent(part: number, whole: number): number {
  return Math.round((100 * part) / whole);
}
