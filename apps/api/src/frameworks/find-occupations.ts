import type { OccupationsQuery } from './dto/occupation.dto.ts';
import type { Occupation } from './framework.types.ts';

const collator = new Intl.Collator('en');

const COMPARISONS: Record<
  OccupationsQuery['sort']['field'],
  (left: Occupation, right: Occupation) => number
> = {
  title: (left, right) => collator.compare(left.title, right.title),
  technologyArea: (left, right) => collator.compare(left.technologyAreaName, right.technologyAreaName),
  roleFamily: (left, right) => collator.compare(left.roleFamily ?? '', right.roleFamily ?? ''),
  selectedBy: (left, right) => left.selectedBy - right.selectedBy,
  ksaCount: (left, right) => left.ksaCount - right.ksaCount,
};

/** Every word of the search must stand in the title; ties of the chosen order keep that of title and area. */
export function findOccupations(
  occupations: readonly Occupation[],
  { filter, sort, offset, limit }: OccupationsQuery,
): { rows: Occupation[]; total: number } {
  const words = (filter.q ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const ids = filter.id && new Set(filter.id);
  const found = occupations.filter(
    (occupation) =>
      (ids === undefined || ids.has(occupation.id)) &&
      (filter.technologyArea === undefined || occupation.technologyArea === filter.technologyArea) &&
      words.every((word) => occupation.title.toLowerCase().includes(word)),
  );
  const compare = COMPARISONS[sort.field];
  const direction = sort.order === 'ASC' ? 1 : -1;
  const inOrder = found.toSorted((left, right) => direction * compare(left, right));
  return { rows: inOrder.slice(offset, offset + limit), total: found.length };
}
