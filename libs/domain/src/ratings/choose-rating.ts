import type { Instant } from './instant.ts';
import type { RatingColumns } from './rating-columns.ts';
import type { SourceSet } from './sources.ts';

/**
 * A policy's choice for one KSA of one worker: from the newest live rating of each source (indexes into `columns` at
 * `newest[base + source]`, −1 for none), `allowed` sources alone, the index of the rating whose level is attained; −1
 * when nothing is left: unknown.
 */
export type ChooseRating = (
  columns: RatingColumns,
  newest: Int32Array,
  base: number,
  allowed: SourceSet,
  asOf: Instant,
) => number;
