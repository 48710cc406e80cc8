import type { GapView } from '../api/types.ts';
import { type Fact, WhereFrom } from './WhereFrom.tsx';
import { calibrationWords } from './gapWords.ts';
import { day, dayAndTime } from './numbers.ts';

/** Where the whole comes from: kept with the score, so that the same inputs give the same answer to the bit. */
export function GapProvenance({ view }: { view: GapView }) {
  const short = view.denominator - view.high;
  const facts: Fact[] = [
    [
      'Readiness',
      'Each requirement has a share of 100 by its weight, and brings as much of it as the attained level reaches of the required one. What is not assessed counts nothing in the low end and fully in the high end. Percentages are rounded down.',
    ],
    [
      'Exactly',
      `${view.low} attained + ${view.high - view.low} not assessed + ${short} short = ${view.denominator}`,
    ],
    [
      'Qualified',
      'No when a critical KSA is short; not yet known while one is not assessed or not verified by the evidence that it asks for; else yes.',
    ],
    ['Self-ratings', calibrationWords(view.calibration.mean)],
    ['Role profile', `${view.roleProfile.name}, version ${view.roleProfile.version}`],
    ['Framework', `${view.release.framework}, release ${view.release.label}`],
    ['Rating policy', `${view.policy.name}, version ${view.policy.version}`],
    ['Algorithm', view.algorithm],
    ['Ratings', `as of ${day(view.asOf)}, state ${view.inputVersion} of the worker’s ratings`],
    ['Computed', dayAndTime(view.computedAt)],
  ];
  return <WhereFrom facts={facts} />;
}
