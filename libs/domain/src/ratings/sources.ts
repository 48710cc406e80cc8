import { RatingsError } from './ratings.errors.ts';

/** Who or what gave a rating. A source's place in this list is its code in tables and packed ratings. */
export const sources = ['self', 'manager', 'assessor', 'test', 'credential', 'training'] as const;

export type Source = (typeof sources)[number];

/** A set of sources: bit `code` is set for each member. */
export type SourceSet = number;

export const sourceCount = sources.length;

/** The stored code, 0 … 5, of a source; throws `ratings.unknown-source` when there is none. */
export function codeOfSource(source: Source, pointer = '/source'): number {
  const code = sources.indexOf(source);
  if (code < 0) {
    throw new RatingsError('ratings.unknown-source', `"${source}" is not a source of ratings.`, pointer);
  }
  return code;
}

/** The source with this stored code; throws `ratings.unknown-source` when there is none. */
export function sourceOfCode(code: number, pointer = '/source'): Source {
  const source = Number.isInteger(code) ? sources[code] : undefined;
  if (source === undefined) throw unknownSource(code, pointer);
  return source;
}

export function unknownSource(code: number, pointer: string): RatingsError {
  return new RatingsError('ratings.unknown-source', `No source of ratings has the code ${code}.`, pointer);
}

export function sourceSetOf(...members: readonly Source[]): SourceSet {
  return members.reduce((set, source, index) => set | (1 << codeOfSource(source, `/${index}`)), 0);
}

export const everySource: SourceSet = sourceSetOf(...sources);

/** Every source but the worker's own word: what calibration compares it with. */
export const everySourceButSelf: SourceSet = everySource & ~sourceSetOf('self');

/** Throws `ratings.invalid-sources` unless it is a set of sources; the empty one is. */
export function assertSourceSet(set: SourceSet, pointer: string): void {
  if (!Number.isInteger(set) || set < 0 || set > everySource) {
    throw new RatingsError('ratings.invalid-sources', `${set} is no set of sources of ratings.`, pointer);
  }
}
