import { describe, expect, test } from '@jest/globals';
import { compileRoleProfile, type CompiledRoleProfile } from '../gaps/role-profile.ts';
import { scoreRequirements } from '../gaps/score-requirements.ts';
import { compileCatalogue } from './catalogue.ts';
import type { Programme } from './programme.ts';
import { recommendTraining } from './recommend.ts';
import type { Recommendation, RecommendationInput } from './recommendation.ts';

/** A generator with a fixed seed (mulberry32), so that the ratios below are of the very same instances every time. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

interface Instance extends Omit<RecommendationInput, 'catalogue'> {
  readonly programmes: readonly Programme[];
}

function instance(random: (below: number) => number, prerequisites: boolean): Instance {
  const ksaCount = 3 + random(8);
  const ksaNos = Array.from({ length: ksaCount }, (_, index) => index + 1);
  const requirements = ksaNos.slice(0, Math.max(2, ksaCount - 2)).map((ksaNo) => ({
    ksaNo,
    ksaCode: `4.2.06.${String(ksaNo).padStart(2, '0')}`,
    requiredLevel: 1 + random(4),
    weight: 1 + random(9),
    critical: false,
    evidence: 'any' as const,
  }));
  const attained = new Map(ksaNos.flatMap((ksaNo) => (random(8) === 0 ? [] : [[ksaNo, random(4)] as const])));
  const count = 4 + random(9);
  const programmes = Array.from({ length: count }, (_, index): Programme => {
    const raised = ksaNos.filter(() => random(ksaCount) < 2);
    return {
      id: `p${String((index * 7) % count).padStart(2, '0')}-${index}`,
      minutes: random(20) === 0 ? 0 : 60 * (1 + random(20)),
      costCents: random(12) === 0 ? null : 100 * random(30),
      outcomes: (raised.length === 0 ? [1] : raised).map((ksaNo) => ({ ksaNo, level: 1 + random(4) })),
      requiresProgrammes: [],
      requiresLevels:
        prerequisites && random(4) === 0 ? [{ ksaNo: 1 + random(ksaCount), level: 1 + random(3) }] : [],
    };
  });
  return {
    profile: compileRoleProfile(requirements, 4),
    attained,
    programmes: programmes.map((programme, index) =>
      prerequisites && index > 0 && random(3) === 0
        ? { ...programme, requiresProgrammes: [(programmes[random(index)] as Programme).id] }
        : programme,
    ),
    budget: {
      minutes: random(6) === 0 ? null : 60 * random(50),
      costCents: random(2) === 0 ? null : 100 * random(60),
    },
    unknowns: random(5) === 0 ? 'as-zero' : 'assess-first',
  };
}

/** Low readiness with these levels by the scoring core, unknowns of the profile left as they are. */
function readiness(profile: CompiledRoleProfile, levelOf: (ksaNo: number) => number): number {
  const levels = profile.requirements.map(({ ksaNo }) => levelOf(ksaNo));
  return scoreRequirements(profile, levels, new Uint8Array(levels.length)).low;
}

/** What a sequence of programmes leads to; `null` when one cannot be entered in its place. */
function followed(input: Instance, sequence: readonly Programme[]): Map<number, number> | null {
  const levels = new Map(input.attained);
  const done = new Set<string>();
  for (const programme of sequence) {
    const mayEnter =
      programme.requiresProgrammes.every((id) => done.has(id)) &&
      programme.requiresLevels.every(({ ksaNo, level }) => (levels.get(ksaNo) ?? 0) >= level);
    if (!mayEnter) return null;
    done.add(programme.id);
    for (const { ksaNo, level } of programme.outcomes)
      levels.set(ksaNo, Math.max(level, levels.get(ksaNo) ?? 0));
  }
  return levels;
}

function gainOf(input: Instance, levels: ReadonlyMap<number, number>): number {
  const start = (ksaNo: number): number =>
    input.attained.get(ksaNo) ?? (input.unknowns === 'as-zero' ? 0 : -1);
  // An unknown stays unknown whatever is trained, unless it counts as 0.
  const end = (ksaNo: number): number => (start(ksaNo) < 0 ? -1 : (levels.get(ksaNo) ?? 0));
  return readiness(input.profile, end) - readiness(input.profile, start);
}

