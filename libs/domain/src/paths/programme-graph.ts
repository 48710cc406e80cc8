import { indexOf, levelOf } from '../training/at-level.ts';
import { isList, isMap, isRecord } from '../given.ts';
import { assertCatalogue, type CompiledCatalogue } from '../training/catalogue.ts';
import { PathsError } from './paths.errors.ts';

/** A level of a KSA, the KSA by its index in whatever holds this. */
export interface LevelOf {
  readonly ksa: number;
  readonly level: number;
}

export interface GraphProgramme {
  readonly id: string;
  readonly minutes: number;
  readonly raises: readonly LevelOf[];
  readonly entryLevels: readonly LevelOf[];
  readonly requires: readonly number[];
  /** Requires what is no longer offered: nobody enters it. */
  readonly isClosed: boolean;
}

/** A catalogue as the search for the least training walks it: a programme and a KSA are known by their indexes. */
export interface ProgrammeGraph {
  readonly maxLevel: number;
  /** The shortest first, then the cheapest, then by id. */
  readonly programmes: readonly GraphProgramme[];
  readonly ksaNos: readonly number[];
  readonly indexOfKsa: ReadonlyMap<number, number>;
  /** By KSA: who raises it, in the order of `programmes`. */
  readonly raisers: readonly (readonly { readonly programme: number; readonly level: number }[])[];
}

/** Made once of a catalogue, for all workers and roles. Throws `training.catalogue-not-compiled`. */
export function programmeGraph(catalogue: CompiledCatalogue): ProgrammeGraph {
  assertCatalogue(catalogue);
  const { maxLevel, ksaNos, indexOfKsa } = catalogue;
  const levelsOf = (levels: CompiledCatalogue['programmes'][number]['raises']): LevelOf[] =>
    levels.map((each) => ({ ksa: indexOf(each), level: levelOf(each) }));
  return {
    ...{ maxLevel, ksaNos, indexOfKsa },
    programmes: catalogue.programmes.map(
      ({ id, minutes, raises, entryLevels, requires, requiresFormer }) => ({
        ...{ id, minutes, requires, isClosed: requiresFormer.length > 0 },
        raises: levelsOf(raises),
        entryLevels: levelsOf(entryLevels),
      }),
    ),
    raisers: catalogue.raisers.map((raisers) =>
      raisers.map((each) => ({ programme: indexOf(each), level: levelOf(each) })),
    ),
  };
}

/** Throws `paths.no-graph` unless it is what `programmeGraph` makes. */
export function assertGraph(graph: ProgrammeGraph): void {
  if (!isRecord(graph) || !isMap(graph.indexOfKsa) || !isList(graph.raisers) || !isList(graph.programmes))
    throw new PathsError(
      'paths.no-graph',
      'Training is searched for in a graph of programmes alone.',
      '/graph',
    );
}
