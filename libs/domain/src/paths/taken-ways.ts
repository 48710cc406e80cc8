import type { Need, WaysToTrain } from './training-ways.ts';

/** Programmes taken, at what cost, and where that leaves the worker. */
export interface Taken {
  readonly set: Uint8Array;
  readonly levels: Uint8Array;
  readonly minutes: number;
}

/** With a programme and all that it requires; null when something of that was left out. */
export function take({ ways }: WaysToTrain, taken: Taken, excluded: Uint8Array, way: number): Taken | null {
  const set = taken.set.slice();
  const levels = taken.levels.slice();
  let minutes = taken.minutes;
  const add = (index: number): boolean => {
    if (set[index] === 1) return true;
    if (excluded[index] === 1) return false;
    set[index] = 1;
    const programme = ways[index] as WaysToTrain['ways'][number];
    minutes += programme.minutes;
    for (const { ksa, level } of programme.raises) levels[ksa] = Math.max(levels[ksa] as number, level);
    return programme.requires.every(add);
  };
  return add(way) ? { set, levels, minutes } : null;
}

/** What is to be reached and what the programmes taken ask for on entry, as far as it is not reached. */
export function unmet({ ways, needs }: WaysToTrain, { set, levels }: Taken): Need[] {
  const open = needs.filter(({ ksa, level }) => (levels[ksa] as number) < level);
  set.forEach((isIn, way) => {
    if (isIn !== 1) return;
    for (const need of ways[way]?.entryLevels ?? []) {
      const isNew = !open.some(({ ksa, level }) => ksa === need.ksa && level === need.level);
      if ((levels[need.ksa] as number) < need.level && isNew) open.push(need);
    }
  });
  return open;
}

/** The programmes of a set in an order that can be entered, the first of the catalogue first. */
export function enteringOrder({ ways, levels: start }: WaysToTrain, set: Uint8Array): number[] {
  const order: number[] = [];
  const done = new Uint8Array(ways.length);
  const levels = start.slice();
  for (;;) {
    const next = ways.findIndex(
      ({ requires, entryLevels }, way) =>
        set[way] === 1 &&
        done[way] === 0 &&
        requires.every((required) => done[required] === 1) &&
        entryLevels.every(({ ksa, level }) => (levels[ksa] as number) >= level),
    );
    if (next < 0) return order;
    done[next] = 1;
    order.push(next);
    for (const { ksa, level } of ways[next]?.raises ?? [])
      levels[ksa] = Math.max(levels[ksa] as number, level);
  }
}

/** The programmes of a set that wait for each other in a circle. */
export function neverEntered(problem: WaysToTrain, set: Uint8Array): number[] {
  const entered = new Set(enteringOrder(problem, set));
  return [...set.keys()].filter((way) => set[way] === 1 && !entered.has(way));
}

/** Programmes outside a set that reach a level that one waiting within it asks for: one of them must come first. */
export function openers(
  problem: WaysToTrain,
  taken: Taken,
  excluded: Uint8Array,
  stuck: readonly number[],
): number[] {
  const { ways, raisers, levels: start } = problem;
  const levels = start.slice();
  for (const way of enteringOrder(problem, taken.set))
    for (const { ksa, level } of ways[way]?.raises ?? [])
      levels[ksa] = Math.max(levels[ksa] as number, level);
  const found = new Set<number>();
  for (const way of stuck) {
    for (const need of ways[way]?.entryLevels ?? []) {
      if ((levels[need.ksa] as number) >= need.level) continue;
      for (const { way: raiser, level } of raisers[need.ksa] ?? [])
        if (level >= need.level && taken.set[raiser] !== 1 && excluded[raiser] !== 1) found.add(raiser);
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** All that can be entered, without what it can do without, the longest first: what is left when a search finds none. */
export function everything(problem: WaysToTrain): Taken {
  const { ways, needs, levels: start } = problem;
  const entered = (set: Uint8Array): Uint8Array => {
    const reduced = new Uint8Array(ways.length);
    for (const way of enteringOrder(problem, set)) reduced[way] = 1;
    return reduced;
  };
  const levelsOf = (set: Uint8Array): Uint8Array => {
    const levels = start.slice();
    set.forEach((isIn, way) => {
      if (isIn !== 1) return;
      for (const { ksa, level } of ways[way]?.raises ?? [])
        levels[ksa] = Math.max(levels[ksa] as number, level);
    });
    return levels;
  };
  let set = entered(new Uint8Array(ways.length).fill(1));
  for (let way = ways.length - 1; way >= 0; way -= 1) {
    if (set[way] !== 1) continue;
    const less = set.slice();
    less[way] = 0;
    const without = entered(less);
    const levels = levelsOf(without);
    if (needs.every(({ ksa, level }) => (levels[ksa] as number) >= level)) set = without;
  }
  const minutes = set.reduce((sum, isIn, way) => sum + isIn * (ways[way]?.minutes ?? 0), 0);
  return { set, levels: levelsOf(set), minutes };
}
