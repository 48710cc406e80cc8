import { indexOf, levelOf, type AtLevel } from './at-level.ts';
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

  /** @param some the programmes that have a margin; those of them that `earn` and ask for something are charged */
  charge(
    selection: Selection,
    some: readonly number[],
    earn: readonly number[],
    spendOf: (programme: number) => number,
  ): void {
    const { coverage, margin } = this;
    const asking = earn.filter((index) => {
      const { requires, entryLevels } = coverage.programmes[index] as Enterable;
      return requires.length + entryLevels.length > 0;
    });
    if (asking.length === 0) return;
    this.round += 1;
    for (const index of some) this.madeIn[index] = this.round;
    for (const index of asking) {
      const { requires, entryLevels } = coverage.programmes[index] as Enterable;
      for (const required of requires) {
        if (coverage.done[required] === 1 || selection.taken.includes(required)) continue;
        const amount = Math.min(margin[index] as number, -this.marginOf(required, spendOf));
        if (amount <= 0) continue;
        margin[index] = (margin[index] as number) - amount;
        margin[required] = (margin[required] as number) + amount;
      }
      for (const asked of entryLevels)
        if ((selection.levels[indexOf(asked)] as number) < levelOf(asked))
          this.chargeWay(index, asked, spendOf);
    }
  }

  private chargeWay(index: number, asked: AtLevel, spendOf: (programme: number) => number): void {
    const { margin } = this;
    const raisers = this.coverage.raisers?.[indexOf(asked)];
    if (raisers === undefined) return;
    let amount = margin[index] as number;
    for (const raiser of raisers) {
      if (amount <= 0) return;
      if (this.isWay(raiser, asked, index))
        amount = Math.min(amount, -this.marginOf(indexOf(raiser), spendOf));
    }
    if (amount <= 0) return;
    margin[index] = (margin[index] as number) - amount;
    for (const raiser of raisers)
      if (this.isWay(raiser, asked, index))
        margin[indexOf(raiser)] = (margin[indexOf(raiser)] as number) + amount;
  }

  /** Nothing opens the way to itself. */
  private isWay(raiser: AtLevel, asked: AtLevel, to: number): boolean {
    const index = indexOf(raiser);
    if (levelOf(raiser) < levelOf(asked) || index === to) return false;
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
