import { isMap, isRecord } from '../given.ts';
import { assertProgrammes } from './assert-programmes.ts';
import { atLevel, indexOf, levelOf, type AtLevel } from './at-level.ts';
import { flatProgrammes, type FlatProgrammes } from './coverage.ts';
import type { Programme } from './programme.ts';
import { TrainingError } from './training.errors.ts';

/** A programme, its KSAs and prerequisites by their indexes in the catalogue. */
export interface CompiledProgramme {
  readonly id: string;
  readonly minutes: number;
  readonly costCents: number | null;
  /** KSAs and the levels that it raises them to, in the order of the KSAs. */
  readonly raises: readonly AtLevel[];
  /** KSAs and the levels of them that it asks for on entry. */
  readonly entryLevels: readonly AtLevel[];
  /** Programmes, each once. */
  readonly requires: readonly number[];
  /** Ids of programmes that it requires and that are no longer offered. */
  readonly requiresFormer: readonly string[];
}

/** A catalogue of programmes, checked and made ready to recommend from to any number of workers. */
export interface CompiledCatalogue {
  readonly maxLevel: number;
  /** The shortest first, then the cheapest (an unknown cost as 0), then by id: the order that ties are broken by. */
  readonly programmes: readonly CompiledProgramme[];
  readonly flat: FlatProgrammes;
  /** By programme: 1 when its provider says what it costs. */
  readonly isPriced: Uint8Array;
  /** By programme: 1 when it asks for anything first. */
  readonly asks: Uint8Array;
  readonly indexOfId: ReadonlyMap<string, number>;
  /** Every KSA that a programme raises or asks for on entry, ascending. */
  readonly ksaNos: readonly number[];
  readonly indexOfKsa: ReadonlyMap<number, number>;
  /** By KSA: the programmes that raise it, in their order, and to which level. */
  readonly raisers: readonly (readonly AtLevel[])[];
}

/**
 * Checks a catalogue once, for all workers. `former`: ids of programmes that are no longer offered but may be
 * required: who has completed one fulfils it, nobody else can. Throws as `assertProgrammes` does.
 */
export function compileCatalogue(
  listed: readonly Programme[],
  maxLevel: number,
  former: readonly string[] = [],
): CompiledCatalogue {
  assertProgrammes(listed, maxLevel, former);
  const inOrder = [...listed].sort(byEffort);
  const indexOfId = new Map(inOrder.map(({ id }, index) => [id, index]));
  const ksaNos = [...new Set(inOrder.flatMap(ksasOf))].sort((a, b) => a - b);
  const indexOfKsa = new Map(ksaNos.map((ksaNo, index) => [ksaNo, index]));
  const inKsas = (levels: Programme['outcomes']): AtLevel[] =>
    levels.map(({ ksaNo, level }) => atLevel(indexOfKsa.get(ksaNo) as number, level)).sort((a, b) => a - b);
  const programmes = inOrder.map((programme) => ({
    id: programme.id,
    minutes: programme.minutes,
    costCents: programme.costCents,
    raises: inKsas(programme.outcomes),
    entryLevels: inKsas(programme.requiresLevels),
    requires: [...new Set(programme.requiresProgrammes)].flatMap((id) => indexOfId.get(id) ?? []),
    requiresFormer: programme.requiresProgrammes.filter((id) => !indexOfId.has(id)),
  }));
  const raisers = ksaNos.map((): AtLevel[] => []);
  programmes.forEach(({ raises }, programme) => {
    for (const raised of raises) raisers[indexOf(raised)]?.push(atLevel(programme, levelOf(raised)));
  });
  return {
    maxLevel,
    programmes,
    flat: flatProgrammes(programmes),
    isPriced: Uint8Array.from(programmes, ({ costCents }) => (costCents === null ? 0 : 1)),
    asks: Uint8Array.from(inOrder, ({ requiresProgrammes, requiresLevels }) =>
      Math.min(1, requiresProgrammes.length + requiresLevels.length),
    ),
    indexOfId,
    ksaNos,
    indexOfKsa,
    raisers,
  };
}

/** Throws `training.catalogue-not-compiled` unless it is what `compileCatalogue` makes. */
export function assertCatalogue(catalogue: CompiledCatalogue): void {
  if (!isRecord(catalogue) || !isMap(catalogue.indexOfId) || !(catalogue.asks instanceof Uint8Array)) {
    throw new TrainingError(
      'training.catalogue-not-compiled',
      'Training can be chosen from a compiled catalogue alone.',
      '/catalogue',
    );
  }
}

function byEffort(a: Programme, b: Programme): number {
  return a.minutes - b.minutes || (a.costCents ?? 0) - (b.costCents ?? 0) || (a.id < b.id ? -1 : 1);
}

function ksasOf({ outcomes, requiresLevels }: Programme): number[] {
  return [...outcomes, ...requiresLevels].map(({ ksaNo }) => ksaNo);
}
