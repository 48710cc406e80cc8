import { compareCodes } from '../frameworks/ksa-code.ts';
import { GapsError } from './gaps.errors.ts';
import type { RequirementView } from './requirement-view.ts';

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
 * low and high. An answer settles its share, no more and no less, and shares add up: so the largest shares suffice and
 * no smaller set does. Of equal shares the critical come first, then by KSA code. Empty when nothing is unknown.
 * (Domain design, "Gap score", next best question.) Throws `gaps.invalid-percentage`.
 */
export function fewestQuestions(
  requirements: readonly Pick<RequirementView, 'ksaNo' | 'ksaCode' | 'critical' | 'share' | 'status'>[],
  percent: number,
): FewestQuestions {
  if (!Number.isInteger(percent) || percent < 1 || percent > 100) {
    throw new GapsError(
      'gaps.invalid-percentage',
      `The part of the range to settle must be a whole number of per cent, 1 to 100, not ${percent}.`,
      '/percent',
    );
  }
  const unknown = requirements
    .filter(({ status }) => status === 'unknown')
    .toSorted(
      (a, b) =>
        b.share - a.share || Number(b.critical) - Number(a.critical) || compareCodes(a.ksaCode, b.ksaCode),
    );
  const range = unknown.reduce((sum, { share }) => sum + share, 0);
  const questions: Question[] = [];
  let settles = 0;
  for (const { ksaNo, ksaCode, critical, share } of unknown) {
    if (settles * 100 >= range * percent) break;
    settles += share;
    questions.push({ ksaNo, ksaCode, critical, share, settles });
  }
  return { questions, range };
}
