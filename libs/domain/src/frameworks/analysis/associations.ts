import { at, type CompiledRelease } from './analysed-release.ts';

/**
 * How strongly another KSA goes with one:
 * - `lines`: the lines under the other whose title, whatever its area, needs this one too;
 * - `titles`, `occupations`: how many need both; `institutes`: the same, as often as institutes named the occupation;
 * - `jaccard`: occupations that need both, of those that need either;
 * - `lift`: how many times as often they go together as they would by chance, over occupations.
 *
 * The first is the rule under which the lists of NIST AMS 600-20, section 3.2.2, come out in their printed order.
 */
export const associationRules = ['lines', 'titles', 'occupations', 'institutes', 'jaccard', 'lift'] as const;

export type AssociationRule = (typeof associationRules)[number];

/** Of every KSA by its place, how strongly it goes with one; 0 of that one itself. One pass over the selections. */
export function associations(release: CompiledRelease, ksa: number, rule: AssociationRule): Float64Array {
  const { starts, others, counts } = release.ofKsas;
  const occupations = new Uint8Array(release.occupations.length);
  const titles = new Uint8Array(release.titles.length);
  for (let slot = at(starts, ksa); slot < at(starts, ksa + 1); slot += 1) {
    const occupation = at(others, slot);
    occupations[occupation] = 1;
    titles[at(release.titleOf, occupation)] = 1;
  }
  const sizeOf = (place: number) => at(starts, place + 1) - at(starts, place);
  const lastWith = new Int32Array(release.titles.length).fill(-1);
  const strengths = new Float64Array(release.ksas.length);
  for (let other = 0; other < strengths.length; other += 1) {
    if (other === ksa) continue;
    let lines = 0;
    let sharedTitles = 0;
    let shared = 0;
    let institutes = 0;
    for (let slot = at(starts, other); slot < at(starts, other + 1); slot += 1) {
      const occupation = at(others, slot);
      const title = at(release.titleOf, occupation);
      if (titles[title] === 1) {
        lines += at(counts, slot);
        if (lastWith[title] !== other) sharedTitles += 1;
        lastWith[title] = other;
      }
      if (occupations[occupation] === 1) {
        shared += 1;
        institutes += release.occupations[occupation]?.selectedBy ?? 0;
      }
    }
    const either = sizeOf(ksa) + sizeOf(other) - shared;
    strengths[other] = {
      lines,
      titles: sharedTitles,
      occupations: shared,
      institutes,
      jaccard: shared === 0 ? 0 : shared / either,
      lift: shared === 0 ? 0 : (shared * release.occupations.length) / (sizeOf(ksa) * sizeOf(other)),
    }[rule];
  }
  return strengths;
}
