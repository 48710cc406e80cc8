/**
 * The gap score worked out a second time, by fractions of whole numbers and the slowest reading of the rules; it shares
 * nothing with the product but the rules themselves. (Domain design, "Attained level" and "Gap score".)
 */
export interface AskedKsa {
  readonly ksaCode: string;
  readonly requiredLevel: number;
  readonly weight: number;
  readonly critical: boolean;
  readonly evidence: 'any' | 'observed' | 'certified';
}

export interface GivenRating {
  readonly ksaCode: string;
  readonly source: string;
  readonly level: number;
  /** Seconds. */
  readonly ratedAt: number;
  readonly expiresAt: number | null;
  /** Later ones have a higher place. */
  readonly place: number;
}

/** Numerator and denominator. */
export type Fraction = readonly [bigint, bigint];

const TRUST = [['test', 'credential'], ['assessor'], ['manager'], ['training'], ['self']];

const EVIDENCE = {
  any: TRUST.flat(),
  observed: ['assessor', 'manager', 'test', 'credential'],
  certified: ['test', 'credential'],
};

const plus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d];
export const equal = ([a, b]: Fraction, [c, d]: Fraction): boolean => a * d === c * b;

/** What the most trusted of the ratings says as of a moment; null when nothing is known. */
function attained(ratings: readonly GivenRating[], sources: readonly string[], asOf: number): number | null {
  const live = ratings.filter(
    ({ source, ratedAt, expiresAt }) =>
      sources.includes(source) && ratedAt <= asOf && (expiresAt === null || expiresAt > asOf),
  );
  const rank = ({ source }: GivenRating) => TRUST.findIndex((group) => group.includes(source));
  const [best] = live.sort((a, b) => rank(a) - rank(b) || b.ratedAt - a.ratedAt || b.place - a.place);
  return best?.level ?? null;
}

export function score(asked: readonly AskedKsa[], ratings: readonly GivenRating[], asOf: number) {
  const whole = BigInt(asked.reduce((sum, { weight }) => sum + weight, 0));
  let low: Fraction = [0n, 1n];
  let high: Fraction = [0n, 1n];
  let short = false;
  let open = false;
  const levels = new Map<string, number | null>();
  for (const { ksaCode, requiredLevel, weight, critical, evidence } of asked) {
    const own = ratings.filter((rating) => rating.ksaCode === ksaCode);
    const level = attained(own, EVIDENCE.any, asOf);
    const evidenced = attained(own, EVIDENCE[evidence], asOf);
    levels.set(ksaCode, level);
    const share: Fraction = [BigInt(weight), whole];
    const part: Fraction = [
      share[0] * BigInt(Math.min(level ?? 0, requiredLevel)),
      share[1] * BigInt(requiredLevel),
    ];
    low = plus(low, part);
    high = plus(high, level === null ? share : part);
    if (critical && level !== null && level < requiredLevel) short = true;
    else if (critical && (level === null || evidenced === null || evidenced < requiredLevel)) open = true;
  }
  return { low, high, levels, qualified: short ? 'no' : open ? 'not-yet-known' : 'yes' };
}
