import { at } from './analysed-release.ts';
import { type Asked, countKsas, itemAt, type KsaCounts, ranked } from './asked.ts';
import { associations, type AssociationRule } from './associations.ts';
import { type Figure, measure, ofArea, ofItem, ofNumber, ofOccupation } from './figure.ts';

type Order = (a: KsaCounts, b: KsaCounts) => number;

export const byCount: Order = (a, b) => b.overall - a.overall || b.areas.length - a.areas.length;
export const byAreas: Order = (a, b) => b.areas.length - a.areas.length || b.overall - a.overall;

/** Those that are cited at all; ties in code order. */
export function citedKsas({ release, rule, ksas }: Asked, order: Order): Figure {
  const counts = countKsas(release, rule);
  const cited = ksas
    .flatMap((ksa) => {
      const counted = counts[ksa];
      return counted === undefined || counted.overall === 0 ? [] : [{ ksa, counted }];
    })
    .sort((a, b) => order(a.counted, b.counted) || a.ksa - b.ksa);
  return {
    rows: cited.map(({ ksa }) => ofItem(itemAt(release, ksa))),
    columns: [measure('count'), measure('areas'), ...release.areas.map(ofArea)],
    values: cited.map(({ counted }) => [counted.overall, counted.areas.length, ...counted.byArea]),
  };
}

/** A row for each count that occurs, from the lowest up: how many KSAs have it, and how many have it or more. */
export function ksasByOccupations({ release, rule, ksas }: Asked): Figure {
  const counts = countKsas(release, rule);
  const exactly = new Map<number, number>();
  for (const ksa of ksas) {
    const count = counts[ksa]?.overall ?? 0;
    exactly.set(count, (exactly.get(count) ?? 0) + 1);
  }
  const inOrder = [...exactly].sort(([a], [b]) => a - b);
  let left = ksas.length;
  return {
    rows: inOrder.map(([count]) => ofNumber(count)),
    columns: ['exactly', 'or-more'].map(measure),
    values: inOrder.map(([, here]) => {
      const orMore = left;
      left -= here;
      return [here, orMore];
    }),
  };
}

/** Those that go with it at all. */
export function associatedKsas({ release, rule, subject }: Asked): Figure {
  const strengths = associations(release, subject, rule as AssociationRule);
  const others = [...strengths.keys()].filter((ksa) => (strengths[ksa] as number) > 0);
  return ranked({
    rows: others.map((ksa) => ofItem(itemAt(release, ksa))),
    columns: [measure('strength')],
    values: others.map((ksa) => [strengths[ksa] as number]),
  });
}

/** The occupations that need it. */
export function careers({ release, rule, subject }: Asked): Figure {
  const { starts, others, counts } = release.ofKsas;
  const first = at(starts, subject);
  const slots = Array.from({ length: at(starts, subject + 1) - first }, (_, place) => first + place);
  const weightOf = (slot: number): number => {
    if (rule === 'lines') return at(counts, slot);
    return rule === 'institutes' ? (release.occupations[at(others, slot)]?.selectedBy ?? 0) : 1;
  };
  return ranked({
    rows: slots.map((slot) => ofOccupation(release, at(others, slot))),
    columns: [measure('count')],
    values: slots.map((slot) => [weightOf(slot)]),
  });
}