function isWithinBudget({ budget }: Instance, chosen: readonly Programme[]): boolean {
  const minutes = chosen.reduce((sum, programme) => sum + programme.minutes, 0);
  const cents = chosen.reduce((sum, programme) => sum + (programme.costCents ?? Number.POSITIVE_INFINITY), 0);
  return (budget.minutes ?? minutes) >= minutes && (budget.costCents === null || cents <= budget.costCents);
}

/** The most that any subset gains, every subset tried, entered in whatever order works. */
function optimum(input: Instance): number {
  let best = 0;
  for (let mask = 0; mask < 1 << input.programmes.length; mask += 1) {
    let waiting = input.programmes.filter((_, index) => (mask >> index) % 2 === 1);
    if (!isWithinBudget(input, waiting)) continue;
    const sequence: Programme[] = [];
    for (;;) {
      const next = waiting.find((programme) => followed(input, [...sequence, programme]) !== null);
      if (next === undefined) break;
      sequence.push(next);
      waiting = waiting.filter((programme) => programme !== next);
    }
    const levels = waiting.length === 0 ? followed(input, sequence) : null;
    if (levels !== null) best = Math.max(best, gainOf(input, levels));
  }
  return best;
}

/** What holds of every answer, found by following its steps. */
function check(input: Instance, answer: Recommendation, best: number): void {
  const byId = new Map(input.programmes.map((programme) => [programme.id, programme]));
  const sequence = answer.steps.map(({ programmeId }) => byId.get(programmeId) as Programme);
  expect(new Set(sequence).size).toBe(sequence.length);
  expect(isWithinBudget(input, sequence)).toBe(true);
  const levels = followed(input, sequence);
  expect(levels).not.toBeNull();
  expect(answer.gained).toBe(gainOf(input, levels!));
  expect(answer.steps.reduce((sum, { gained }) => sum + gained, 0)).toBe(answer.gained);
  expect(answer.minutes).toBe(sequence.reduce((sum, { minutes }) => sum + minutes, 0));
  expect(answer.gained).toBeLessThanOrEqual(best);
  expect(answer.bound).toBeGreaterThanOrEqual(best);
  if (answer.optimal) expect(answer.gained).toBe(best);
  const left = answer.remainingGaps.reduce((sum, { shortfall }) => sum + shortfall, 0);
  const last = answer.steps.at(-1);
  if (last !== undefined) expect(last.remaining).toBe(left);
  for (const { ksaNo, level } of answer.remainingGaps) expect(level).toBe(levels!.get(ksaNo) ?? 0);
}

function ratios(
  prerequisites: boolean,
  effort: number | undefined,
): { mean: number; worst: number; optimal: number } {
  const random = randomFrom(20_261_124);
  const found: number[] = [];
  let optimal = 0;
  while (found.length < 120) {
    const input = {
      ...instance(random, prerequisites),
      ...(effort === undefined ? {} : { effort }),
    };
    const best = optimum(input);
    const answer = recommendTraining({ ...input, catalogue: compileCatalogue(input.programmes, 4) });
    check(input, answer, best);
    if (best === 0) continue;
    found.push(answer.gained / best);
    if (answer.optimal) optimal += 1;
  }
  return {
    mean: found.reduce((sum, ratio) => sum + ratio, 0) / found.length,
    worst: Math.min(...found),
    optimal: optimal / found.length,
  };
}

describe('a recommendation, against every subset of up to 12 programmes,', () => {
  test.each([false, true])('is the best there is and says so (prerequisites: %p)', (prerequisites) => {
    expect(ratios(prerequisites, undefined)).toEqual({ mean: 1, worst: 1, optimal: 1 });
  });

  test.each([false, true])(
    'is nearly the best without any search, and the bound still holds (prerequisites: %p)',
    (prerequisites) => {
      expect(ratios(prerequisites, 1).mean).toBeGreaterThanOrEqual(0.97);
    },
  );

  test('keeps its bound when the search is cut short', () => {
    expect(ratios(true, 50).mean).toBeGreaterThanOrEqual(0.97);
  });
});
