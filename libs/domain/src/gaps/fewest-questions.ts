import { compareCodes } from '../frameworks/ksa-code.ts';
import { GapsError } from './gaps.errors.ts';
import { assertExplained, type ExplainedRequirement } from './requirement-view.ts';

/** One unknown to ask about. `settles`: numerator that the answers up to and with this one narrow the range by. */
export interface Question {
  readonly ksaNo: number;
  readonly ksaCode: string;
  readonly critical: boolean;
  /** What this answer alone settles: numerator. */
  readonly share: number;
  readonly settles: number;
}

/** Which questions to ask, in this order. Numerators are over the profile's denominator. */
export interface FewestQuestions {
  readonly questions: readonly Question[];
  /** high − low before any answer; 0 when nothing is unknown. */
  readonly range: number;
}

/**
 * The fewest unknowns whose answers, whatever they are, settle at least `percent` (whole, 1 … 100) of the range between
 * low and high. An answer settles its share, no more and no less, and shares add up: so the largest shares say how many
 * it takes. Of the sets of that size which settle enough, the one with the most critical questions is chosen, then the
 * one that settles most, then by KSA code; critical questions come first, then the largest. Empty when nothing is
 * unknown. (Domain design, "Gap score", next best question.)
 *
 * Throws `gaps.invalid-percentage` and `gaps.invalid-score`, naming the place.
 */
export function fewestQuestions(
  requirements: readonly ExplainedRequirement[],
  percent: number,
): FewestQuestions {
  assertPercent(percent);
  assertExplained(requirements);
  const unknown = requirements.filter(({ status }) => status === 'unknown').toSorted(compareByShare);
  const range = sumOfShares(unknown);
  const suffices = (settled: number): boolean => settled * 100 >= range * percent;
  let count = 0;
  for (let settled = 0; !suffices(settled); count += 1)
    settled += (unknown[count] as ExplainedRequirement).share;
  const chosen = mostCritical(unknown, count, suffices);
  let settles = 0;
  const questions = chosen.map(({ ksaNo, ksaCode, critical, share }) => {
    settles += share;
    return { ksaNo, ksaCode, critical, share, settles };
  });
  return { questions, range };
}

/** Of the sets of `count` that suffice the one with the most critical questions: for each number of them, the largest. */
function mostCritical(
  unknown: readonly ExplainedRequirement[],
  count: number,
  suffices: (settled: number) => boolean,
): readonly ExplainedRequirement[] {
  const critical = unknown.filter((question) => question.critical);
  const others = unknown.filter((question) => !question.critical);
  for (let most = Math.min(count, critical.length); most > 0; most -= 1) {
    const set = [...critical.slice(0, most), ...others.slice(0, count - most)];
    if (set.length === count && suffices(sumOfShares(set))) return set;
  }
  return others.slice(0, count);
}

function compareByShare(a: ExplainedRequirement, b: ExplainedRequirement): number {
  return b.share - a.share || compareCodes(a.ksaCode, b.ksaCode);
}

function sumOfShares(list: readonly ExplainedRequirement[]): number {
  return list.reduce((sum, { share }) => sum + share, 0);
}

function assertPercent(percent: number): void {
  if (!Number.isInteger(percent) || percent < 1 || percent > 100) {
    throw new GapsError(
      'gaps.invalid-percentage',
      `The part of the range to settle must be a whole number of per cent, 1 to 100, not ${percent}.`,
      '/percent',
    );
  }
}
