import type { ReleaseChange } from '../providers/records.ts';
import type { Text } from '../providers/useText.ts';

type State = Readonly<Record<string, unknown>>;

const word = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** The item or occupation as it was called: "4.2.06.09 Robot programming". */
function named(state: State | null): string | undefined {
  if (state === null) return undefined;
  const title = word(state['title']) ?? word(state['name']) ?? word(state['label']);
  return title === undefined ? undefined : [word(state['code']), title].filter(Boolean).join(' ');
}

/** Several of them: what a split was made into, what was merged, what replaces what is retired. */
function list(state: State | null, key: string): string {
  const those = state?.[key] ?? [];
  return (Array.isArray(those) ? those : [those])
    .flatMap((each: unknown) => named(each as State) ?? [])
    .join(', ');
}

/** One line of the log in words. @param nameNow how what the line is about is called now, where it still is */
export function entryWords(
  text: Text,
  { subject, action, before, after }: ReleaseChange,
  nameNow: string | undefined,
): string {
  const name = nameNow ?? named(after) ?? named(before) ?? '';
  const from = list(after, 'from') || list(before, 'from');
  const into = list(after, 'into') || list(after, 'replacedBy');
  const without = list(after, 'without');
  const [was, now] = [list(before, 'under'), list(after, 'under')];
  const isPlaced = after !== null && 'behind' in after;
  const place = (state: State | null): string => {
    const former = list(state, 'behind');
    return former === '' ? text('curation.log.first') : text('curation.log.behind', { name: former });
  };
  const done = action.charAt(0).toUpperCase() + action.slice(1);
  const line = `${done}: ${text(`curation.subjects.${subject}`)}${name === '' ? '' : ` ${name}`}`;
  return [
    line,
    ...(from === '' ? [] : [text('curation.log.from', { names: from })]),
    ...(into === '' ? [] : [text('curation.log.into', { names: into })]),
    ...(now === '' ? [] : [text('curation.log.placed', { before: was, after: now })]),
    ...(isPlaced ? [text('curation.log.placed', { before: place(before), after: place(after) })] : []),
    ...(without === '' ? [] : [text('curation.log.without', { names: without })]),
  ].join(' ');
}

export interface FieldChange {
  field: string;
  before: string;
  after: string;
}

const TOLD = new Set([
  ...['code', 'title', 'definition', 'definitionSource', 'provisional'],
  ...['technologyArea', 'selectedBy', 'roleFamily', 'name'],
]);

const told = (value: unknown): string =>
  typeof value === 'boolean'
    ? value
      ? '✓'
      : '✗'
    : typeof value === 'number'
      ? String(value)
      : (word(value) ?? '');

/** What an edit has changed, field by field; nothing where something began or ended. */
export function fieldChanges({ before, after }: Pick<ReleaseChange, 'before' | 'after'>): FieldChange[] {
  if (before === null || after === null) return [];
  return Object.keys(after)
    .filter((field) => TOLD.has(field) && field in before && before[field] !== after[field])
    .map((field) => ({ field, before: told(before[field]), after: told(after[field]) }));
}

export interface CellChange {
  ksaCode: string;
  before: number;
  after: number;
}

/** The cells of the matrix that one saving has changed for an occupation. */
export function cellChanges({ subject, before, after }: ReleaseChange): CellChange[] {
  if (subject !== 'selection') return [];
  const [was, is] = [before?.['ksas'], after?.['ksas']] as (Record<string, number> | undefined)[];
  return Object.keys(is ?? {}).map((ksaCode) => ({
    ksaCode,
    before: was?.[ksaCode] ?? 0,
    after: is?.[ksaCode] ?? 0,
  }));
}
