import type { Cover, ExactShare, GroupReadinessByDay, KsaCover } from '../providers/records.ts';

/** An exact share in per cent with so many decimals, rounded down: 100 is said of the whole alone. */
export function percentOfShare({ numerator, denominator }: ExactShare, digits = 0): string {
  const scaled = (BigInt(numerator) * 10n ** BigInt(digits + 2)) / BigInt(denominator);
  if (digits === 0) return scaled.toString();
  const text = scaled.toString().padStart(digits + 1, '0');
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

const same = (one: ExactShare, other: ExactShare): boolean =>
  one.numerator === other.numerator && one.denominator === other.denominator;

/** "59–83", or one number when nothing is open; a range inside one per cent is still a range. */
export function meanFigure({ low, high }: { low: ExactShare; high: ExactShare }): string {
  const [from, to] = [percentOfShare(low), percentOfShare(high)];
  if (same(low, high)) return from;
  return from === to ? `${percentOfShare(low, 1)}–${percentOfShare(high, 1)}` : `${from}–${to}`;
}

/** Whether somebody should look at it: nobody or one alone meets it, too few do, or somebody's rating ends soon. */
export const needsAttention = (ksa: KsaCover): boolean =>
  ksa.zeroCover || ksa.singlePointOfFailure || ksa.belowMinimum || ksa.expiring > 0;

/** The worst first: nobody, below the minimum, one alone, ratings that end; of each in code order. */
export function byUrgency(ksas: Cover['ksas']): KsaCover[] {
  const rank = (ksa: KsaCover): number => {
    if (ksa.zeroCover) return 0;
    if (ksa.belowMinimum) return 1;
    if (ksa.singlePointOfFailure) return 2;
    return ksa.expiring > 0 ? 3 : 4;
  };
  return ksas
    .map((ksa, place) => ({ ksa, place }))
    .sort((a, b) => rank(a.ksa) - rank(b.ksa) || a.place - b.place)
    .map(({ ksa }) => ksa);
}

export interface MeanOnDay {
  day: string;
  low: number;
  high: number;
}

/** The days on which there was a mean, as the chart draws them: shares 0 … 1. */
export function meansOf(days: GroupReadinessByDay['days']): MeanOnDay[] {
  return days.flatMap(({ day, mean }) =>
    mean === null ? [] : [{ day, low: mean.low.value, high: mean.high.value }],
  );
}

/** So many days before or after a day. */
export function dayAway(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
