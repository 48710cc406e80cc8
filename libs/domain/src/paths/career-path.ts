import type { CompiledRoleProfile } from '../gaps/role-profile.ts';
import { isList, isRecord } from '../given.ts';
import { assertAttained, assertRoles, assertSameScale, assertSearchNodes } from './assert-paths-input.ts';
import { levelsAfter } from './compare-roles.ts';
import { leastMinutes } from './least-minutes.ts';
import { type LeastTraining, leastTrainingOf } from './least-training.ts';
import { PathsError } from './paths.errors.ts';
import { assertGraph, type ProgrammeGraph } from './programme-graph.ts';
import type { Role } from './role.ts';
import { gainOf, type LevelGain } from './transferability.ts';
import { type WantedLevel, waysToTrain } from './training-ways.ts';

export interface CareerPathInput {
  /** Where the worker stands: levels by KSA number, absent or −1 for unknown, which counts 0 here. */
  readonly attained: ReadonlyMap<number, number>;
  readonly target: Role;
  /** Roles that may be had on the way: none that the worker has already. */
  readonly through: readonly Role[];
  readonly graph: ProgrammeGraph;
  /**
   * How many levels of a requirement that is not critical are learned in a role on the way, by doing it; whole, 0 and
   * up. Default 1: who does it with guidance learns to do it alone.
   */
  readonly learnedInRole?: number;
  readonly searchNodes?: number;
}

/** One role of the path, and what is to be done before having it. */
export interface CareerStep {
  readonly roleId: string;
  readonly training: LeastTraining;
  /** What is learned in the role, beyond the training; of the last role nothing. */
  readonly learned: readonly LevelGain[];
}

export interface CareerPath {
  /** Of training, over all steps. */
  readonly minutes: number;
  /** Each step's training is proven to be the shortest. */
  readonly exact: boolean;
  /** How many KSAs of the target stay short: the training of its step names them. */
  readonly openKsas: number;
  /** The last is the target. */
  readonly steps: readonly CareerStep[];
}

export interface CareerPathAnswer {
  readonly path: CareerPath;
  /** At once. */
  readonly direct: LeastTraining;
}

const defaultLearnedInRole = 1;

/** A way to a role: its place in `through`, the roles before it, and the minutes of all of them. */
interface Label {
  /** KSAs of the target that are left short; 0 of a role on the way. */
  readonly open: number;
  readonly minutes: number;
  /** Places in `through`; −1 stands for the target. */
  readonly places: readonly number[];
}

const targetPlace = -1;

/**
 * The path through other roles to a target that asks for the fewest minutes of training: the shortest path on the graph
 * of roles. (Domain design, "Career paths".) Of a target with levels that no programme reaches first the path that
 * leaves the fewest KSAs short.
 *
 * Before the target every gap is closed by training that can be; before a role on the way every critical gap, and the others to
 * within `learnedInRole` levels: the rest is learned in it. Who has had a role stands at its required levels at least,
 * on top of where the worker stands today (what only an earlier role of the path gave is not counted on). With
 * `learnedInRole` 0 no path is shorter than the direct one, where both are exact: what trains for the roles on the way
 * trains for the target. A role on the way is possible only when programmes reach every level that it asks for.
 *
 * Of paths of as many minutes the one of fewer roles, then the one whose roles come first in `through`. Time in a role
 * is not counted. Throws `paths.duplicate-role`, `paths.of-another-scale`, `paths.invalid-learned-levels`,
 * `scales.level-off-scale`, and a typed error that names what else is none.
 */
export function careerPath(input: CareerPathInput): CareerPathAnswer {
  assertInput(input);
  const { attained, target, through, graph, learnedInRole = defaultLearnedInRole, searchNodes } = input;

  const standing = (place: number | undefined): ReadonlyMap<number, number> =>
    place === undefined ? attained : levelsAfter(attained, (through[place] as Role).profile);
  const wantedAt = (place: number): WantedLevel[] =>
    place === targetPlace
      ? wantedOf(target.profile, 0)
      : wantedOf((through[place] as Role).profile, learnedInRole);
  const edge = (from: number | undefined, place: number): LeastTraining =>
    leastTrainingOf(graph, standing(from), wantedAt(place), searchNodes);

  const direct = edge(undefined, targetPlace);
  let best: Label = {
    ...{ open: direct.notClosable.length, minutes: direct.minutes },
    places: [targetPlace],
  };
  const leastOpen = best.open === 0 ? 0 : openInAnyCase(input, wantedAt(targetPlace));
  const labels = new Map<number, Label>();
  const settled = new Set<number>();
  const mayBeat = (minutes: number, roles: number): boolean =>
    best.open > leastOpen ||
    minutes < best.minutes ||
    (minutes === best.minutes && roles <= best.places.length);
  const reach = (from: Label, place: number): void => {
    const last = from.places.at(-1);
    const roles = from.places.length + (place === targetPlace ? 1 : 2);
    const bound = leastMinutes(graph, standing(last), wantedAt(place));
    if (place !== targetPlace && !bound.isClosable) return;
    // A target that stays open is trained for in part: the bound is of the whole.
    const isBounded = place !== targetPlace || best.open === 0;
    if (isBounded && !mayBeat(from.minutes + bound.minutes, roles)) return;
    const training = edge(last, place);
    const [minutes, places] = [from.minutes + training.minutes, [...from.places, place]];
    if (place === targetPlace) {
      const next = { open: training.notClosable.length, minutes, places };
      if (compareLabels(next, best) < 0) best = next;
      return;
    }
    if (training.notClosable.length > 0 || !mayBeat(minutes, roles)) return;
    const next = { open: 0, minutes, places };
    const former = labels.get(place);
    if (former === undefined || compareLabels(next, former) < 0) labels.set(place, next);
  };

  for (let from: Label = { open: 0, minutes: 0, places: [] }; ;) {
    if (from.places.length > 0) reach(from, targetPlace);
    for (const place of through.keys()) if (!settled.has(place)) reach(from, place);
    const next = [...labels.values()].sort(compareLabels)[0];
    if (next === undefined || !mayBeat(next.minutes, next.places.length + 1)) break;
    const place = next.places.at(-1) as number;
    labels.delete(place);
    settled.add(place);
    from = next;
  }
  return { path: pathOf(best, input, edge, standing), direct };
}

