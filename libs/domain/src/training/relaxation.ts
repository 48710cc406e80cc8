import type { Coverage } from './coverage.ts';
import { missingUnits, type MissingUnits } from './missing-units.ts';
import { PrerequisiteCharges } from './prerequisite-charges.ts';
import type { Selection } from './selection.ts';

/** What a minute and a cent count for, when what is gained is weighed against what is spent. */
export interface Prices {
  readonly minute: number;
  readonly cent: number;
}

/** Every sum stays a whole number under 2^53 when all that is to be gained, scaled, stays under this. */
const mostScaled = 2 ** 50;

/** How much further a step moves the budgets' prices than the parts; how far it goes, and how soon it shortens: by trial. */
const budgetPace = 50;
const firstPace = 1.5;
const shorterPace = 0.6;
const patience = 5;

/**
 * An upper bound on what can be gained: the Lagrangian dual of weighted coverage under budgets (Fisher, "The Lagrangian
 * relaxation method for solving integer programming problems", 1981). Of each unit (a missing level of a KSA) a part is
 * earned by every programme that covers it, the rest counts once, covered or not; each minute and cent has a price:
 *
 *   Σ (worth − part) + minutes · price + cents · price + Σ max(0, parts that it earns − minutes and cents at their price)
 *
 * Whatever the parts (0 … worth) and the prices (0 and up), no selection within the budgets gains more; prerequisites
 * only forbid. With the parts of a prefix of a greedy selection at 0 and all others at their worth, it is that prefix's
 * gain and the fractional filling of the budget after it; with both prices it is a surrogate of both budgets. Parts and
 * prices are whole numbers over a scale, so every sum is exact, and the division at the end rounds down to a multiple of
 * what all gains are multiples of.
 */
export class Relaxation {
  /** By candidate, of the last evaluation: what it earns beyond what it spends, scaled. */
  readonly margin: Float64Array;
  /** What can be gained when nothing is limited: numerator. */
  readonly total: number;
  private readonly coverage: Coverage;
  private readonly units: MissingUnits;
  private readonly charges: PrerequisiteCharges;
  private readonly scale: number;
  private readonly part: Float64Array;
  private readonly worth: Float64Array;
  /** By unit: 1 when it is missing still. */
  private readonly isMissing: Uint8Array;
  /** By unit: the parts of all units before it. */
  private readonly earned: Float64Array;
  /** By unit: by how many more candidates it is covered than the one before. */
  private readonly covers: Float64Array;
  private minute = 0;
  private cent = 0;
  private usedMinutes = 0;
  private usedCents = 0;

  /** @param some of the programmes: the only ones that are ever looked at */
  constructor(coverage: Coverage, some: readonly number[]) {
    this.coverage = coverage;
    this.units = missingUnits(coverage, some);
    const { worth, total } = this.units;
    this.total = total;
    this.scale = scaleOf(total);
    this.worth = worth.map((each) => each * this.scale);
    this.part = this.worth.map((each) => each / 2);
    this.isMissing = new Uint8Array(worth.length);
    this.earned = new Float64Array(worth.length + 1);
    this.covers = new Float64Array(worth.length + 1);
    this.margin = new Float64Array(coverage.programmes.length);
    this.charges = new PrerequisiteCharges(coverage, this.margin);
    const { minutes, costCents } = coverage.budget;
    const share = (total * this.scale) / (isLimit(minutes) && isLimit(costCents) ? 4 : 2);
    if (isLimit(minutes)) this.minute = Math.round(share / minutes);
    if (isLimit(costCents)) this.cent = Math.round(share / costCents);
  }

  get prices(): Prices {
    return { minute: this.minute, cent: this.cent };
  }

  /** The scaled bound when a selection is kept and any of `open` may be added, at the present parts and prices. */
  evaluate(selection: Selection, open: readonly number[]): number {
    const { worth, part, isMissing, earned, covers, margin } = this;
    const { low, high, first, end } = this.units;
    const { minutes, costCents } = this.coverage.flat;
    const { budget } = this.coverage;
    this.mark(selection.levels);
    let sum = selection.gained * this.scale;
    if (budget.minutes !== null) sum += this.minute * (budget.minutes - selection.minutes);
    if (budget.costCents !== null) sum += this.cent * (budget.costCents - selection.costCents);
    let parts = 0;
    for (let unit = 0; unit < worth.length; unit += 1) {
      covers[unit] = 0;
      if (isMissing[unit] === 1) {
        sum += (worth[unit] as number) - (part[unit] as number);
        parts += part[unit] as number;
      }
      earned[unit + 1] = parts;
    }
    const earning: number[] = [];
    for (const index of open) {
      const to = end[index] as number;
      let more = -this.spendOf(index);
      for (let place = first[index] as number; place < to; place += 1)
        more += (earned[high[place] as number] as number) - (earned[low[place] as number] as number);
      margin[index] = more;
      if (more > 0) earning.push(index);
    }
    const paid = this.charges.charge(selection, open, earning, (index) => this.spendOf(index));
    let usedMinutes = 0;
    let usedCents = 0;
    for (const index of [...earning.filter((each) => (margin[each] as number) > 0), ...paid]) {
      sum += margin[index] as number;
      usedMinutes += minutes[index] as number;
      usedCents += costCents[index] as number;
      const to = end[index] as number;
      for (let place = first[index] as number; place < to; place += 1) {
        covers[low[place] as number] = (covers[low[place] as number] as number) + 1;
        covers[high[place] as number] = (covers[high[place] as number] as number) - 1;
      }
    }
    this.usedMinutes = usedMinutes;
    this.usedCents = usedCents;
    return sum;
  }

