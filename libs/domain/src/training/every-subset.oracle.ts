import type { RandomTraining } from './random-training.arbitrary.ts';

/**
 * The most that any set of programmes gains within the budget, entered in whatever order works: every subset tried, up to
 * 20 programmes or so. A subset can be entered when it can without one of its programmes, and that one after the others.
 * Numerator over the profile's denominator.
 */
export function bestOfEverySubset(training: RandomTraining): number {
  const { profile, budget, completed = [] } = training;
  const programmes = training.programmes.filter(({ id }) => !completed.includes(id));
  const ksaNos = [
    ...new Set([
      ...profile.requirements.map(({ ksaNo }) => ksaNo),
      ...programmes.flatMap(({ outcomes, requiresLevels }) =>
        [...outcomes, ...requiresLevels].map(({ ksaNo }) => ksaNo),
      ),
    ]),
  ];
  const width = ksaNos.length;
  const placeOf = new Map(ksaNos.map((ksaNo, place) => [ksaNo, place]));
  const bitOf = new Map(programmes.map(({ id }, index) => [id, 1 << index]));
  const raises = programmes.map(({ outcomes }) =>
    outcomes.map(({ ksaNo, level }) => [placeOf.get(ksaNo) as number, level] as const),
  );
  const asks = programmes.map(({ requiresLevels }) =>
    requiresLevels.map(({ ksaNo, level }) => [placeOf.get(ksaNo) as number, level] as const),
  );
  // −1: something is required that is not there.
  const needs = programmes.map(({ requiresProgrammes }) =>
    requiresProgrammes
      .filter((id) => !completed.includes(id))
      .reduce((mask, id) => (bitOf.has(id) && mask >= 0 ? mask | (bitOf.get(id) as number) : -1), 0),
  );

  const sets = 2 ** programmes.length;
  const levels = new Uint8Array(sets * width);
  const minutes = new Float64Array(sets);
  const cents = new Float64Array(sets);
  const isEntered = new Uint8Array(sets);
  isEntered[0] = 1;
  ksaNos.forEach((ksaNo, place) => (levels[place] = Math.max(0, training.attained.get(ksaNo) ?? 0)));

  // R, and w · (L / R), where it is not unknown; an unknown is worth something only where it counts as 0.
  const worth = profile.requirements.flatMap(({ ksaNo, requiredLevel, weight }) => {
    const isUnknown = (training.attained.get(ksaNo) ?? -1) < 0;
    if (isUnknown && training.unknowns !== 'as-zero') return [];
    const commonMultiple =
      profile.denominator / profile.requirements.reduce((sum, each) => sum + each.weight, 0);
    return [
      [placeOf.get(ksaNo) as number, requiredLevel, (weight * commonMultiple) / requiredLevel] as const,
    ];
  });
  const readiness = (set: number): number =>
    worth.reduce((sum, [place, required, each]) => {
      return sum + Math.min(required, levels[set * width + place] as number) * each;
    }, 0);

  const atFirst = readiness(0);
  let best = 0;
  for (let set = 1; set < sets; set += 1) {
    const last = 31 - Math.clz32(set);
    const before = set ^ (1 << last);
    levels.copyWithin(set * width, before * width, (before + 1) * width);
    for (const [place, level] of raises[last] ?? []) {
      const at = set * width + place;
      if ((levels[at] as number) < level) levels[at] = level;
    }
    minutes[set] = (minutes[before] as number) + (programmes[last]?.minutes ?? 0);
    cents[set] = (cents[before] as number) + (programmes[last]?.costCents ?? Number.POSITIVE_INFINITY);
    for (let index = 0; index <= last && isEntered[set] === 0; index += 1) {
      const others = set ^ (1 << index);
      if ((set & (1 << index)) === 0 || isEntered[others] !== 1) continue;
      const need = needs[index] as number;
      const hasLevels = (asks[index] ?? []).every(
        ([place, level]) => (levels[others * width + place] as number) >= level,
      );
      if (need >= 0 && (others & need) === need && hasLevels) isEntered[set] = 1;
    }
    if (isEntered[set] !== 1) continue;
    if (budget.minutes !== null && (minutes[set] as number) > budget.minutes) continue;
    if (budget.costCents !== null && (cents[set] as number) > budget.costCents) continue;
    best = Math.max(best, readiness(set) - atFirst);
  }
  return best;
}
