import { indexOf, levelOf } from './at-level.ts';
import type { CompiledCatalogue, CompiledProgramme } from './catalogue.ts';
import { reaches } from './enterable.ts';
import type { ProgrammeSet } from './open-programmes.ts';
import type { Standing } from './standing.ts';

/** The programmes that close something, of those that are open. Ascending. */
export function closingProgrammes(
  { programmes, raisers }: CompiledCatalogue,
  { from, worth }: Standing,
  open: ProgrammeSet,
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
 * Some programmes and what is wanted for them: what they require, what raises a level that they ask for on entry, and
 * what is wanted for these in turn. Of the ways to a level, the `ways` shortest that ask for nothing themselves and the
 * `ways` shortest of all. Ascending; `null` when it comes to more than `most`.
 */
export function withWanted(
  { programmes, raisers }: CompiledCatalogue,
  { from }: Standing,
  open: ProgrammeSet,
  some: readonly number[],
  ways: number,
  most: number,
): number[] | null {
  if (some.length > most) return null;
  const wanted = new Set(some);
  const isFree = (programme: number): boolean => {
    const { requires, entryLevels } = programmes[programme] as CompiledProgramme;
    return !requires.some((each) => open[each] === 1) && reaches(from, entryLevels);
  };
  // A set is walked in the order of adding, what is added on the way included.
  for (const programme of wanted) {
    if (wanted.size > most) return null;
    const { requires, entryLevels } = programmes[programme] as CompiledProgramme;
    for (const required of requires) if (open[required] === 1) wanted.add(required);
    for (const asked of entryLevels) {
      if (levelOf(asked) <= (from[indexOf(asked)] as number)) continue;
      let all = 0;
      let free = 0;
      for (const raiser of raisers[indexOf(asked)] ?? []) {
        if (free === ways) break;
        if (levelOf(raiser) < levelOf(asked) || open[indexOf(raiser)] !== 1) continue;
        const asksForNothing = isFree(indexOf(raiser));
        if (all < ways || asksForNothing) wanted.add(indexOf(raiser));
        all += 1;
        if (asksForNothing) free += 1;
      }
    }
  }
  return [...wanted].sort((a, b) => a - b);
}
