import { isRecord } from '../given.ts';
import { assertInstant, type Instant } from '../ratings/instant.ts';
import type { RatingColumns } from '../ratings/rating-columns.ts';
import type { RatingPolicy } from '../ratings/rating-policy.ts';
import { GapsError } from './gaps.errors.ts';
import { requirementResolver, type ResolvedRequirements } from './resolve-requirements.ts';
import type { CompiledRoleProfile } from './role-profile.ts';
import { runOut } from './run-out.ts';
import { scoreRequirements } from './score-requirements.ts';

/** Some workers' ratings, worker after worker: those of worker i are `starts[i]` … `starts[i + 1]` − 1. */
export interface WorkersRatings {
  readonly columns: RatingColumns;
  readonly starts: ArrayLike<number>;
}

/**
 * Some workers' scores as columns, one entry a worker; the resolved requirements one entry a worker and slot
 * (`worker · slotCount + slot`). `low` and `high` are numerators over the profile's denominator.
 */
export interface ScoresInBulk extends ResolvedRequirements {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly met: Int16Array;
  readonly short: Int16Array;
  readonly criticalShort: Int16Array;
  readonly criticalOpen: Int16Array;
  /** The first second at which a rating under the score no longer counts, `never` where none ends. */
  readonly runsOut: Int32Array;
}

/**
 * Makes a profile and a policy ready to score chunk after chunk of workers. One worker's score is a chunk of one: there
 * is one formula. The answer's arrays are new for each chunk. Throws a typed error that names the place when workers,
 * ratings or levels are none, so that no chunk is scored by half.
 */
export function bulkScorer(
  profile: CompiledRoleProfile,
  policy: RatingPolicy,
): (workers: WorkersRatings, asOf: Instant) => ScoresInBulk {
  const resolve = requirementResolver(profile, policy);
  const runsOut = runOut(profile, policy);
  const { slotCount } = profile;
  return (workers, asOf) => {
    assertInstant(asOf, 'as-of', '/asOf');
    assertWorkers(workers);
    const { columns, starts } = workers;
    const count = Math.max(0, starts.length - 1);
    const scores: ScoresInBulk = {
      low: new Float64Array(count),
      high: new Float64Array(count),
      met: new Int16Array(count),
      short: new Int16Array(count),
      criticalShort: new Int16Array(count),
      criticalOpen: new Int16Array(count),
      runsOut: new Int32Array(count),
      attained: new Int16Array(count * slotCount),
      used: new Int32Array(count * slotCount),
      verified: new Uint8Array(count * slotCount),
    };
    for (let worker = 0; worker < count; worker += 1) {
      const at = worker * slotCount;
      resolve(columns, starts[worker] as number, starts[worker + 1] as number, asOf, scores, at);
      const totals = scoreRequirements(profile, scores.attained, scores.verified, at);
      scores.low[worker] = totals.low;
      scores.high[worker] = totals.high;
      scores.met[worker] = totals.met;
      scores.short[worker] = totals.short;
      scores.criticalShort[worker] = totals.criticalShort;
      scores.criticalOpen[worker] = totals.criticalOpen;
      scores.runsOut[worker] = runsOut(columns, starts[worker] as number, starts[worker + 1] as number, asOf);
    }
    return scores;
  };
}

/** Throws `gaps.invalid-workers`, naming the place, unless the starts are such; the columns are for who reads them. */
export function assertWorkers(workers: WorkersRatings): void {
  if (!isRecord(workers) || !isRecord(workers.starts) || !Number.isInteger(workers.starts.length))
    throw invalidWorkers('Workers come with their starts.', '/starts');
  const { starts } = workers;
  let last = 0;
  for (let worker = 0; worker < starts.length; worker += 1) {
    const start = starts[worker] as number;
    if (!Number.isInteger(start) || start < last) {
      throw invalidWorkers(`The ratings of worker ${worker} cannot start at ${start}.`, `/starts/${worker}`);
    }
    last = start;
  }
}

function invalidWorkers(message: string, pointer: string): GapsError {
  return new GapsError('gaps.invalid-workers', message, pointer);
}
