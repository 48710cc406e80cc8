/*
 * What the types promise is not always what comes: a console's form, a stored document and a caller in plain JavaScript
 * can all hand in something else. These questions are asked of it before a field is read.
 */

/** Whether it is an object, so that its fields can be read. */
export function isRecord(given: unknown): boolean {
  return typeof given === 'object' && given !== null;
}

export function isList(given: unknown): boolean {
  return Array.isArray(given);
}

export function isIterable(given: unknown): boolean {
  return isRecord(given) && Symbol.iterator in (given as object);
}

/** Whether it is a list of objects alone; the holes of a sparse list are none. */
export function isListOfRecords(given: unknown): boolean {
  if (!Array.isArray(given)) return false;
  for (let place = 0; place < given.length; place += 1) if (!isRecord(given[place])) return false;
  return true;
}

export function isMap(given: unknown): boolean {
  return given instanceof Map;
}

/** Whether it is a whole number, within these bounds. */
export function isWhole(given: unknown, least: number, most: number): boolean {
  return Number.isInteger(given) && (given as number) >= least && (given as number) <= most;
}

/** Whether it is a text that can name something. */
export function isName(given: unknown): boolean {
  return typeof given === 'string' && given !== '';
}

export function isFunction(given: unknown): boolean {
  return typeof given === 'function';
}
