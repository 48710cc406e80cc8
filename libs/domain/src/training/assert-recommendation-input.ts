import { assertCompiled } from '../gaps/role-profile.ts';
import { isMap, isRecord, isWhole } from '../given.ts';
import { mostCents, mostMinutes } from './assert-programmes.ts';
import { assertCatalogue } from './catalogue.ts';
import { assertIds } from './programme-shape.ts';
import type { RecommendationInput, TrainingBudget } from './recommendation.ts';
import { TrainingError } from './training.errors.ts';

const treatments = ['assess-first', 'as-zero'] as const;

/** Hours of work on one recommendation. */
const mostEffort = 10_000_000_000;

/**
 * Throws a typed error that names the field unless the profile and the catalogue are compiled and on one scale and the
 * rest is what it says it is. Attained levels are looked at where they are read (`standingOf`).
 */
export function assertRecommendationInput(input: RecommendationInput): void {
  if (!isRecord(input)) {
    throw new TrainingError('training.invalid-input', 'There is nothing to recommend training by.', '');
  }
  const {
    profile,
    catalogue,
    attained,
    budget,
    completed = [],
    unknowns = 'assess-first',
    effort = 0,
  } = input;
  assertCompiled(profile);
  assertCatalogue(catalogue);
  if (catalogue.maxLevel !== profile.maxLevel) {
    throw new TrainingError(
      'training.catalogue-of-another-scale',
      `The catalogue is on a scale to ${catalogue.maxLevel}, the role profile on one to ${profile.maxLevel}.`,
      '/catalogue',
    );
  }
  if (!isMap(attained)) {
    throw new TrainingError(
      'training.invalid-attained',
      'Attained levels come as a map by KSA number.',
      '/attained',
    );
  }
  assertBudget(budget);
  assertIds(completed, 'training.invalid-completed', '/completed');
  if (!treatments.includes(unknowns)) {
    throw new TrainingError(
      'training.invalid-unknowns',
      `An unknown is treated ${treatments.join(' or ')}, not "${unknowns}".`,
      '/unknowns',
    );
  }
  if (!isWhole(effort, 0, mostEffort)) {
    throw new TrainingError(
      'training.invalid-effort',
      `The effort must be a whole number of looks, 0 to ${mostEffort}, not ${effort}.`,
      '/effort',
    );
  }
}

function assertBudget(budget: TrainingBudget): void {
  if (!isRecord(budget)) throw invalidBudget('A budget says minutes and cents.', '/budget');
  for (const [name, most] of [
    ['minutes', mostMinutes],
    ['costCents', mostCents],
  ] as const) {
    const limit = budget[name];
    if (limit === null || isWhole(limit, 0, most)) continue;
    throw invalidBudget(
      `A budget's ${name} must be a whole number 0 to ${most}, not ${limit}.`,
      `/budget/${name}`,
    );
  }
}

function invalidBudget(message: string, pointer: string): TrainingError {
  return new TrainingError('training.invalid-budget', message, pointer);
}
