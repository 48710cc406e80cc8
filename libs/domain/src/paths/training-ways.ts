import type { GraphProgramme, LevelOf, ProgrammeGraph } from './programme-graph.ts';

/** A level of a KSA that is to be reached. */
export interface WantedLevel {
  readonly ksaNo: number;
  /** Whole number, 1 … the highest of the scale. */
  readonly level: number;
}

/** A KSA to be raised to a level: by its index in `WaysToTrain.levels`. */
export type Need = LevelOf;

/** A programme that may be wanted; KSAs and programmes by their indexes here. */
export interface Way {
  readonly id: string;
  readonly minutes: number;
  /** Only levels that somebody asks for: the highest such that the programme reaches. */
  readonly raises: readonly LevelOf[];
  /** Beyond where the worker stands. */
  readonly entryLevels: readonly LevelOf[];
  readonly requires: readonly number[];
}

/** What can matter for reaching some levels from where a worker stands. */
export interface WaysToTrain {
  /** Where the worker stands, by KSA; an unknown stands at 0. */
  readonly levels: Uint8Array;
  /** In the order of the graph: the shortest first, then the cheapest, then by id. */
  readonly ways: readonly Way[];
  /** By KSA: who raises it, in that order. */
  readonly raisers: readonly (readonly { readonly way: number; readonly level: number }[])[];
  /** What is to be reached and can be. */
  readonly needs: readonly Need[];
  /** What no programmes reach from here. */
  readonly notClosable: readonly WantedLevel[];
}

/**
 * Reduces a graph of programmes to those that may be wanted on the way to some levels: those that reach one of them,
 * and whatever they require, as far as it can be entered; of programmes that do the same the shortest. `attained`:
 * levels by KSA number, absent or −1 for an unknown, which counts 0. Each KSA is wanted at most once.
 */
export function waysToTrain(
  graph: ProgrammeGraph,
  attained: ReadonlyMap<number, number>,
  wanted: readonly WantedLevel[],
): WaysToTrain {
  const standing = Uint8Array.from(graph.ksaNos, (ksaNo) => Math.max(0, attained.get(ksaNo) ?? 0));
  const gaps: LevelOf[] = [];
  const notClosable: WantedLevel[] = [];
  for (const want of wanted) {
    if (Math.max(0, attained.get(want.ksaNo) ?? 0) >= want.level) continue;
    const ksa = graph.indexOfKsa.get(want.ksaNo);
    if (ksa === undefined) notClosable.push(want);
    else gaps.push({ ksa, level: want.level });
  }
  const entered = entering(graph, wantedFor(graph, gaps, standing), standing);
  const [needs, unreached] = [[] as Need[], [] as Need[]];
  for (const gap of gaps) {
    const raisers = graph.raisers[gap.ksa] ?? [];
    const isReached = raisers.some(({ programme, level }) => entered[programme] === 1 && level >= gap.level);
    (isReached ? needs : unreached).push(gap);
  }
  for (const { ksa, level } of unreached) notClosable.push({ ksaNo: graph.ksaNos[ksa] as number, level });
  // Again without what is out of reach: what was wanted for that alone is not wanted.
  const chosen = unreached.length === 0 ? entered : wantedFor(graph, needs, standing);
  const kept = [...chosen.keys()].filter((index) => chosen[index] === 1 && entered[index] === 1);
  return { ...compacted(graph, kept, needs, standing), notClosable };
}

/** 1 for each programme that reaches a need, and for those that may be wanted first, until none is new. */
function wantedFor(
  { programmes, raisers }: ProgrammeGraph,
  needs: readonly Need[],
  standing: Uint8Array,
): Uint8Array {
  const found = new Uint8Array(programmes.length);
  const lowestAsked = new Uint8Array(standing.length).fill(255);
  const need = ({ ksa, level }: Need): void => {
    if ((standing[ksa] as number) >= level || (lowestAsked[ksa] as number) <= level) return;
    lowestAsked[ksa] = level;
    for (const raiser of raisers[ksa] ?? []) if (raiser.level >= level) want(raiser.programme);
  };
  const want = (index: number): void => {
    if (found[index] === 1) return;
    found[index] = 1;
    const programme = programmes[index] as GraphProgramme;
    programme.requires.forEach(want);
    programme.entryLevels.forEach(need);
  };
  needs.forEach(need);
  return found;
}

