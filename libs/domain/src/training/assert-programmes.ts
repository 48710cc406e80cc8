import { isWhole } from '../given.ts';
import { assertMaxLevel, isLevel } from '../scales/proficiency-scale.ts';
import { assertNoCircle } from './assert-no-circle.ts';
import { assertIds, assertShapes } from './programme-shape.ts';
import type { Programme } from './programme.ts';
import { TrainingError } from './training.errors.ts';

/** 100,000 hours, and 10 million of the currency: within them every product in the search is exact. */
export const mostMinutes = 6_000_000;
export const mostCents = 1_000_000_000;

/**
 * Throws a typed error that names the programme unless each has an id of its own, hours and cost from 0, outcomes on
 * the scale, one a KSA, and prerequisites that exist (in the list or among `completed`) and do not lead in a circle; and
 * `scales.max-level-out-of-range`.
 */
export function assertProgrammes(
  programmes: readonly Programme[],
  maxLevel: number,
  completed: readonly string[] = [],
): void {
  assertMaxLevel(maxLevel);
  assertShapes(programmes);
  assertIds(completed, 'training.invalid-completed', '/completed');
  const known = new Set(completed);
  const ids = new Set<string>();
  programmes.forEach(({ id }, index) => {
    if (ids.has(id)) {
      throw new TrainingError(
        'training.duplicate-programme',
        `Programme ${id} is listed twice.`,
        `/programmes/${index}/id`,
      );
    }
    ids.add(id);
    known.add(id);
  });
  programmes.forEach((programme, index) =>
    assertProgramme(programme, maxLevel, known, `/programmes/${index}`),
  );
  assertNoCircle(programmes);
}

function assertProgramme(
  programme: Programme,
  maxLevel: number,
  known: ReadonlySet<string>,
  at: string,
): void {
  const { id, minutes, costCents, outcomes, requiresProgrammes, requiresLevels } = programme;
  if (!isWhole(minutes, 0, mostMinutes)) {
    throw new TrainingError(
      'training.invalid-hours',
      `Programme ${id} must take whole minutes, 0 to ${mostMinutes}, not ${minutes}.`,
      `${at}/minutes`,
    );
  }
  if (costCents !== null && !isWhole(costCents, 0, mostCents)) {
    throw new TrainingError(
      'training.invalid-cost',
      `Programme ${id} must cost whole cents, 0 to ${mostCents}, not ${costCents}.`,
      `${at}/costCents`,
    );
  }
  if (outcomes.length === 0) {
    throw new TrainingError(
      'training.programme-without-outcomes',
      `Programme ${id} raises no KSA.`,
      `${at}/outcomes`,
    );
  }
  const raised = new Set<number>();
  outcomes.forEach(({ ksaNo, level }, index) => {
    if (raised.has(ksaNo)) {
      throw new TrainingError(
        'training.duplicate-outcome',
        `Programme ${id} raises KSA number ${ksaNo} twice.`,
        `${at}/outcomes/${index}`,
      );
    }
    raised.add(ksaNo);
    assertLevelOnScale(
      level,
      maxLevel,
      `Programme ${id} raises KSA number ${ksaNo}`,
      `${at}/outcomes/${index}/level`,
    );
  });
  requiresLevels.forEach(({ ksaNo, level }, index) =>
    assertLevelOnScale(
      level,
      maxLevel,
      `Programme ${id} asks on entry for KSA number ${ksaNo}`,
      `${at}/requiresLevels/${index}/level`,
    ),
  );
  requiresProgrammes.forEach((required, index) => {
    if (!known.has(required)) {
      throw new TrainingError(
        'training.unknown-prerequisite',
        `Programme ${id} requires programme ${required}, which is not in the catalogue.`,
        `${at}/requiresProgrammes/${index}`,
      );
    }
  });
}

function assertLevelOnScale(level: number, maxLevel: number, what: string, pointer: string): void {
  if (!isLevel(level, maxLevel) || level === 0) {
    throw new TrainingError(
      'training.level-off-scale',
      `${what} at a level that must be a whole number 1 to ${maxLevel}, not ${level}.`,
      pointer,
    );
  }
}
