import { assertMaxLevel } from '../scales/proficiency-scale.ts';
import { assertProgrammes } from './assert-programmes.ts';
import { levelRows, type LevelPair, type LevelRows } from './level-rows.ts';
import type { Programme } from './programme.ts';

/**
 * A catalogue of programmes, checked and made ready to recommend from to any number of workers. A programme is known
 * by its index in `programmes`, a KSA by its index in `ksaNos`.
 */
export interface CompiledCatalogue {
  readonly maxLevel: number;
  /** By id, in code-unit order: the order that ties are broken by. */
  readonly programmes: readonly Programme[];
  readonly indexOfId: ReadonlyMap<string, number>;
  /** Every KSA that a programme raises or asks for on entry, in ascending order. */
  readonly ksaNos: readonly number[];
  readonly indexOfKsa: ReadonlyMap<number, number>;
  readonly minutes: Float64Array;
  /** −1 when the provider does not say. */
  readonly costCents: Float64Array;
  /** By programme: the KSAs that it raises. */
  readonly outcomes: LevelRows;
  /** By programme: the KSA levels that it asks for on entry. */
  readonly entryLevels: LevelRows;
  /** By programme: the programmes that it requires, each once; the level is 0. */
  readonly requires: LevelRows;
  /** By programme, where there is one: required programmes that are no longer offered. */
  readonly requiresFormer: ReadonlyMap<number, readonly string[]>;
  /** By KSA: the programmes that raise it, in the order of `programmes`. */
  readonly raisers: LevelRows;
}

/**
 * Checks a catalogue once, for all workers. `former`: ids of programmes that are no longer offered but may be
 * required: who has completed one fulfils it, nobody else can. Throws as `assertProgrammes` does, and
 * `scales.max-level-out-of-range`.
 */
export function compileCatalogue(
  listed: readonly Programme[],
  maxLevel: number,
  former: readonly string[] = [],
): CompiledCatalogue {
  assertMaxLevel(maxLevel);
  assertProgrammes(listed, maxLevel, former);
  const programmes = [...listed].sort((a, b) => (a.id < b.id ? -1 : 1));
  const indexOfId = new Map(programmes.map(({ id }, index) => [id, index]));
  const ksaNos = [
    ...new Set(
      programmes.flatMap(({ outcomes, requiresLevels }) =>
        [...outcomes, ...requiresLevels].map(({ ksaNo }) => ksaNo),
      ),
    ),
  ].sort((a, b) => a - b);
  const indexOfKsa = new Map(ksaNos.map((ksaNo, index) => [ksaNo, index]));
  const inKsas = (levels: Programme['outcomes']): LevelPair[] =>
    levels.map(({ ksaNo, level }) => [indexOfKsa.get(ksaNo) as number, level]);

  const outcomes = programmes.map((programme) => inKsas(programme.outcomes));
  const raisers = ksaNos.map((): LevelPair[] => []);
  outcomes.forEach((row, programme) => {
    for (const [ksa, level] of row) raisers[ksa]?.push([programme, level]);
  });
  const requiresFormer = new Map<number, readonly string[]>();
  const requires = programmes.map(({ requiresProgrammes }, index) => {
    const gone = requiresProgrammes.filter((id) => !indexOfId.has(id));
    if (gone.length > 0) requiresFormer.set(index, gone);
    return [...new Set(requiresProgrammes)].flatMap((id): LevelPair[] => {
      const required = indexOfId.get(id);
      return required === undefined ? [] : [[required, 0]];
    });
  });
  return {
    maxLevel,
    programmes,
    indexOfId,
    ksaNos,
    indexOfKsa,
    minutes: Float64Array.from(programmes, ({ minutes }) => minutes),
    costCents: Float64Array.from(programmes, ({ costCents }) => costCents ?? -1),
    outcomes: levelRows(outcomes),
    entryLevels: levelRows(programmes.map(({ requiresLevels }) => inKsas(requiresLevels))),
    requires: levelRows(requires),
    requiresFormer,
    raisers: levelRows(raisers),
  };
}
