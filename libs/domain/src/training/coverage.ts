import type { AtLevel } from './at-level.ts';
import type { Enterable } from './enterable.ts';
import type { ProgrammeSet } from './open-programmes.ts';
import type { TrainingBudget } from './recommendation.ts';
import type { Standing } from './standing.ts';

/** Programmes in flat arrays, by their indexes. */
export interface FlatProgrammes {
  readonly minutes: Float64Array;
  /** An unknown cost as 0. */
  readonly costCents: Float64Array;
  /** What all raise, one after the other: of programme p the places `first[p]` to `first[p + 1]` − 1. */
  readonly raises: Int32Array;
  readonly first: Int32Array;
}

/** What is to be gained, by whom, after what, and what may be spent. */
export interface Coverage {
  readonly standing: Standing;
  readonly budget: TrainingBudget;
  readonly programmes: readonly Enterable[];
  readonly flat: FlatProgrammes;
  /** By KSA, who raises it; `null` where not all are known who do: then levels asked for on entry are left aside. */
  readonly raisers: readonly (readonly AtLevel[])[] | null;
  /** Completed: required by nobody any more. */
  readonly done: ProgrammeSet;
  /** What may be taken on the way beside the programmes that are looked at. */
  readonly besides: ProgrammeSet;
}

export function flatProgrammes(
  programmes: readonly (Pick<Enterable, 'raises'> & {
    readonly minutes: number;
    readonly costCents: number | null;
  })[],
): FlatProgrammes {
  const minutes = new Float64Array(programmes.length);
  const costCents = new Float64Array(programmes.length);
  const first = new Int32Array(programmes.length + 1);
  const raises: AtLevel[] = [];
  programmes.forEach((programme, index) => {
    minutes[index] = programme.minutes;
    costCents[index] = programme.costCents ?? 0;
    for (const raised of programme.raises) raises.push(raised);
    first[index + 1] = raises.length;
  });
  return { minutes, costCents, raises: Int32Array.from(raises), first };
}
