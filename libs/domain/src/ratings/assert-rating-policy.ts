import { isList, isRecord } from '../given.ts';
import { longestHalfLifeDays, undecayed } from './decay-table.ts';
import type { ConsensusPolicy, MostTrustedPolicy, RatingPolicy } from './rating-policy.ts';
import { RatingsError } from './ratings.errors.ts';
import { codeOfSource, sources, type Source } from './sources.ts';

const longestValidityDays = 36_500;
const highestSourceWeight = 1000;

/** Throws `ratings.invalid-policy`, naming the field, unless the policy is whole; policies come from storage and forms. */
export function assertRatingPolicy(policy: RatingPolicy): void {
  if (!isRecord(policy)) throw invalid('There is no rating policy.', '');
  if (typeof policy.name !== 'string' || policy.name.trim() === '')
    throw invalid('A rating policy needs a name.', '/name');
  if (!Number.isInteger(policy.version) || policy.version < 1) {
    throw invalid(`A policy's version must be a whole number from 1, not ${policy.version}.`, '/version');
  }
  if (!isRecord(policy.validityDays)) throw invalid('Validity is by source.', '/validityDays');
  for (const [source, days] of Object.entries(policy.validityDays)) {
    codeOfSource(source as Source, `/validityDays/${source}`);
    if (!isWhole(days, 1, longestValidityDays)) {
      throw invalid(
        `Ratings by ${source} must be valid for whole days, 1 to ${longestValidityDays}, not ${days}.`,
        `/validityDays/${source}`,
      );
    }
  }
  switch (policy.kind) {
    case 'most-trusted': {
      assertRanks(policy);
      return;
    }
    case 'consensus': {
      assertWeights(policy);
      return;
    }
    default:
      throw invalid(`"${String((policy as { kind: unknown }).kind)}" is no kind of rating policy.`, '/kind');
  }
}

function assertRanks({ ranks }: MostTrustedPolicy): void {
  if (!isList(ranks)) throw invalid('Ranks are a list of lists of sources.', '/ranks');
  for (const [place, rank] of ranks.entries()) {
    if (!isList(rank) || rank.length === 0)
      throw invalid('A rank lists at least one source.', `/ranks/${place}`);
    for (const [index, source] of rank.entries()) codeOfSource(source, `/ranks/${place}/${index}`);
  }
  const ranked = ranks.flat();
  for (const source of sources) {
    const times = ranked.filter((other) => other === source).length;
    if (times !== 1) throw invalid(`The source ${source} must be ranked once, not ${times} times.`, '/ranks');
  }
}

function assertWeights({ weights, halfLifeDays, decay }: ConsensusPolicy): void {
  if (!isRecord(weights)) throw invalid('Weights are by source.', '/weights');
  for (const source of sources) {
    const weight = weights[source];
    if (!isWhole(weight, 0, highestSourceWeight)) {
      throw invalid(
        `The weight of ${source} must be a whole number 0 to ${highestSourceWeight}, not ${weight}.`,
        `/weights/${source}`,
      );
    }
  }
  if (sources.every((source) => weights[source] === 0)) {
    throw invalid('At least one source must have a weight above 0.', '/weights');
  }
  if (!isWhole(halfLifeDays, 1, longestHalfLifeDays)) {
    throw invalid(`A half-life must be whole days from 1, not ${halfLifeDays}.`, '/halfLifeDays');
  }
  if (!isList(decay)) throw invalid('A decay table is a list.', '/decay');
  if (decay[0] !== undecayed) throw invalid(`A decay table begins with ${undecayed}.`, '/decay/0');
  for (const [day, weight] of decay.entries()) {
    if (!isWhole(weight, 0, decay[day - 1] ?? undecayed)) {
      throw invalid(
        `The decay of day ${day} must be a whole number that never rises, not ${weight}.`,
        `/decay/${day}`,
      );
    }
  }
}

function isWhole(value: number | undefined, least: number, most: number): boolean {
  return Number.isInteger(value) && value !== undefined && value >= least && value <= most;
}

function invalid(message: string, pointer: string): RatingsError {
  return new RatingsError('ratings.invalid-policy', message, pointer);
}
