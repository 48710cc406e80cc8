import { atLevel, indexOf, levelOf, type AtLevel } from './at-level.ts';
import type { Coverage } from './coverage.ts';
import type { Enterable } from './enterable.ts';
import type { Selection } from './selection.ts';

/**
 * Tightens a relaxation by prerequisites: who is taken without what it needs is charged for it. A part of a programme's
 * margin moves to the programme that it requires, or to each that raises a level that it asks for on entry, as far as
 * these stay below 0: they earn nothing by it, the programme less. (The Lagrangian dual of "no more often than what it
 * requires" and "than all that open the way together", with multipliers chosen anew at each evaluation; any from 0 up
 * keep the bound a bound.)
 */
export class PrerequisiteCharges {
  private readonly coverage: Coverage;
  private readonly margin: Float64Array;
  /** By programme: the round in which its margin was made. */
  private readonly madeIn: Int32Array;
  private round = 0;

  /** @param margin by programme, changed in place */
  constructor(coverage: Coverage, margin: Float64Array) {
    this.coverage = coverage;
    this.margin = margin;
    this.madeIn = new Int32Array(margin.length);
  }

  /**
   * Answers the programmes that are paid for in full: they may be taken as well as not.
   *
   * @param some the programmes that have a margin; those of them that `earn` and ask for something are charged
   */
  charge(
    selection: Selection,
    some: readonly number[],
    earn: readonly number[],
    spendOf: (programme: number) => number,
  ): readonly number[] {
    const { coverage } = this;
    const asking = earn.filter((index) => {
      const { requires, entryLevels } = coverage.programmes[index] as Enterable;
      return requires.length + entryLevels.length > 0;
    });
    if (asking.length === 0) return nobody;
    const paid: number[] = [];
    this.round += 1;
    for (const index of some) this.madeIn[index] = this.round;
    for (const index of asking) {
      const { requires, entryLevels } = coverage.programmes[index] as Enterable;
      for (const required of requires)
        if (coverage.done[required] !== 1 && !selection.taken.includes(required))
          this.move(index, [atLevel(required, 0)], 0, spendOf, paid);
      for (const asked of entryLevels) {
        if ((selection.levels[indexOf(asked)] as number) >= levelOf(asked)) continue;
        const raisers = coverage.raisers?.[indexOf(asked)];
        if (raisers !== undefined) this.move(index, raisers, levelOf(asked), spendOf, paid);
      }
    }
    return paid;
  }

  /** From a programme's margin to those of the raisers that reach the level, the same to each. */
  private move(
    from: number,
    raisers: readonly AtLevel[],
    level: number,
    spendOf: (programme: number) => number,
    paid: number[],
  ): void {
    const { margin } = this;
    let amount = margin[from] as number;
    let paidFor = -1;
    for (const raiser of raisers) {
      if (!this.isWay(raiser, level, from)) continue;
      const missing = -this.marginOf(indexOf(raiser), spendOf);
      if (missing <= 0) return;
      if (missing > amount) continue;
      amount = missing;
      paidFor = indexOf(raiser);
    }
    if (amount <= 0) return;
    margin[from] = (margin[from] as number) - amount;
    for (const raiser of raisers)
      if (this.isWay(raiser, level, from))
        margin[indexOf(raiser)] = (margin[indexOf(raiser)] as number) + amount;
    if (paidFor >= 0) paid.push(paidFor);
  }

  /** Nothing opens the way to itself. */
  private isWay(raiser: AtLevel, level: number, to: number): boolean {
    const index = indexOf(raiser);
    if (levelOf(raiser) < level || index === to) return false;
    return this.madeIn[index] === this.round || this.coverage.besides[index] === 1;
  }

  private marginOf(programme: number, spendOf: (programme: number) => number): number {
    if (this.madeIn[programme] !== this.round) {
      this.madeIn[programme] = this.round;
      this.margin[programme] = -spendOf(programme);
    }
    return this.margin[programme] as number;
  }
}

const nobody: readonly number[] = [];
