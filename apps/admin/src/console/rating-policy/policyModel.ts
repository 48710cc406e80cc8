import { sources, type Source } from '#domain';
import type { RatingPolicy, RatingPolicyInput } from '../providers/records.ts';

/** A policy as it is being edited: both kinds at once, so that looking at the other loses nothing. */
export interface PolicyDraft {
  readonly kind: RatingPolicy['kind'];
  readonly name: string;
  /** Every source, the most trusted first; `shares`: the rank of the one before. */
  readonly order: readonly { readonly source: Source; readonly shares: boolean }[];
  /** As typed: numbers, or nothing yet. */
  readonly weights: Readonly<Record<Source, string>>;
  readonly halfLifeDays: string;
  readonly validityDays: Readonly<Record<Source, string>>;
}

const firstRanks: readonly (readonly Source[])[] = [
  ['test', 'credential'],
  ['assessor'],
  ['manager'],
  ['training'],
  ['self'],
];

const forEach = <Value>(value: (source: Source) => Value): Record<Source, Value> =>
  Object.fromEntries(sources.map((source) => [source, value(source)])) as Record<Source, Value>;

export function draftOf(policy: RatingPolicyInput): PolicyDraft {
  const ranks = policy.kind === 'most-trusted' ? policy.ranks : firstRanks;
  return {
    kind: policy.kind,
    name: policy.name,
    order: ranks.flatMap((rank) => rank.map((source, place) => ({ source, shares: place > 0 }))),
    weights: forEach((source) => String(policy.kind === 'consensus' ? policy.weights[source] : 1)),
    halfLifeDays: policy.kind === 'consensus' ? String(policy.halfLifeDays) : '365',
    validityDays: forEach((source) => String(policy.validityDays[source] ?? '')),
  };
}

/** One place up or down; the first of all shares nobody's rank. */
export function moved(draft: PolicyDraft, place: number, by: -1 | 1): PolicyDraft {
  const order = [...draft.order];
  const [one, other] = [order[place], order[place + by]];
  if (one === undefined || other === undefined) return draft;
  order[place] = { ...other, shares: one.shares };
  order[place + by] = { ...one, shares: other.shares };
  return { ...draft, order };
}

export function shared(draft: PolicyDraft, place: number, shares: boolean): PolicyDraft {
  return { ...draft, order: draft.order.map((each, at) => (at === place ? { ...each, shares } : each)) };
}

/** What the API takes; null while a number is none or out of its range. */
export function inputOf(draft: PolicyDraft): RatingPolicyInput | null {
  const name = draft.name.trim();
  const validityDays: Partial<Record<Source, number>> = {};
  for (const source of sources) {
    const typed = draft.validityDays[source].trim();
    if (typed === '') continue;
    const days = whole(typed, 1, 36_500);
    if (days === null) return null;
    validityDays[source] = days;
  }
  if (name === '') return null;
  if (draft.kind === 'most-trusted') {
    const ranks: Source[][] = [];
    for (const { source, shares } of draft.order) {
      const last = ranks.at(-1);
      if (shares && last !== undefined) last.push(source);
      else ranks.push([source]);
    }
    return { kind: 'most-trusted', name, ranks, validityDays };
  }
  const halfLifeDays = whole(draft.halfLifeDays, 1, 3650);
  const weights = forEach((source) => whole(draft.weights[source], 0, 1000));
  const all = Object.values(weights);
  if (halfLifeDays === null || all.includes(null) || all.every((weight) => weight === 0)) return null;
  return { kind: 'consensus', name, weights: weights as Record<Source, number>, halfLifeDays, validityDays };
}

export function whole(typed: string, least: number, most: number): number | null {
  const value = /^\d{1,6}$/.test(typed.trim()) ? Number(typed) : Number.NaN;
  return value >= least && value <= most ? value : null;
}
