import { indexOf, levelOf } from './at-level.ts';
import type { CompiledCatalogue, CompiledProgramme } from './catalogue.ts';
import type { OpenProgrammes } from './open-programmes.ts';
import type { Standing } from './standing.ts';

/** The open programmes that close something. Ascending. */
export function closingProgrammes(
  { programmes, raisers }: CompiledCatalogue,
  { from, worth }: Standing,
  { open }: OpenProgrammes,
): number[] {
  const closes = new Uint8Array(programmes.length);
  for (let ksa = 0; ksa < worth.length; ksa += 1) {
    if (worth[ksa] === 0) continue;
    const least = from[ksa] as number;
    for (const raiser of raisers[ksa] ?? [])
      if (levelOf(raiser) > least) closes[indexOf(raiser)] = open[indexOf(raiser)] as number;
  }
  const found: number[] = [];
  for (let index = 0; index < closes.length; index += 1) if (closes[index] === 1) found.push(index);
  return found;
}

/**
 * Some open programmes and what is wanted for them: what they require, what raises a level that they ask for on entry,
 * and what is wanted for these in turn. Of the ways to a level all, or the two that are sure to be ways: the shortest
 * that asks for nothing, and the shortest of a lower rank. Ascending; `null` beyond `most`.
 */
export function withWanted(
  { programmes, raisers }: CompiledCatalogue,
  { from }: Standing,
  { open, rank }: OpenProgrammes,
  some: readonly number[],
  ways: 'all' | 'shortest',
  most: number,
): number[] | null {
  if (some.length > most) return null;
  const wanted = new Set(some);
  // A set is walked in the order of adding, what is added on the way included.
  for (const programme of wanted) {
    if (wanted.size > most) return null;
    const { requires, entryLevels } = programmes[programme] as CompiledProgramme;
    for (const required of requires) if (open[required] === 1) wanted.add(required);
    for (const asked of entryLevels) {
      if (levelOf(asked) <= (from[indexOf(asked)] as number)) continue;
      let isReached = false;
      for (const raiser of raisers[indexOf(asked)] ?? []) {
        const index = indexOf(raiser);
        if (levelOf(raiser) < levelOf(asked) || open[index] !== 1) continue;
        const isBefore = (rank[index] as number) < (rank[programme] as number);
        if (ways === 'all' || rank[index] === 0 || (isBefore && !isReached)) wanted.add(index);
        isReached ||= isBefore;
        if (ways === 'shortest' && rank[index] === 0) break;
      }
    }
  }
  return [...wanted].sort((a, b) => a - b);
}
