import type { Irregularity } from '../framework.ts';
import type { Checked } from './cross-check.ts';
import { keyOf } from './cross-check.ts';
import { remarkOn } from './remarks.ts';

/** Every printed figure that the data does not give is an irregularity, whether or not it is explained. */
export function differences(checked: readonly Checked[]): Irregularity[] {
  return checked
    .filter(({ agrees }) => !agrees)
    .map((figure) => ({
      place: keyOf(figure),
      printed: figure.printed,
      reading: figure.recomputed ?? 'cannot be had from the printed data',
      reason: remarkOn(figure)?.text ?? 'Nothing printed explains the difference.',
    }));
}