  private spendOf(index: number): number {
    const { minutes, costCents } = this.coverage.flat;
    return this.minute * (minutes[index] as number) + this.cent * (costCents[index] as number);
  }

  private mark(reached: readonly number[]): void {
    const { ksas, levels } = this.units;
    for (let unit = 0; unit < ksas.length; unit += 1)
      this.isMissing[unit] = (reached[ksas[unit] as number] as number) < (levels[unit] as number) ? 1 : 0;
  }

  /** A scaled bound as a numerator. */
  gainOf(sum: number): number {
    const { quantum } = this.units;
    return Math.min(this.total, Math.floor(sum / this.scale / quantum) * quantum);
  }

  /** No selection with this candidate gains more, after an evaluation that came to `sum`: numerator. */
  gainWith(sum: number, index: number): number {
    return this.gainOf(sum + Math.min(0, this.margin[index] as number));
  }

  /**
   * Moves parts and prices down the subgradient of the last evaluation, which came to `sum`, by Polyak's step towards
   * `target` (a numerator that the bound will not reach).
   */
  step(selection: Selection, sum: number, target: number, pace: number): void {
    const { worth, part, isMissing, covers } = this;
    const { budget } = this.coverage;
    const minutesLeft = budget.minutes === null ? 0 : budget.minutes - selection.minutes;
    const centsLeft = budget.costCents === null ? 0 : budget.costCents - selection.costCents;
    const byMinutes = minutesLeft === 0 ? 0 : 1 - this.usedMinutes / minutesLeft;
    const byCents = centsLeft === 0 ? 0 : 1 - this.usedCents / centsLeft;
    let norm = budgetPace * (byMinutes * byMinutes + byCents * byCents);
    let covered = 0;
    for (let unit = 0; unit < worth.length; unit += 1) {
      covered += covers[unit] as number;
      const by = covered - 1;
      const isAtEnd = by < 0 ? part[unit] === worth[unit] : part[unit] === 0;
      if (isMissing[unit] === 1 && !isAtEnd) norm += by * by;
    }
    if (norm === 0) return;
    const length = (pace * (sum - target * this.scale)) / norm;
    covered = 0;
    for (let unit = 0; unit < worth.length; unit += 1) {
      covered += covers[unit] as number;
      if (isMissing[unit] !== 1 || covered === 1) continue;
      const moved = Math.round((part[unit] as number) - length * (covered - 1));
      part[unit] = Math.min(Math.max(0, moved), worth[unit] as number);
    }
    if (minutesLeft > 0) this.minute = moved(this.minute, (length * budgetPace * byMinutes) / minutesLeft);
    if (centsLeft > 0) this.cent = moved(this.cent, (length * budgetPace * byCents) / centsLeft);
  }

  /** For each unit, the `count` of `some` with the highest margins that raise a KSA to it, ties in their order. */
  bestOfUnits(some: readonly number[], count: number): Set<number> {
    const { first, end, high, worth } = this.units;
    const best = Array.from(worth, (): number[] => []);
    for (const index of some) {
      for (let place = first[index] as number; place < (end[index] as number); place += 1) {
        const ofUnit = best[(high[place] as number) - 1] as number[];
        const at = ofUnit.findIndex(
          (other) => (this.margin[other] as number) < (this.margin[index] as number),
        );
        if (at < 0 && ofUnit.length === count) continue;
        ofUnit.splice(at < 0 ? ofUnit.length : at, 0, index);
        if (ofUnit.length > count) ofUnit.pop();
      }
    }
    return new Set(best.flat());
  }

  /** Steps `rounds` times; parts and prices are then those that gave the least bound, which it answers, scaled. */
  tighten(selection: Selection, open: readonly number[], target: number, rounds: number): number {
    let sum = this.evaluate(selection, open);
    let least = { sum, part: this.part.slice(), minute: this.minute, cent: this.cent };
    let pace = firstPace;
    let since = 0;
    for (let round = 0; round < rounds && this.gainOf(least.sum) > target; round += 1) {
      this.step(selection, sum, target, pace);
      sum = this.evaluate(selection, open);
      since += 1;
      if (sum < least.sum) {
        least = { sum, part: this.part.slice(), minute: this.minute, cent: this.cent };
        since = 0;
      } else if (since === patience) {
        pace *= shorterPace;
        since = 0;
      }
    }
    this.part.set(least.part);
    this.minute = least.minute;
    this.cent = least.cent;
    return this.evaluate(selection, open);
  }
}

/** The highest power of two that keeps what is to be gained within `mostScaled`. */
function scaleOf(total: number): number {
  let scale = 1;
  while (scale < mostScaled && total * scale * 2 <= mostScaled) scale *= 2;
  return scale;
}

function isLimit(limit: number | null): limit is number {
  return limit !== null && limit > 0;
}

function moved(price: number, by: number): number {
  return Math.max(0, Math.round(price - by));
}
