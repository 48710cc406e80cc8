import { isName } from '../given.ts';
import { TrainingError } from './training.errors.ts';

/**
 * Hours as a decimal number in text ("37.5", as a database gives exact numbers) in whole minutes, exactly. Throws
 * `training.invalid-hours` when it is no such number, negative, or not whole minutes.
 */
export function minutesOfHours(hours: string, pointer = '/hours'): number {
  const [, whole, fraction = ''] = /^(\d{1,6})(?:\.(\d{1,12}))?$/.exec(isName(hours) ? hours : '') ?? [];
  const scale = 10n ** BigInt(fraction.length);
  const scaled = whole === undefined ? null : BigInt(whole + fraction) * 60n;
  if (scaled === null || scaled % scale !== 0n) {
    throw new TrainingError(
      'training.invalid-hours',
      `"${hours}" hours are not whole minutes, 0 and up.`,
      pointer,
    );
  }
  return Number(scaled / scale);
}
