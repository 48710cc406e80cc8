import { isWhole } from '../../given.ts';
import { FrameworksError } from '../frameworks.errors.ts';
import { type AnalysedItem, assertCompiledRelease, at, type CompiledRelease } from './analysed-release.ts';

/** A KSA that occupations select, with how often the source prints it under each; 0 under one that does not. */
export interface ComparedKsa {
  readonly ksa: AnalysedItem;
  readonly counts: readonly [number, number];
}

/** All in code order. */
export interface OccupationComparison {
  readonly shared: readonly ComparedKsa[];
  readonly onlyFirst: readonly ComparedKsa[];
  readonly onlySecond: readonly ComparedKsa[];
}

/**
 * What two occupations, by their places, have in common and what only one of them needs. Throws
 * `frameworks.release-not-compiled`, `frameworks.nothing-to-analyse`.
 */
export function compareOccupations(
  release: CompiledRelease,
  first: number,
  second: number,
): OccupationComparison {
  assertCompiledRelease(release);
  assertOccupation(release, first, '/first');
  assertOccupation(release, second, '/second');
  const one = countsOf(release, first);
  const other = countsOf(release, second);
  const compared = [...new Set([...one.keys(), ...other.keys()])]
    .sort((a, b) => a - b)
    .map((place): ComparedKsa => ({
      ksa: release.ksas[place] as AnalysedItem,
      counts: [one.get(place) ?? 0, other.get(place) ?? 0],
    }));
  return {
    shared: compared.filter(({ counts }) => counts[0] > 0 && counts[1] > 0),
    onlyFirst: compared.filter(({ counts }) => counts[1] === 0),
    onlySecond: compared.filter(({ counts }) => counts[0] === 0),
  };
}

function assertOccupation({ occupations }: CompiledRelease, place: number, pointer: string): void {
  if (isWhole(place, 0, occupations.length - 1)) return;
  throw new FrameworksError(
    'frameworks.nothing-to-analyse',
    `The release has no occupation at ${place}.`,
    pointer,
  );
}

function countsOf({ ofOccupations }: CompiledRelease, occupation: number): ReadonlyMap<number, number> {
  const { starts, others, counts } = ofOccupations;
  const found = new Map<number, number>();
  for (let slot = at(starts, occupation); slot < at(starts, occupation + 1); slot += 1)
    found.set(at(others, slot), at(counts, slot));
  return found;
}
