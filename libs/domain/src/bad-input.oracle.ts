import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { DomainError } from './errors.ts';

/** A function that is published, or a class. */
export type Anything = (...given: never[]) => unknown;

/** How to ask each function something that it answers; `call` where it takes more than one call. */
export interface Asked {
  readonly good: readonly (() => readonly unknown[])[];
  readonly call?: Anything;
}

export const ask = (...good: (() => readonly unknown[])[]): Asked => ({ good });

/**
 * Hands whatever does not belong there to every function and class that the library publishes of these rooms, in every
 * place of what it is given, and leaves arguments out: it must answer in finite numbers, or by a `DomainError` that points
 * at something. A published function that the table does not ask fails.
 */
export async function describeBadInput(
  rooms: readonly string[],
  functions: Readonly<Record<string, Asked>>,
): Promise<void> {
  const asked = (await publishedBy(rooms)).filter(
    (entry): entry is [string, Anything] =>
      typeof entry[1] === 'function' && !(entry[1].prototype instanceof Error),
  );
  describe('whatever is handed in where it does not belong', () => {
    test.each(asked)('%s answers in numbers, or by an error that points at it', (name, published) => {
      const { good, call = published } = functions[name] ?? ask();
      expect(good).not.toHaveLength(0);
      expect(good.flatMap((given) => offencesOf(call, given))).toEqual([]);
    });
  });
}

const index = readFileSync(join(import.meta.dirname, 'index.ts'), 'utf8');

/** What some rooms publish, types left out. */
function publishedBy(rooms: readonly string[]): Promise<[name: string, published: unknown][]> {
  const named = [...index.matchAll(/export \{([^}]*)\} from '\.\/([^']*)'/g)]
    .filter(([, , file = '']) => rooms.includes(file.split('/')[0] ?? ''))
    .flatMap(([, names = '', file = '']) =>
      names
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '' && !name.startsWith('type '))
        .map((name) => ({ name, file })),
    );
  return Promise.all(
    named.map(async ({ name, file }): Promise<[string, unknown]> => {
      const room = (await import(`./${file}`)) as Record<string, unknown>;
      return [name, room[name]];
    }),
  );
}

/** The rooms that publish anything. */
export const publishedRooms: readonly string[] = [
  ...new Set([...index.matchAll(/ from '\.\/([^/']*)\//g)].map(([, room = '']) => room)),
];

const junk: readonly unknown[] = [
  undefined,
  null,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  -0,
  -1,
  -2,
  0.5,
  1e12,
  2 ** 53,
  '',
  'nobody',
  '2',
  true,
  {},
  [],
  [null],
  [Number.NaN],
  Array.from({ length: 50_000 }, (_, index) => index),
  new Uint8Array(3),
  () => 1,
];

function offencesOf(call: Anything, given: () => readonly unknown[]): string[] {
  expect(() => call(...(given() as never[]))).not.toThrow();
  const places = placesIn(given()).flatMap((place) =>
    junk.flatMap((value) => {
      const fault = offence(call, put(given(), place, value));
      const shown = Array.isArray(value) ? 'list' : String(value);
      return fault === null ? [] : [`${place.join('/')} = ${typeof value} ${shown}: ${fault}`];
    }),
  );
  const lengths = [...given().keys()].flatMap((length) => {
    const fault = offence(call, given().slice(0, length));
    return fault === null ? [] : [`${length} arguments: ${fault}`];
  });
  return [...places, ...lengths];
}

type Path = readonly (string | number)[];

/** Every place in what is given, from the outside in. What only this library makes is looked at as a whole. */
function placesIn(given: unknown, at: Path = []): Path[] {
  const within =
    isOpen(given) && !isMade(given)
      ? entriesOf(given).flatMap(([key, value]) => placesIn(value, [...at, key]))
      : [];
  return at.length === 0 ? within : [at, ...within];
}

function isOpen(given: unknown): given is object {
  return typeof given === 'object' && given !== null && !ArrayBuffer.isView(given);
}

function isMade(given: object): boolean {
  return (
    ('requiredLevel' in given && ArrayBuffer.isView(given.requiredLevel)) ||
    ['slotOfKsa', 'indexOfKsa', 'ofKsas'].some((key) => key in given)
  );
}

/** Of a map its values, by their keys as they are written; of a set nothing. */
function entriesOf(given: object): [string, unknown][] {
  if (given instanceof Map) return [...given].map(([key, value]): [string, unknown] => [String(key), value]);
  return Object.entries(given);
}

function put(given: unknown, path: Path, value: unknown): unknown[] {
  return putInto(given as object, path, value) as unknown[];
}

function putInto(given: object, [first, ...rest]: Path, value: unknown): unknown {
  const within = (former: unknown): unknown =>
    rest.length === 0 ? value : putInto(former as object, rest, value);
  if (given instanceof Map)
    return new Map([...given].map(([key, former]) => [key, String(key) === first ? within(former) : former]));
  const copy: Record<string, unknown> = { ...given };
  const key = String(first);
  copy[key] = within(copy[key]);
  return Array.isArray(given) ? Object.assign([], copy) : copy;
}

function holdsNone(result: unknown): boolean {
  if (typeof result === 'number') return Number.isFinite(result);
  if (result instanceof Map) return [...result].flat().every(holdsNone);
  if (result instanceof Float64Array) return result.every(Number.isFinite);
  if (ArrayBuffer.isView(result)) return true;
  return typeof result !== 'object' || result === null || Object.values(result).every(holdsNone);
}

/** `null` when it answers in finite numbers or refuses by a `DomainError` that points at something; else what it did. */
function offence(ask: Anything, given: readonly unknown[]): string | null {
  try {
    return holdsNone(ask(...(given as never[]))) ? null : 'answers with a number that is none';
  } catch (error) {
    if (!(error instanceof DomainError)) return `throws ${String(error)}`;
    return typeof error.pointer === 'string' && !/undefined|NaN/.test(error.pointer)
      ? null
      : `points at nothing: ${error.message}`;
  }
}
