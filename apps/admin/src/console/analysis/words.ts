import type { Text } from '../providers/useText.ts';
import { useText } from '../providers/useText.ts';
import type { AnalysisEntry, AnalysisName, AnalysisRule } from '../providers/records.ts';

type Measure =
  | 'needed'
  | 'only-here'
  | 'shared'
  | 'all'
  | 'several-areas'
  | 'one-area'
  | 'count'
  | 'areas'
  | 'exactly'
  | 'or-more'
  | 'strength';

/** A row or column in words. */
function nameOf(text: Text, { of, key, title }: AnalysisEntry): string {
  if (of === 'measure') return text(`analysis.measures.${key as Measure}`);
  return of === 'number' ? text('analysis.number', { smart_count: Number(key) }) : title;
}

export function ruleMeans(text: Text, name: AnalysisName, rule: AnalysisRule): string {
  // Lines mean another thing where KSAs are associated.
  return name === 'associated-ksas' && rule === 'lines'
    ? text('analysis.associationMeans')
    : text(`analysis.ruleMeans.${rule}`);
}

export const useNameOf = (): ((entry: AnalysisEntry) => string) => {
  const text = useText();
  return (entry) => nameOf(text, entry);
};
