import { type CompiledRelease, at } from './analysed-release.ts';
import type { CountingRule } from './counting-rules.ts';

/** What a rule counts in groups of KSAs: of each area, and of all areas at once (a title in two areas is then one). */
export interface Tally {
  readonly areas: number;
  /** A group's areas stand side by side. */
  readonly byArea: Float64Array;
  readonly overall: Float64Array;
}

/**
 * Every group counted in one pass over what is selected in it. Of `ksas` what counts overall is every KSA of the group,
 * selected or not.
 *
 * @param groups places of KSAs; one may stand in several
 */
export function tally(
  release: CompiledRelease,
  groups: readonly (readonly number[])[],
  rule: CountingRule,
): Tally {
  const areas = release.areas.length;
  const counted: Tally = {
    areas,
    byArea: new Float64Array(groups.length * areas),
    overall: new Float64Array(groups.length),
  };
  const count = counter(release, rule, counted);
  const { starts } = release.ofKsas;
  for (const [group, ksas] of groups.entries()) {
    for (const ksa of ksas) {
      if (rule === 'ksas') add(counted.overall, group, 1);
      for (let slot = at(starts, ksa); slot < at(starts, ksa + 1); slot += 1) count(group, ksa, slot);
    }
  }
  return counted;
}

/** Each KSA a group of its own. */
export function eachKsa({ ksas }: CompiledRelease): readonly (readonly number[])[] {
  return ksas.map((_, place) => [place]);
}

type Count = (group: number, ksa: number, slot: number) => void;

function counter(release: CompiledRelease, rule: CountingRule, { areas, byArea, overall }: Tally): Count {
  const { others, counts } = release.ofKsas;
  const add1 = (group: number, area: number, weight: number) => {
    if (area >= 0) add(byArea, group * areas + area, weight);
  };
  const adding =
    (weightOf: (slot: number) => number): Count =>
    (group, _ksa, slot) => {
      const weight = weightOf(slot);
      add(overall, group, weight);
      add1(group, at(release.areaOf, at(others, slot)), weight);
    };
  switch (rule) {
    case 'lines':
      return adding((slot) => at(counts, slot));
    case 'selections':
      return adding(() => 1);
    case 'institutes':
      return adding((slot) => release.occupations[at(others, slot)]?.selectedBy ?? 0);
    case 'ksas': {
      const seen = firstOfGroup(release.ksas.length * areas);
      return (group, ksa, slot) => {
        const area = at(release.areaOf, at(others, slot));
        if (area >= 0 && seen(group, ksa * areas + area)) add1(group, area, 1);
      };
    }
    case 'occupations': {
      const seen = firstOfGroup(release.occupations.length);
      return (group, _ksa, slot) => {
        const occupation = at(others, slot);
        if (!seen(group, occupation)) return;
        add(overall, group, 1);
        add1(group, at(release.areaOf, occupation), 1);
      };
    }
    case 'titles': {
      const seen = firstOfGroup(release.titles.length);
      const seenInArea = firstOfGroup(release.titlesInAreas);
      return (group, _ksa, slot) => {
        const occupation = at(others, slot);
        if (seen(group, at(release.titleOf, occupation))) add(overall, group, 1);
        if (seenInArea(group, at(release.titleInAreaOf, occupation)))
          add1(group, at(release.areaOf, occupation), 1);
      };
    }
  }
}

/** Whether what is asked about comes for the first time in this group; groups come one after the other. */
function firstOfGroup(size: number): (group: number, what: number) => boolean {
  const last = new Int32Array(size).fill(-1);
  return (group, what) => {
    if (last[what] === group) return false;
    last[what] = group;
    return true;
  };
}

function add(sums: Float64Array, place: number, weight: number): void {
  sums[place] = (sums[place] as number) + weight;
}
