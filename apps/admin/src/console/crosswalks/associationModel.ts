import type { AssociationKind } from '#domain';
import type { Association } from '../providers/records.ts';

/** What is typed of an association. */
export interface AssociationFields {
  kind: AssociationKind;
  /** A whole number, or nothing. */
  confidence: string;
  note: string;
  source: string;
}

export const NOTHING_SAID: AssociationFields = { kind: 'exact', confidence: '', note: '', source: '' };

export const fieldsOf = ({ kind, confidence, note, source }: Association): AssociationFields => ({
  ...{ kind, note, source },
  confidence: confidence === null ? '' : String(confidence),
});

/** What is no number is sent as it is, for the server to say so. */
export function toSend({ kind, confidence, note, source }: AssociationFields) {
  const typed = confidence.trim();
  return {
    ...{ kind, note, source },
    confidence: typed === '' ? null : /^\d+$/.test(typed) ? Number(typed) : typed,
  };
}

type Seen = AssociationKind | 'replaces';

const TURNED: Readonly<Record<AssociationKind, Seen>> = {
  exact: 'exact',
  broader: 'narrower',
  narrower: 'broader',
  related: 'related',
  'replaced-by': 'replaces',
};

/** What the other item is to one of the two. */
export function seenFrom(
  lineageOf: (side: Association['from']) => boolean,
  { from, to, kind }: Pick<Association, 'from' | 'to' | 'kind'>,
): { other: Association['from']; kind: Seen } {
  return lineageOf(from) ? { other: to, kind } : { other: from, kind: TURNED[kind] };
}
