import type { RecommendationView } from '../../api/types.ts';
import { percentWhole } from '../../look/numbers.ts';

const hourFormat = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

export function hoursWords(hours: number): string {
  return `${hourFormat.format(hours)} ${hours === 1 ? 'hour' : 'hours'}`;
}

export function costWords(costCents: number | null, currency: string | null): string {
  if (costCents === null) return 'price not published';
  if (costCents === 0) return 'free';
  return new Intl.NumberFormat('en', { style: 'currency', currency: currency ?? 'USD' }).format(
    costCents / 100,
  );
}

/**
 * The certificate: `bound` is what no set of programmes within the budget can exceed, so the answer's part of it is a
 * floor, rounded down.
 */
export function certificateWords({
  gained,
  bound,
  optimal,
  budgetHours,
}: Pick<RecommendationView, 'gained' | 'bound' | 'optimal' | 'budgetHours'>): string {
  const within = budgetHours === null ? '' : ` in ${hoursWords(budgetHours)}`;
  if (bound === 0) return `No programme on offer closes anything${within}.`;
  if (optimal || gained >= bound) return `Nothing better is possible${within}.`;
  return `Closes at least ${percentWhole(gained, bound)} % of what is possible${within}.`;
}

/** Readiness after each step: what is attained now and what has been gained on the way. */
export function cumulative(
  view: Pick<RecommendationView, 'low' | 'high' | 'steps'>,
): { low: number; high: number }[] {
  let { low, high } = view;
  return view.steps.map(({ gained }) => {
    low += gained;
    high += gained;
    return { low, high };
  });
}
