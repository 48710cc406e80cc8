import { isListOfRecords, isRecord } from '../given.ts';
import { GroupsError } from './groups.errors.ts';

/** An exact share, 0 … 1 in lowest terms: a mean over several denominators may pass 2^53. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/**
 * Σ numerator / denominator over the terms, divided by `count`, in lowest terms: exact, whatever their order. Throws
 * `groups.invalid-fraction` unless every number is whole, no numerator is negative and denominators and count are
 * above 0.
 */
export function meanOfFractions(
  terms: readonly { readonly numerator: number; readonly denominator: number }[],
  count: number,
): Fraction {
  if (!Number.isSafeInteger(count) || count <= 0)
    throw invalidFraction(`There is no mean of ${count} scores.`, '/count');
  if (!isListOfRecords(terms)) throw invalidFraction('The terms of a mean come as a list.', '/terms');
  let [sum, over] = [0n, 1n];
  for (const [index, { numerator, denominator }] of terms.entries()) {
    const whole = Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator);
    if (!whole || numerator < 0 || denominator <= 0)
      throw invalidFraction(`${numerator} / ${denominator} is no share.`, `/terms/${index}`);
    [sum, over] = lowestTerms(
      sum * BigInt(denominator) + BigInt(numerator) * over,
      over * BigInt(denominator),
    );
  }
  const [numerator, denominator] = lowestTerms(sum, over * BigInt(count));
  return { numerator, denominator };
}

/** To 15 decimals, rounded down: 1 is said of 1 alone. Throws `groups.invalid-fraction`. */
export function numberOfFraction(fraction: Fraction): number {
  if (!isRecord(fraction)) throw invalidFraction('There is no fraction.', '');
  const { numerator, denominator } = fraction;
  if (typeof numerator !== 'bigint' || numerator < 0n)
    throw invalidFraction('A numerator is a bigint from 0 on.', '/numerator');
  if (typeof denominator !== 'bigint' || denominator <= 0n)
    throw invalidFraction('A denominator is a bigint above 0.', '/denominator');
  return Number((numerator * 10n ** 15n) / denominator) / 1e15;
}

function invalidFraction(message: string, pointer: string): GroupsError {
  return new GroupsError('groups.invalid-fraction', message, pointer);
}

function lowestTerms(numerator: bigint, denominator: bigint): [bigint, bigint] {
  let [a, b] = [numerator, denominator];
  while (b !== 0n) [a, b] = [b, a % b];
  return [numerator / a, denominator / a];
}
