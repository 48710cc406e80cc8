import type { Item, ItemDetail } from '../../providers/records.ts';

/** What is typed of an item. */
export interface Wording {
  title: string;
  definition: string;
  definitionSource: string;
  provisional: boolean;
  /** Empty: the next free one. */
  code: string;
}

export const NO_WORDING: Wording = {
  title: '',
  definition: '',
  definitionSource: '',
  provisional: false,
  code: '',
};

export const wordingOf = (item: ItemDetail): Wording => ({
  title: item.title,
  definition: item.definition ?? '',
  definitionSource: item.definitionSource ?? '',
  provisional: item.provisional,
  code: item.code,
});

/** As a new item is sent: what is empty is not there. */
export const toSend = ({ title, definition, definitionSource, provisional, code }: Wording) => ({
  title,
  definition: definition.trim() === '' ? null : definition,
  definitionSource: definitionSource.trim() === '' ? null : definitionSource,
  provisional,
  ...(code.trim() === '' ? {} : { code }),
});

const FIELDS = ['title', 'definition', 'definitionSource', 'provisional', 'code'] as const;

export type WordedField = (typeof FIELDS)[number];

/** The fields that one wording has otherwise than another. */
export const changedFields = (before: Wording, after: Wording): WordedField[] =>
  FIELDS.filter((field) => before[field] !== after[field]);

/** Only what was changed is sent, so that what another has changed beside it stays. */
export function changesToSend(before: Wording, after: Wording): Record<string, unknown> {
  const sent = toSend(after) as Record<string, unknown>;
  return Object.fromEntries(changedFields(before, after).map((field) => [field, sent[field]]));
}

export const inTree = ({ code, title }: Pick<Item, 'code' | 'title'>): string => `${code} ${title}`;

/** Which part goes on as the item when one is removed; null: that was the one. Both by place; what is no place stays. */
export function keptWithout(kept: string, removed: number): string | null {
  if (Number(kept) === removed) return null;
  return Number(kept) > removed ? String(Number(kept) - 1) : kept;
}
