import { slotOf } from '../ratings/ksa-slots.ts';
import type { CompiledRoleProfile } from '../gaps/role-profile.ts';
import { unknownLevel } from '../gaps/score-requirements.ts';
import type { Programme } from './programme.ts';
import type { RecommendationInput, TrainingBudget } from './recommendation.ts';

/** A KSA that the search follows: because it is short, or because a programme asks for it on entry. */
export interface FollowedKsa {
  readonly ksaNo: number;
  /** Slot in the profile; −1 when the profile does not ask for it. */
  readonly slot: number;
  /** Where the worker stands; an unknown stands at 0 here and is worth nothing. */
  readonly from: number;
  /** Levels beyond this are worth nothing; `from` when nothing is to be gained. */
  readonly required: number;
  /** Readiness that one level adds: numerator. */
  readonly worth: number;
}

interface LevelOf {
  readonly followed: number;
  readonly level: number;
}

/** A programme that may be chosen, its KSAs and prerequisites as indexes into the problem. */
export interface Candidate {
  readonly id: string;
  readonly minutes: number;
  readonly costCents: number | null;
  readonly raises: readonly LevelOf[];
  readonly requiresCandidates: readonly number[];
  readonly requiresLevels: readonly LevelOf[];
}

/** A candidate that raises a KSA, to this level. */
interface Raiser {
  readonly candidate: number;
  readonly level: number;
}

/** One worker's choice of programmes: what is to be gained, what may be chosen, what may be spent. */
export interface TrainingProblem {
  readonly ksas: readonly FollowedKsa[];
  /** By id, in code-unit order: the order that ties are broken by. */
  readonly candidates: readonly Candidate[];
  /** By followed KSA: the candidates that raise it, the shortest first. */
  readonly raisers: readonly (readonly Raiser[])[];
  readonly budget: TrainingBudget;
}

/** Who raises which of the followed KSAs, the shortest first, ties by id. */
export function raisersOf(ksas: readonly FollowedKsa[], candidates: readonly Candidate[]): Raiser[][] {
  const raisers = ksas.map((): Raiser[] => []);
  candidates.forEach(({ raises }, candidate) => {
    for (const { followed, level } of raises) raisers[followed]?.push({ candidate, level });
  });
  const minutesOf = ({ candidate }: Raiser): number => candidates[candidate]?.minutes ?? 0;
  for (const ofKsa of raisers) ofKsa.sort((a, b) => minutesOf(a) - minutesOf(b) || a.candidate - b.candidate);
  return raisers;
}

/** Reduces a recommendation's input to what can matter: programmes that can be entered, afforded and help. */
export function trainingProblem(input: RecommendationInput): TrainingProblem {
  const { profile, attained, budget } = input;
  const completed = new Set(input.completed ?? []);
  const affordable = input.catalogue.programmes
    .filter((programme) => !completed.has(programme.id) && isAffordable(programme, budget))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const levelOf = (ksaNo: number): number => attained.get(ksaNo) ?? unknownLevel;
  const gapOf = (ksaNo: number): FollowedKsa =>
    followed(profile, ksaNo, levelOf(ksaNo), input.unknowns === 'as-zero');
  const enterable = enterableOf(affordable, completed, (ksaNo) => gapOf(ksaNo).from);
  const kept = helpfulOf(enterable, gapOf);

  const ksaNos = new Set<number>();
  for (const { outcomes, requiresLevels } of kept) {
    for (const { ksaNo } of outcomes) if (gapOf(ksaNo).worth > 0) ksaNos.add(ksaNo);
    for (const { ksaNo } of requiresLevels) ksaNos.add(ksaNo);
  }
  const ksas = [...ksaNos].sort((a, b) => a - b).map(gapOf);
  const indexOfKsa = new Map(ksas.map(({ ksaNo }, index) => [ksaNo, index]));
  const indexOfId = new Map(kept.map(({ id }, index) => [id, index]));
  const beyondAttained = (levels: readonly { ksaNo: number; level: number }[]): LevelOf[] =>
    levels.flatMap(({ ksaNo, level }) => {
      const index = indexOfKsa.get(ksaNo);
      return index === undefined || level <= (ksas[index] as FollowedKsa).from
        ? []
        : { followed: index, level };
    });
  const candidates = kept.map(({ id, minutes, costCents, outcomes, requiresProgrammes, requiresLevels }) => ({
    id,
    minutes,
    costCents,
    raises: beyondAttained(outcomes),
    requiresCandidates: requiresProgrammes.flatMap((required) => indexOfId.get(required) ?? []),
    requiresLevels: beyondAttained(requiresLevels),
  }));
  return { ksas, candidates, raisers: raisersOf(ksas, candidates), budget };
}

function isAffordable({ minutes, costCents }: Programme, budget: TrainingBudget): boolean {
  if (budget.minutes !== null && minutes > budget.minutes) return false;
  return budget.costCents === null || (costCents !== null && costCents <= budget.costCents);
}

function followed(
  profile: CompiledRoleProfile,
  ksaNo: number,
  level: number,
  unknownAsZero: boolean,
): FollowedKsa {
  const slot = slotOf(profile, ksaNo);
  const from = Math.max(0, level);
  const required = profile.requiredLevel[slot] ?? 0;
  const counts = level !== unknownLevel || unknownAsZero;
  return counts && required > from
    ? { ksaNo, slot, from, required, worth: profile.worthOfLevel[slot] as number }
    : { ksaNo, slot, from, required: from, worth: 0 };
}

/** The programmes that can be entered at all, when all that can be entered were taken. */
function enterableOf(
  programmes: readonly Programme[],
  completed: ReadonlySet<string>,
  startOf: (ksaNo: number) => number,
): Programme[] {
  const done = new Set(completed);
  const reached = new Map<number, number>();
  let waiting = [...programmes];
  for (;;) {
    const entered = waiting.filter(
      ({ requiresProgrammes, requiresLevels }) =>
        requiresProgrammes.every((id) => done.has(id)) &&
        requiresLevels.every(
          ({ ksaNo, level }) => Math.max(startOf(ksaNo), reached.get(ksaNo) ?? 0) >= level,
        ),
    );
    if (entered.length === 0) return programmes.filter(({ id }) => done.has(id));
    for (const { id, outcomes } of entered) {
      done.add(id);
      for (const { ksaNo, level } of outcomes) reached.set(ksaNo, Math.max(level, reached.get(ksaNo) ?? 0));
    }
    waiting = waiting.filter(({ id }) => !done.has(id));
  }
}

/** The programmes that close something, and those that may be wanted on the way to one that does. */
function helpfulOf(programmes: readonly Programme[], gapOf: (ksaNo: number) => FollowedKsa): Programme[] {
  const helpful = new Set<Programme>();
  const add = (programme: Programme): void => {
    if (helpful.has(programme)) return;
    helpful.add(programme);
    for (const other of programmes) {
      const isAskedFor =
        programme.requiresProgrammes.includes(other.id) ||
        programme.requiresLevels.some(
          ({ ksaNo, level }) =>
            gapOf(ksaNo).from < level &&
            other.outcomes.some((outcome) => outcome.ksaNo === ksaNo && outcome.level >= level),
        );
      if (isAskedFor) add(other);
    }
  };
  for (const programme of programmes) {
    const closes = programme.outcomes.some(({ ksaNo, level }) => {
      const { worth, from } = gapOf(ksaNo);
      return worth > 0 && level > from;
    });
    if (closes) add(programme);
  }
  return programmes.filter((programme) => helpful.has(programme));
}
