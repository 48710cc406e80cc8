import { associationKinds, compareCodes } from '#domain';
import type { Association } from './crosswalk.types.ts';
import type { AssociationsQuery } from './dto/association.dto.ts';

type Compare = (left: Association, right: Association) => number;

const byFrom: Compare = (left, right) => compareCodes(left.from.code, right.from.code);
const byTo: Compare = (left, right) => compareCodes(left.to.code, right.to.code);

const COMPARISONS: Record<AssociationsQuery['sort']['field'], Compare> = {
  from: byFrom,
  to: byTo,
  kind: (left, right) => associationKinds.indexOf(left.kind) - associationKinds.indexOf(right.kind),
  // Whatever nobody has said comes before 0.
  confidence: (left, right) => (left.confidence ?? -1) - (right.confidence ?? -1),
  updatedAt: (left, right) => left.updatedAt.getTime() - right.updatedAt.getTime(),
};

/** Every word of the search must stand in a code or title of either item, or in the note; ties by the codes of both. */
export function findAssociations(
  associations: readonly Association[],
  { filter, sort, offset, limit }: Omit<AssociationsQuery, 'range'>,
): { rows: Association[]; total: number } {
  const words = (filter.q ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const { id, kind } = filter;
  const found = associations.filter((association) => {
    if (id !== undefined && !id.includes(association.id)) return false;
    if (kind !== undefined && association.kind !== kind) return false;
    const text = textOf(association);
    return words.every((word) => text.includes(word));
  });
  const direction = sort.order === 'ASC' ? 1 : -1;
  const compare = COMPARISONS[sort.field];
  found.sort((left, right) => direction * compare(left, right) || byFrom(left, right) || byTo(left, right));
  return { rows: found.slice(offset, offset + limit), total: found.length };
}

function textOf({ from, to, note }: Association): string {
  return [from.code, from.title, to.code, to.title, note].join('\n').toLowerCase();
}
