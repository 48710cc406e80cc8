import type {
  AnalysedItem,
  AnalysedOccupation,
  AnalysedRelease,
  AnalysedSelection,
} from './analysed-release.ts';
import type { CountingRule } from './counting-rules.ts';

interface Line extends AnalysedSelection {
  readonly occupation: AnalysedOccupation;
}

/** The same counts, straight from their words: each asked of the whole list of selections anew. */
export class NaiveCounts {
  readonly release: AnalysedRelease;
  readonly ksas: readonly AnalysedItem[];

  constructor(release: AnalysedRelease) {
    this.release = release;
    this.ksas = release.items.filter(({ kind }) => kind === 'ksa');
  }

  of(kind: AnalysedItem['kind']): AnalysedItem[] {
    return this.release.items.filter((item) => item.kind === kind);
  }

  under(code: string): AnalysedItem[] {
    return this.ksas.filter((ksa) => ksa.code === code || ksa.code.startsWith(`${code}.`));
  }

  lines(code: string, area?: string): Line[] {
    const ids = this.under(code).map(({ id }) => id);
    return this.release.selections
      .flatMap((selection) => {
        const occupation = this.release.occupations.find(({ id }) => id === selection.occupationId);
        return occupation === undefined ? [] : [{ ...selection, occupation }];
      })
      .filter(
        ({ ksaId, occupation }) =>
          ids.includes(ksaId) && (area === undefined || occupation.technologyArea === area),
      );
  }

  count(code: string, rule: CountingRule, area?: string): number {
    const lines = this.lines(code, area);
    switch (rule) {
      case 'ksas':
        return area === undefined ? this.under(code).length : new Set(lines.map(({ ksaId }) => ksaId)).size;
      case 'lines':
        return lines.reduce((sum, { count }) => sum + count, 0);
      case 'selections':
        return lines.length;
      case 'institutes':
        return lines.reduce((sum, { occupation }) => sum + occupation.selectedBy, 0);
      case 'occupations':
        return new Set(lines.map(({ occupationId }) => occupationId)).size;
      case 'titles':
        return this.titles(code, area).size;
    }
  }

  titles(code: string, area?: string): Set<string> {
    return new Set(this.lines(code, area).map(({ occupation }) => occupation.title));
  }

  occupations(code: string): Set<string> {
    return new Set(this.lines(code).map(({ occupationId }) => occupationId));
  }

  areas(code: string): string[] {
    const needing = this.lines(code).map(({ occupation }) => occupation.technologyArea);
    return this.release.areas.map((area) => area.code).filter((area) => needing.includes(area));
  }
}