/** 1 for each of some programmes that can be entered when all of them that can be are taken. */
function entering({ programmes }: ProgrammeGraph, some: Uint8Array, standing: Uint8Array): Uint8Array {
  const entered = new Uint8Array(programmes.length);
  const levels = standing.slice();
  let waiting = [...some.keys()].filter((index) => some[index] === 1);
  for (let before = Infinity; waiting.length < before;) {
    before = waiting.length;
    waiting = waiting.filter((index) => {
      const { requires, isClosed, entryLevels, raises } = programmes[index] as GraphProgramme;
      const isOpen =
        !isClosed &&
        requires.every((required) => entered[required] === 1) &&
        entryLevels.every(({ ksa, level }) => (levels[ksa] as number) >= level);
      if (!isOpen) return true;
      entered[index] = 1;
      for (const { ksa, level } of raises) levels[ksa] = Math.max(levels[ksa] as number, level);
      return false;
    });
  }
  return entered;
}

/** With indexes of its own, without levels that nobody asks for and programmes that others outdo. */
function compacted(
  graph: ProgrammeGraph,
  kept: readonly number[],
  needs: readonly Need[],
  standing: Uint8Array,
): Omit<WaysToTrain, 'notClosable'> {
  const programmeOf = (index: number): GraphProgramme => graph.programmes[index] as GraphProgramme;
  const isRequired = new Uint8Array(graph.programmes.length);
  const askedLevels = new Uint16Array(standing.length);
  const ask = ({ ksa, level }: LevelOf): void => {
    if (level > (standing[ksa] as number)) askedLevels[ksa] = (askedLevels[ksa] as number) | (1 << level);
  };
  needs.forEach(ask);
  for (const index of kept) {
    programmeOf(index).entryLevels.forEach(ask);
    for (const required of programmeOf(index).requires) isRequired[required] = 1;
  }
  const ksas = [...askedLevels.keys()].filter((ksa) => askedLevels[ksa] !== 0);
  const placeOfKsa = new Int16Array(standing.length);
  ksas.forEach((ksa, place) => (placeOfKsa[ksa] = place));
  const local = (levels: readonly LevelOf[]): LevelOf[] =>
    levels
      .filter(({ ksa, level }) => level > (standing[ksa] as number))
      .map(({ ksa, level }) => ({ ksa: placeOfKsa[ksa] as number, level }));
  const raised = ({ ksa, level }: LevelOf): LevelOf | [] => {
    const reached = (askedLevels[ksa] as number) & ((2 << level) - 1);
    return reached === 0 ? [] : { ksa: placeOfKsa[ksa] as number, level: 31 - Math.clz32(reached) };
  };
  const candidates = kept.map((index): Candidate => {
    const entryLevels = local(programmeOf(index).entryLevels);
    return {
      ...{ index, entryLevels, raises: programmeOf(index).raises.flatMap(raised) },
      isFree: programmeOf(index).requires.length === 0 && entryLevels.length === 0,
      isRequired: isRequired[index] === 1,
    };
  });
  const left = withoutOutdone(candidates, ksas.length);
  const wayOf = new Map(left.map(({ index }, way) => [index, way]));
  const raisers = ksas.map((): { way: number; level: number }[] => []);
  const ways = left.map(({ index, raises, entryLevels }, way) => {
    for (const { ksa, level } of raises) raisers[ksa]?.push({ way, level });
    const { id, minutes, requires } = programmeOf(index);
    return {
      id,
      minutes,
      raises,
      entryLevels,
      requires: requires.map((other) => wayOf.get(other) as number),
    };
  });
  return {
    levels: Uint8Array.from(ksas, (ksa) => standing[ksa] as number),
    ...{ ways, raisers, needs: local(needs) },
  };
}

interface Candidate {
  readonly index: number;
  readonly raises: readonly LevelOf[];
  readonly entryLevels: readonly LevelOf[];
  /** Can be entered at once. */
  readonly isFree: boolean;
  readonly isRequired: boolean;
}

/**
 * Leaves out a programme that nobody requires when another, open to everybody, reaches all that it does in no more
 * time. In the order of the graph, the shortest first: whoever outdoes one has been met before it.
 */
function withoutOutdone(candidates: readonly Candidate[], ksaCount: number): Candidate[] {
  const open = Array.from({ length: ksaCount }, (): Candidate[] => []);
  return candidates.filter((candidate) => {
    const { raises, isRequired, isFree } = candidate;
    if (raises.length === 0) return isRequired;
    let rivals = open[raises[0]?.ksa ?? 0] as Candidate[];
    for (const { ksa } of raises) {
      const others = open[ksa] as Candidate[];
      if (others.length < rivals.length) rivals = others;
    }
    if (!isRequired && rivals.some((rival) => outdoes(rival, raises))) return false;
    if (isFree) for (const { ksa } of raises) open[ksa]?.push(candidate);
    return true;
  });
}

function outdoes({ raises: reached }: Candidate, raises: readonly LevelOf[]): boolean {
  return raises.every(({ ksa, level }) => reached.some((other) => other.ksa === ksa && other.level >= level));
}
