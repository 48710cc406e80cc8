import { isListOfRecords, isWhole } from '../given.ts';
import { isKsaNo } from '../ratings/ksa-slots.ts';
import { assertAttained, assertSearchNodes } from './assert-paths-input.ts';
import { PathsError } from './paths.errors.ts';
import { assertGraph, type ProgrammeGraph } from './programme-graph.ts';
import { everything, neverEntered, enteringOrder, openers, take, type Taken, unmet } from './taken-ways.ts';
import { type WantedLevel, type WaysToTrain, waysToTrain } from './training-ways.ts';
import { boundOf } from './ways-bound.ts';

/** The training that reaches some levels in the fewest minutes. */
export interface LeastTraining {
  /** Of `programmeIds` together: whole, 0 and up. */
  readonly minutes: number;
  /** Nothing that reaches the same takes less than this. */
  readonly atLeastMinutes: number;
  /** Both meet: there is nothing shorter. */
  readonly exact: boolean;
  /** In an order that can be entered. */
  readonly programmeIds: readonly string[];
  /** What no programmes reach: left out of all the rest. */
  readonly notClosable: readonly WantedLevel[];
}

const defaultSearchNodes = 2000;

/**
 * The fewest minutes of training that reach these levels from where a worker stands, prerequisites kept: weighted set
 * cover, by branch and bound. After `searchNodes` nodes the best so far is given, with what is proven. Of several of as
 * many minutes it is the first in the order of the search, so that the same input gives the same answer.
 *
 * `attained`: levels by KSA number, absent or −1 for unknown, which counts 0. Each KSA is wanted at most once, at a
 * whole level of the scale above 0 (`paths.invalid-wanted-level`). Throws a typed error that names what else is none.
 */
export function leastTraining(
  graph: ProgrammeGraph,
  attained: ReadonlyMap<number, number>,
  wanted: readonly WantedLevel[],
  searchNodes = defaultSearchNodes,
): LeastTraining {
  assertGraph(graph);
  assertAttained(attained, graph.maxLevel);
  assertWanted(wanted, graph.maxLevel);
  assertSearchNodes(searchNodes);
  return leastTrainingOf(graph, attained, wanted, searchNodes);
}

/** The same of what has been looked at. */
export function leastTrainingOf(
  graph: ProgrammeGraph,
  attained: ReadonlyMap<number, number>,
  wanted: readonly WantedLevel[],
  searchNodes = defaultSearchNodes,
): LeastTraining {
  const problem = waysToTrain(graph, attained, wanted);
  const { best, atLeastMinutes } = search(problem, searchNodes);
  const order = enteringOrder(problem, best);
  const minutes = order.reduce((sum, way) => sum + (problem.ways[way]?.minutes ?? 0), 0);
  return {
    minutes,
    atLeastMinutes,
    exact: minutes === atLeastMinutes,
    programmeIds: order.map((way) => problem.ways[way]?.id ?? ''),
    notClosable: problem.notClosable,
  };
}

function search(
  problem: WaysToTrain,
  mostNodes: number,
): { readonly best: Uint8Array; readonly atLeastMinutes: number } {
  const { ways, levels } = problem;
  const found: { best: Taken | null; unseen: number; nodes: number } = {
    best: null,
    unseen: Infinity,
    nodes: 0,
  };

  const visit = (taken: Taken, excluded: Uint8Array): void => {
    found.nodes += 1;
    if (found.best !== null && taken.minutes >= found.best.minutes) return;
    const needs = unmet(problem, taken);
    if (needs.length === 0) {
      const stuck = neverEntered(problem, taken.set);
      if (stuck.length === 0) found.best = taken;
      else branch(taken, excluded, openers(problem, taken, excluded, stuck));
      return;
    }
    const { minutes, coverOf, hardest } = boundOf(problem, needs, taken.set, excluded);
    const bound = taken.minutes + minutes;
    if (found.best !== null && bound >= found.best.minutes) return;
    const isEnough = found.nodes >= (found.best === null ? mostNodesToAny(mostNodes) : mostNodes);
    if (isEnough) {
      found.unseen = Math.min(found.unseen, bound);
      return;
    }
    const minutesOf = (way: number): number => ways[way]?.minutes ?? 0;
    hardest.sort(
      (a, b) => minutesOf(a) * (coverOf[b] as number) - minutesOf(b) * (coverOf[a] as number) || a - b,
    );
    branch(taken, excluded, hardest);
  };

  /** One of these must be taken: each in turn, those before it left out. */
  const branch = (taken: Taken, excluded: Uint8Array, choices: readonly number[]): void => {
    const left = excluded.slice();
    for (const way of choices) {
      const next = take(problem, taken, left, way);
      if (next !== null) visit(next, left);
      left[way] = 1;
    }
  };

  const nothing = { set: new Uint8Array(ways.length), levels, minutes: 0 };
  visit(nothing, new Uint8Array(ways.length));
  const best = found.best ?? everything(problem);
  return { best: best.set, atLeastMinutes: Math.min(best.minutes, found.unseen) };
}

/** The first way is nearly always found by going straight down; where circles of entry levels hide it, not for ever. */
function mostNodesToAny(mostNodes: number): number {
  return 10 * mostNodes + 1000;
}

function assertWanted(wanted: readonly WantedLevel[], maxLevel: number): void {
  if (!isListOfRecords(wanted)) {
    throw new PathsError('paths.invalid-wanted-level', 'What is wanted comes as a list.', '/wanted');
  }
  const seen = new Set<number>();
  wanted.forEach(({ ksaNo, level }, index) => {
    if (!isKsaNo(ksaNo) || !isWhole(level, 1, maxLevel) || seen.has(ksaNo)) {
      throw new PathsError(
        'paths.invalid-wanted-level',
        `KSA number ${ksaNo} must be wanted once, at a whole level 1 to ${maxLevel}, not at ${level}.`,
        `/wanted/${index}`,
      );
    }
    seen.add(ksaNo);
  });
}
