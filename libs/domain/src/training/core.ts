import type { Coverage } from './coverage.ts';
import { highest } from './highest.ts';
import { Relaxation } from './relaxation.ts';
import type { Selection } from './selection.ts';

/** A part of many programmes that is worth searching, and what the rest could still bring. */
export interface Core {
  /** Ascending. */
  readonly programmes: readonly number[];
  /** No selection of all the programmes gains more: numerator. */
  readonly bound: number;
  /** No selection with a programme from outside of the core gains more: numerator. */
  readonly boundOutside: number;
}

export interface CoreSizes {
  /** So many of the highest margin … */
  readonly core: number;
  /** … and so many for each level of each KSA that is missing. */
  readonly ofUnit: number;
  /** On so many the relaxation is made. */
  readonly working: number;
}

const passes = 3;
const roundsOfPass = 30;
/** The bound is stepped towards this part of where it stands: what can be gained is not known yet. */
const targetPart = 0.8;

/**
 * The programmes that the relaxation values most. Its parts and prices are made on a working set, then every programme is
 * valued by them and the working set is chosen anew ("pricing": Caprara, Fischetti and Toth, "A heuristic method for the
 * set covering problem", 1999).
 */
export function coreOf(coverage: Coverage, some: readonly number[], sizes: CoreSizes): Core {
  if (some.length <= sizes.core)
    return { programmes: some, bound: Number.POSITIVE_INFINITY, boundOutside: 0 };
  const relaxation = new Relaxation(coverage, some);
  const nothing: Selection = {
    taken: [],
    levels: coverage.standing.from.slice(),
    gained: 0,
    minutes: 0,
    costCents: 0,
  };
  let bound = relaxation.total;
  let sum = 0;
  relaxation.evaluate(nothing, some);
  let working = highest(relaxation.margin, some, sizes.working);
  for (let pass = 0; pass < passes; pass += 1) {
    const now = relaxation.gainOf(relaxation.evaluate(nothing, working));
    relaxation.tighten(nothing, working, Math.floor(now * targetPart), roundsOfPass);
    sum = relaxation.evaluate(nothing, some);
    bound = Math.min(bound, relaxation.gainOf(sum));
    working = highest(relaxation.margin, some, sizes.working);
  }
  const isInside = new Set(highest(relaxation.margin, some, sizes.core));
  for (const index of relaxation.bestOfUnits(some, sizes.ofUnit)) isInside.add(index);
  let boundOutside = 0;
  for (const index of some)
    if (!isInside.has(index)) boundOutside = Math.max(boundOutside, relaxation.gainWith(sum, index));
  return { programmes: [...isInside].sort((a, b) => a - b), bound, boundOutside };
}
