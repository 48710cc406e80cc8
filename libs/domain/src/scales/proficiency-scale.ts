import { isListOfRecords, isRecord } from '../given.ts';
import { ScalesError } from './scales.errors.ts';

/** One step of a scale. `anchor` describes in a sentence what someone at this level does. */
export interface ProficiencyLevel {
  readonly level: number;
  readonly label: string;
  readonly anchor: string;
}

/**
 * An organisation's ordered levels, 0 … `maxLevel`, `maxLevel` being 1 … 10. Levels are ordinal: they are compared,
 * never averaged.
 */
export interface ProficiencyScale {
  readonly maxLevel: number;
  readonly levels: readonly ProficiencyLevel[];
}

export const lowestMaxLevel = 1;
export const highestMaxLevel = 10;

/** The scale that an organisation begins with; labels and anchors are its own to edit. */
export const defaultProficiencyScale: ProficiencyScale = {
  maxLevel: 4,
  levels: [
    { level: 0, label: 'none', anchor: 'Has not met this yet and could not begin the task.' },
    {
      level: 1,
      label: 'aware',
      anchor: 'Knows what it is and why it matters, and can follow while it is done.',
    },
    {
      level: 2,
      label: 'with guidance',
      anchor: 'Does it with instructions or someone at hand, and asks when something is out of the ordinary.',
    },
    {
      level: 3,
      label: 'independently',
      anchor: 'Does it alone, safely and to standard, and puts the usual faults right.',
    },
    {
      level: 4,
      label: 'can teach',
      anchor: 'Does it under unusual conditions, improves how it is done, and teaches it to others.',
    },
  ],
};

/** Throws `scales.max-level-out-of-range` unless it is a whole number 1 … 10. */
export function assertMaxLevel(maxLevel: number, pointer = '/maxLevel'): void {
  if (!Number.isInteger(maxLevel) || maxLevel < lowestMaxLevel || maxLevel > highestMaxLevel) {
    throw new ScalesError(
      'scales.max-level-out-of-range',
      `A proficiency scale's highest level must be a whole number ${lowestMaxLevel} to ${highestMaxLevel}, not ${maxLevel}.`,
      pointer,
    );
  }
}

/** Whether it is a whole number 0 … `maxLevel`. */
export function isLevel(level: number, maxLevel: number): boolean {
  return Number.isInteger(level) && level >= 0 && level <= maxLevel;
}

/** Throws `scales.level-off-scale`, naming `what` it was the level of, unless it is a whole number 0 … `maxLevel`. */
export function assertLevel(level: number, maxLevel: number, what: string, pointer = '/level'): void {
  if (!isLevel(level, maxLevel)) {
    throw new ScalesError(
      'scales.level-off-scale',
      `The level of ${what} must be a whole number 0 to ${maxLevel}, not ${level}.`,
      pointer,
    );
  }
}

/** Throws unless the scale has one labelled level for each whole number 0 … `maxLevel`, in that order. */
export function assertProficiencyScale(scale: ProficiencyScale): void {
  if (!isRecord(scale)) throw invalidScale('A proficiency scale has a highest level and levels.', '');
  assertMaxLevel(scale.maxLevel);
  if (!isListOfRecords(scale.levels))
    throw invalidScale('The levels of a scale are a list of objects.', '/levels');
  if (scale.levels.length !== scale.maxLevel + 1) {
    throw new ScalesError(
      'scales.levels-do-not-match-max-level',
      `A scale up to ${scale.maxLevel} has ${scale.maxLevel + 1} levels, not ${scale.levels.length}.`,
      '/levels',
    );
  }
  scale.levels.forEach(({ level, label, anchor }, index) => {
    if (level !== index) {
      throw new ScalesError(
        'scales.levels-do-not-match-max-level',
        `Level ${index} is missing or out of order: found ${level} in its place.`,
        `/levels/${index}/level`,
      );
    }
    if (typeof anchor !== 'string') {
      throw invalidScale(`The anchor of level ${index} is no text.`, `/levels/${index}/anchor`);
    }
    if (typeof label !== 'string' || label.trim() === '') {
      throw new ScalesError(
        'scales.level-without-label',
        `Level ${index} has no label.`,
        `/levels/${index}/label`,
      );
    }
  });
}

function invalidScale(message: string, pointer: string): ScalesError {
  return new ScalesError('scales.invalid-scale', message, pointer);
}
