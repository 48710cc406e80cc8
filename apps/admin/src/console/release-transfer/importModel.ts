import type { ReleaseFileProblem, ReleaseImport } from '../providers/records.ts';
import type { MessageKey } from '../providers/useText.ts';

const TYPES: ReadonlyMap<string, string> = new Map([
  ['json', 'application/json'],
  ['csv', 'text/csv'],
  ['zip', 'application/zip'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
]);

export const acceptedEndings = [...TYPES.keys()].map((ending) => `.${ending}`).join(',');

/** By the name's ending: what a system calls a CSV file depends on what is installed there. Null: none that is taken. */
export function typeOf(fileName: string): string | null {
  return TYPES.get(fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase()) ?? null;
}

const PARTS = ['items', 'occupations', 'selections', 'areas', 'successions'] as const;

/** What a file holds, part by part; nothing of what it has none of. */
export function partsOf(counts: ReleaseImport['counts']): { key: MessageKey; count: number }[] {
  return PARTS.flatMap((part) =>
    counts[part] > 0 ? [{ key: `transfer.parts.${part}` as const, count: counts[part] }] : [],
  );
}

/** The problems by the sheet that they are on, in the file's order; the file as a whole first. */
export function bySheet(
  problems: readonly ReleaseFileProblem[],
): (readonly [sheet: string | null, problems: readonly ReleaseFileProblem[]])[] {
  return [...Map.groupBy(problems, ({ sheet }) => sheet)];
}