/** KSAs that stay short after whichever role: after all of them at once. */
function openInAnyCase(
  { attained, through, graph }: CareerPathInput,
  wanted: readonly WantedLevel[],
): number {
  const levels = through.reduce((known, { profile }) => levelsAfter(known, profile), attained);
  return waysToTrain(graph, levels, wanted).notClosable.length;
}

/** What is asked for on entry: of what is not critical `learned` levels less. */
function wantedOf({ requirements }: CompiledRoleProfile, learned: number): WantedLevel[] {
  return requirements.flatMap(({ ksaNo, requiredLevel, critical }) => {
    const level = critical ? requiredLevel : requiredLevel - learned;
    return level < 1 ? [] : { ksaNo, level };
  });
}

function compareLabels(a: Label, b: Label): number {
  const order = a.open - b.open || a.minutes - b.minutes || a.places.length - b.places.length;
  if (order !== 0) return order;
  const at = a.places.findIndex((place, index) => place !== b.places[index]);
  return at < 0 ? 0 : (a.places[at] as number) - (b.places[at] as number);
}

function pathOf(
  { open, minutes, places }: Label,
  { target, through, graph }: CareerPathInput,
  edge: (from: number | undefined, place: number) => LeastTraining,
  standing: (place: number | undefined) => ReadonlyMap<number, number>,
): CareerPath {
  const steps = places.map((place, index) => {
    const from = places[index - 1];
    const training = edge(from, place);
    if (place === targetPlace) return { roleId: target.id, training, learned: [] };
    const role = through[place] as Role;
    return {
      roleId: role.id,
      training,
      learned: learnedIn(role.profile, trained(graph, standing(from), training)),
    };
  });
  return { minutes, exact: steps.every(({ training }) => training.exact), openKsas: open, steps };
}

function learnedIn({ requirements }: CompiledRoleProfile, levels: ReadonlyMap<number, number>): LevelGain[] {
  return requirements.flatMap((requirement) => {
    const level = Math.max(0, levels.get(requirement.ksaNo) ?? 0);
    return level < requirement.requiredLevel ? gainOf(requirement, level) : [];
  });
}

/** Where somebody stands after some training. */
function trained(
  { programmes, ksaNos }: ProgrammeGraph,
  attained: ReadonlyMap<number, number>,
  { programmeIds }: LeastTraining,
): ReadonlyMap<number, number> {
  const taken = new Set(programmeIds);
  const levels = new Map(attained);
  for (const { id, raises } of programmes) {
    if (!taken.has(id)) continue;
    for (const { ksa, level } of raises) {
      const ksaNo = ksaNos[ksa] as number;
      levels.set(ksaNo, Math.max(level, levels.get(ksaNo) ?? 0));
    }
  }
  return levels;
}

function assertInput(input: CareerPathInput): void {
  if (!isRecord(input)) throw new PathsError('paths.invalid-input', 'There is no path to look for.', '');
  const { attained, target, through, graph, learnedInRole = defaultLearnedInRole, searchNodes = 0 } = input;
  assertGraph(graph);
  if (!isList(through))
    throw new PathsError('paths.invalid-role', 'Roles on the way come as a list.', '/through');
  const pointerTo = (place: number): string => (place < through.length ? `/through/${place}` : '/target');
  const roles = [...through, target];
  assertRoles(roles, pointerTo);
  for (const [place, role] of roles.entries()) assertSameScale(role, graph, pointerTo(place));
  assertAttained(attained, graph.maxLevel);
  if (!Number.isInteger(learnedInRole) || learnedInRole < 0) {
    throw new PathsError(
      'paths.invalid-learned-levels',
      `What is learned in a role must be whole levels, 0 and up, not ${learnedInRole}.`,
      '/learnedInRole',
    );
  }
  assertSearchNodes(searchNodes);
}
