import type { LoggedRating } from '#assessments';
import {
  epochMillisecondsOf,
  never,
  packedRatingBytes,
  type RatingColumns,
  ratingColumns,
  sourceOfCode,
  unpackRatings,
} from '#domain';
import type { GapViewFacts } from './gap-view.statement.ts';

/**
 * The live ratings that a score had, and of them those that it rests on, written as JSON. A rating that was superseded
 * since the score was made is not among the live ones any more: `missing` names it, and the log still has it.
 */
export class UsedRatings {
  readonly columns: RatingColumns;
  /** How many of the columns' entries count; what came after the score is left out. */
  readonly count: number;
  /** By requirement; −1: none. */
  readonly seqs: readonly number[];
  private readonly raters = new Map<number, string>();
  private readonly superseded = new Map<number, string>();
  private readonly times = new Map<number, string>();

  constructor({ packed, inputVersion, used, raters }: GapViewFacts) {
    const bytes = packed ?? new Uint8Array();
    this.columns = ratingColumns(bytes.length / packedRatingBytes);
    this.count = keepUpTo(inputVersion, this.columns, unpackRatings(bytes, this.columns));
    this.seqs = wholeNumbers(used);
    for (const line of raters?.split('\n') ?? []) {
      const end = line.indexOf('}') + 1;
      const name = line.slice(end);
      for (const seq of wholeNumbers(line.slice(0, end))) this.raters.set(seq, name);
    }
  }

  missing(): number[] {
    return this.seqs.filter((seq) => seq > 0 && !this.superseded.has(seq) && this.indexOf(seq) < 0);
  }

  add(logged: readonly LoggedRating[]): void {
    for (const { seq, source, level, ratedAt, expiresAt, ratedByName } of logged) {
      const rating = { source, level, ratedAt, expiresAt, ratedBy: ratedByName };
      this.superseded.set(seq, JSON.stringify(rating));
    }
  }

  /** The rating that decided a requirement, as JSON. */
  text(slot: number): string {
    const seq = this.seqs[slot] ?? -1;
    if (seq < 0) return 'null';
    const index = this.indexOf(seq);
    if (index < 0) return this.superseded.get(seq) ?? 'null';
    const { source, level, ratedAt, expiresAt } = this.columns;
    const from = this.time(ratedAt[index] as number);
    const until = expiresAt[index] === never ? 'null' : this.time(expiresAt[index] as number);
    const by = this.raters.get(seq) ?? 'null';
    return `{"source":"${sourceOfCode(source[index] as number)}","level":${level[index] ?? ''},"ratedAt":${from},"expiresAt":${until},"ratedBy":${by}}`;
  }

  /** Live ratings stand in the order of their seq. */
  private indexOf(seq: number): number {
    const seqs = this.columns.seq;
    let low = 0;
    let high = this.count - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const there = seqs[middle] as number;
      if (there === seq) return middle;
      if (there < seq) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /** A submission rates dozens of KSAs at one second. */
  private time(instant: number): string {
    const known = this.times.get(instant);
    if (known !== undefined) return known;
    const text = `"${new Date(epochMillisecondsOf(instant)).toISOString()}"`;
    this.times.set(instant, text);
    return text;
  }
}

/** An array of numbers as PostgreSQL writes it. */
export function wholeNumbers(array: string): number[] {
  return JSON.parse(`[${array.slice(1, -1)}]`) as number[];
}

function keepUpTo(inputVersion: number, columns: RatingColumns, count: number): number {
  const every = Object.values(columns) as Int32Array[];
  let kept = 0;
  for (let index = 0; index < count; index += 1) {
    if ((columns.seq[index] as number) > inputVersion) continue;
    if (kept < index) for (const column of every) column[kept] = column[index] as number;
    kept += 1;
  }
  return kept;
}
