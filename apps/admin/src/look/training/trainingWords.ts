import type { RecommendationView } from '../../api/types.ts';

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
  closesAtLeastPercent,
  optimal,
  budgetHours,
}: Pick<
  RecommendationView,
  'gained' | 'bound' | 'closesAtLeastPercent' | 'optimal' | 'budgetHours'
>): string {
  const within = ` in ${hoursWords(budgetHours)}`;
  if (bound === 0) return `No programme on offer closes anything${within}.`;
  if (optimal || gained >= bound) return `Nothing better is possible${within}.`;
  return `Closes at least ${closesAtLeastPercent} % of what is possible${within}.`;
}

/** Readiness after a step: what training adds is added to both ends, for the unknown stays unknown. */
export function readinessAfter(
  view: Pick<RecommendationView, 'low' | 'high' | 'denominator'>,
  { readiness }: Pick<RecommendationView['steps'][number], 'readiness'>,
): { low: number; high: number; denominator: number } {
  return { low: readiness, high: view.high + (readiness - view.low), denominator: view.denominator };
}
