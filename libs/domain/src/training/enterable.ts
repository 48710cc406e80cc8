import { indexOf, levelOf, type AtLevel } from './at-level.ts';

/** What a programme asks for on entry, and what it raises; programmes and KSAs by their indexes. */
export interface Enterable {
  readonly raises: readonly AtLevel[];
  readonly entryLevels: readonly AtLevel[];
  readonly requires: readonly number[];
}

/**
 * Those of `allowed` that can be entered one after another, from these levels and with what is done, when all that can
 * be entered are taken; in the order of entering.
 */
export function enterableAmong(
  programmes: readonly Enterable[],
  from: readonly number[],
  isDone: (programme: number) => boolean,
  allowed: readonly number[],
): number[] {
  const entered = new Set<number>();
  const levels = from.slice();
  let waiting = allowed;
  for (;;) {
    const before = waiting.length;
    waiting = waiting.filter((index) => {
      const { requires, entryLevels, raises } = programmes[index] as Enterable;
      const isOpen =
        requires.every((required) => entered.has(required) || isDone(required)) &&
        reaches(levels, entryLevels);
      if (!isOpen) return true;
      entered.add(index);
      raise(levels, raises);
      return false;
    });
    if (waiting.length === before) return [...entered];
  }
}

/** Raises levels in place. A KSA raised by two counts once, to the higher level. */
export function raise(levels: number[], raises: readonly AtLevel[]): void {
  for (const raised of raises)
    if ((levels[indexOf(raised)] as number) < levelOf(raised)) levels[indexOf(raised)] = levelOf(raised);
}

/** Whether these levels are all that is asked for. */
export function reaches(levels: readonly number[], asked: readonly AtLevel[]): boolean {
  for (const each of asked) if ((levels[indexOf(each)] as number) < levelOf(each)) return false;
  return true;
}
