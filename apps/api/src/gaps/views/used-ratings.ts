import type { LoggedRating } from '#assessments';
import {
  highestMaxLevel,
  isoTimeOf,
  never,
  packedRatingBytes,
  ratingColumns,
  sourceOfCode,
  unpackRatings,
} from '#domain';
import type { GapViewFacts } from './gap-view.statement.ts';

const NONE = -1;

/** Working memory, since one view is written at a time: typed arrays are dear to make for each. */
let columns = ratingColumns(256);
/** By seq: where a live rating stands in the columns, and who gave it. */
let places = new Int32Array(256);
let raters = new Int32Array(256);

/**
 * The live ratings that a score had, and of them those that it rests on, written as JSON. Good until the next is made:
 * nothing is to be awaited in between.
 */
export class UsedRatings {
  /** How many of the columns' entries count; what came after the score is left out. */
  readonly count: number;
  /** By requirement; −1: none. */
  private readonly seqs: readonly number[];
  /** What ends a rating that does not expire, and the names in it; 0: nobody of the organisation. */
  private readonly ends = [endOf('null')];
  private readonly names = ['null'];

  /** @param superseded ratings that the score rests on and that are not among the live ones any more, from the log */
  constructor(
    { packed, inputVersion, used, raters: lines }: GapViewFacts,
    private readonly superseded: readonly LoggedRating[],
  ) {
    const latest = Number(inputVersion);
    const bytes = Buffer.from(packed, 'hex');
    makeRoom(Math.max(latest + 1, bytes.length / packedRatingBytes));
    this.count = keepUpTo(latest, unpackRatings(bytes, columns));
    places.fill(NONE, 0, latest + 1);
    for (let place = 0; place < this.count; place += 1) places[columns.seq[place] as number] = place;
    raters.fill(0, 0, latest + 1);
    for (const line of lines === '' ? [] : lines.split('\n')) {
      const end = line.indexOf('}') + 1;
      const name = line.slice(end);
      this.ends.push(endOf(name));
      const rater = this.names.push(name) - 1;
      for (const seq of wholeNumbers(line.slice(0, end))) raters[seq] = rater;
    }
    this.seqs = wholeNumbers(used);
  }

  get columns(): typeof columns {
    return columns;
  }

  /** The seqs that the score rests on and that neither the live ratings nor the superseded ones have. */
  missing(): number[] {
    return this.seqs.filter((seq) => seq !== NONE && places[seq] === NONE && this.log(seq) === undefined);
  }

  /** The rating that decided a requirement, as JSON. */
  text(slot: number): string {
    const seq = this.seqs[slot] as number;
    if (seq === NONE) return 'null';
    const place = places[seq] as number;
    if (place === NONE) return loggedText(this.log(seq));
    const rater = raters[seq] as number;
    const start = startOf(columns.source[place] as number, columns.level[place] as number);
    const from = isoTimeOf(columns.ratedAt[place] as number);
    const until = columns.expiresAt[place] as number;
    if (until === never) return start + from + (this.ends[rater] as string);
    return `${start}${from}","expiresAt":"${isoTimeOf(until)}","ratedBy":${this.names[rater] as string}}`;
  }

  private log(seq: number): LoggedRating | undefined {
    return this.superseded.find((rating) => rating.seq === seq);
  }
}

/** An array of numbers as PostgreSQL writes it. */
export function wholeNumbers(array: string): number[] {
  return JSON.parse(`[${array.slice(1, -1)}]`) as number[];
}

const starts: (string | undefined)[] = [];

/** A rating up to the time at which it was given. */
function startOf(source: number, level: number): string {
  const place = source * (highestMaxLevel + 1) + level;
  return (starts[place] ??= `{"source":"${sourceOfCode(source)}","level":${level},"ratedAt":"`);
}

function endOf(name: string): string {
  return `","expiresAt":null,"ratedBy":${name}}`;
}

function loggedText(rating: LoggedRating | undefined): string {
  if (rating === undefined) return 'null';
  const { source, level, ratedAt, expiresAt, ratedByName: ratedBy } = rating;
  return JSON.stringify({ source, level, ratedAt, expiresAt, ratedBy });
}

function makeRoom(ratings: number): void {
  if (ratings <= places.length) return;
  columns = ratingColumns(2 * ratings);
  places = new Int32Array(2 * ratings);
  raters = new Int32Array(2 * ratings);
}

function keepUpTo(latest: number, count: number): number {
  let kept = 0;
  for (let index = 0; index < count; index += 1) {
    if ((columns.seq[index] as number) > latest) continue;
    if (kept < index) {
      for (const column of Object.values(columns) as Int32Array[]) column[kept] = column[index] as number;
    }
    kept += 1;
  }
  return kept;
}
