import { printedKey, type Recomputed } from '#domain';
import type { Framework, Irregularity } from '../framework.ts';
import { reasonOf } from './remarks.ts';

export const UNEXPLAINED = 'Nothing printed explains the difference.';

/** Every printed figure that the data does not give is an irregularity, whether or not it is explained. */
export function differences(checked: readonly Recomputed[], framework: Framework): Irregularity[] {
  return checked
    .filter(({ agrees }) => !agrees)
    .map((figure) => ({
      place: printedKey(figure),
      printed: figure.printed,
      reading: figure.recomputed ?? 'cannot be had from the printed data',
      reason: reasonOf(figure, framework) ?? UNEXPLAINED,
    }));
}
