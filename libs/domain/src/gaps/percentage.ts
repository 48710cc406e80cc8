import { GapsError } from './gaps.errors.ts';

/**
 * numerator / denominator in per cent with `digits` decimals (0 … 12), rounded down, as text: "100" is said of 1 alone
 * and "0.0" of anything below a tenth. Exact, whatever the size: whole numbers, no division in floating point. The
 * text has a full stop; `Number(…)` gives it to a locale's formatter.
 *
 * Throws `gaps.invalid-percentage` unless 0 ≤ numerator, 0 < denominator and both are whole.
 */
export function percentDown(numerator: number, denominator: number, digits = 0): string {
  const wrong = !isWhole(numerator, 0)
    ? '/numerator'
    : !isWhole(denominator, 1)
      ? '/denominator'
      : !isWhole(digits, 0) || digits > 12
        ? '/digits'
        : null;
  if (wrong !== null) {
    throw new GapsError(
      'gaps.invalid-percentage',
      `${numerator} of ${denominator} with ${digits} decimals is no percentage.`,
      wrong,
    );
  }
  const scaled = (BigInt(numerator) * 10n ** BigInt(digits + 2)) / BigInt(denominator);
  if (digits === 0) return scaled.toString();
  const text = scaled.toString().padStart(digits + 1, '0');
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

function isWhole(number: number, least: number): boolean {
  return Number.isSafeInteger(number) && number >= least;
}
