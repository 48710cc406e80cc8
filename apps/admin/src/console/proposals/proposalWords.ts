import { dayAndTime } from '../../look/numbers.ts';
import type { Proposal } from '../providers/records.ts';
import type { Text } from '../providers/useText.ts';

/** What it is about, in one line. */
export function aboutWords(text: Text, { kind, isNewItem, title, item }: Proposal): string {
  const name = item === null ? '' : `${item.code} ${item.title}`;
  if (isNewItem) return text('proposals.about.missing', { title: title ?? '' });
  return text(kind === 'comment' ? 'proposals.about.comment' : 'proposals.about.change', { name });
}

/** Whom it comes from, as far as the reader may know, and when. */
export function fromWords(text: Text, { author, createdAt }: Proposal): string {
  return [
    author === null ? text('proposals.unnamed') : `${author.name}, ${author.organisation}`,
    dayAndTime(createdAt),
  ].join(' · ');
}

/** A comment is taken up or closed; a proposal is accepted or declined. */
export const stateWords = (text: Text, { kind, state }: Pick<Proposal, 'kind' | 'state'>): string =>
  text(kind === 'comment' ? `proposals.commentStates.${state}` : `proposals.states.${state}`);

export const stateTag = (state: Proposal['state']): string =>
  state === 'open' ? 'tag tag-expiry' : state === 'accepted' ? 'tag' : 'tag tag-muted';
