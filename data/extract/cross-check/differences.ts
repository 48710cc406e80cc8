import type { Framework, Irregularity } from '../framework.ts';
import type { Checked } from './cross-check.ts';
import { keyOf } from './cross-check.ts';
import { reasonOf } from './remarks.ts';

/** Every printed figure that the data does not give is an irregularity, whether or not it is explained. */
export function differences(checked: readonly Checked[], framework: Framework): Irregularity[] {
  return checked
    .filter(({ agrees }) => !agrees)
    .map((figure) => ({
      place: keyOf(figure),
      printed: figure.printed,
      reading: figure.recomputed ?? 'cannot be had from the printed data',
      reason: reasonOf(figure, framework) ?? 'Nothing printed explains the difference.',
    }));
}
