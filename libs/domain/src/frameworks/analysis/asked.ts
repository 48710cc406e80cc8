import { compareCodes } from '../ksa-code.ts';
import type { ItemKind } from '../release-item.ts';
import type { AnalysedItem, CompiledRelease, ItemGroup } from './analysed-release.ts';
import type { CountingRule } from './counting-rules.ts';
import { type Figure, withRows } from './figure.ts';
import type { AnalysisRule } from './questions.ts';
import { eachKsa, tally } from './tally.ts';

/** A question with its parts found. */
export interface Asked {
  readonly release: CompiledRelease;
  readonly rule: AnalysisRule;
  /** The place of the area or KSA that is asked about; -1 where it is about neither. */
  readonly subject: number;
  /** The KSAs that are asked about, by their places, in code order. */
  readonly ksas: readonly number[];
  /** What they stand under; null where all of the release are asked about. */
  readonly under: ItemGroup | null;
}

/** Those of a kind; where what stands under an item is asked about, that item and what is under it. */
export function groupsAsked({ release, under }: Asked, kind: ItemKind): readonly ItemGroup[] {
  return release.groups.filter(
    ({ item, path }) => item.kind === kind && (under === null || path.has(under.item.id)),
  );
}

/** What a rule counts under one KSA, overall and in each area; 0 where the area does not need it. */
export interface KsaCounts {
  readonly overall: number;
  readonly byArea: readonly number[];
  /** The places of the areas that need it. */
  readonly areas: readonly number[];
}

/** Of every KSA by its place. */
export function countKsas(release: CompiledRelease, rule: AnalysisRule): readonly KsaCounts[] {
  const { areas, byArea, overall } = tally(release, eachKsa(release), rule as CountingRule);
  return release.ksas.map((_, ksa) => {
    const counts = [...byArea.subarray(ksa * areas, (ksa + 1) * areas)];
    return {
      overall: overall[ksa] as number,
      byArea: counts,
      areas: counts.flatMap((count, area) => (count > 0 ? [area] : [])),
    };
  });
}

export function itemAt({ ksas }: CompiledRelease, ksa: number): AnalysedItem {
  return ksas[ksa] as AnalysedItem;
}

/** By the first column, the highest first; ties by code, then by title. */
export function ranked(figure: Figure): Figure {
  const { rows, values } = figure;
  const countOf = (row: number) => values[row]?.[0] ?? 0;
  const places = [...rows.keys()].sort(
    (a, b) =>
      countOf(b) - countOf(a) ||
      compareCodes(rows[a]?.code ?? '', rows[b]?.code ?? '') ||
      compareText(rows[a]?.title ?? '', rows[b]?.title ?? ''),
  );
  return withRows(figure, places);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
