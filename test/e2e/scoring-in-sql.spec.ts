import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import {
  bulkScorer,
  codeOfSource,
  columnsOfRatings,
  commonMultipleOfLevels,
  never,
  secondsPerDay,
  sources,
  sourcesOfEvidence,
  type Rating,
  type RatingPolicy,
} from '#domain';
import { someProfile, type SomeProfile } from '../../libs/domain/src/gaps/gaps.arbitrary.ts';
import { someDay, somePolicy, someRatings } from '../../libs/domain/src/ratings/ratings.arbitrary.ts';
import { testDatabase } from '../support/database.ts';
import { SCHEMA_IN_SQL, SCORES_IN_SQL } from './scoring-in-sql.ts';

const WORLDS = 500;
const SEED = 20_261_124;

interface World {
  readonly some: SomeProfile;
  readonly policy: RatingPolicy;
  readonly workers: readonly Rating[][];
}

/** Profiles on scales of 1 to 10 levels, both kinds of policy, workers with ratings of these KSAs and of others. */
const someWorld: fc.Arbitrary<World> = someProfile.chain((some) =>
  fc.record({
    some: fc.constant(some),
    policy: somePolicy,
    workers: fc.array(someRatings(some.requirements.length + 1, some.maxLevel, 40), {
      minLength: 1,
      maxLength: 5,
    }),
  }),
);

describe('scores of many workers', () => {
  let client: pg.Client;
  beforeAll(async () => {
    client = new pg.Client({ connectionString: (await testDatabase()).ownerUrl });
    await client.connect();
    await client.query(SCHEMA_IN_SQL);
  });
  afterAll(() => client.end());

  test('are to the bit what one set-based statement makes of the log', async () => {
    const worlds = fc.sample(someWorld, { numRuns: WORLDS, seed: SEED });
    await load(client, worlds);
    await client.query('analyze world, requirement, worker, rating');
    const { rows } = await client.query<Record<string, unknown>>(SCORES_IN_SQL);

    const expected = worlds.flatMap(({ some, policy, workers }, world) => {
      const columns = columnsOfRatings(workers.flat());
      const starts = [0];
      for (const ratings of workers) starts.push((starts.at(-1) ?? 0) + ratings.length);
      const scores = bulkScorer(some.profile, policy)({ columns, starts }, someDay);
      const { slotCount, denominator } = some.profile;
      return workers.map((_, worker) => {
        const ofWorker = <Column extends Int16Array | Int32Array | Uint8Array>(column: Column): number[] => [
          ...column.subarray(worker * slotCount, (worker + 1) * slotCount),
        ];
        return {
          world,
          worker,
          low: scores.low[worker],
          high: scores.high[worker],
          den: denominator,
          met: scores.met[worker],
          short: scores.short[worker],
          criticalShort: scores.criticalShort[worker],
          criticalOpen: scores.criticalOpen[worker],
          attained: ofWorker(scores.attained),
          used: ofWorker(scores.used),
          verified: ofWorker(scores.verified).map(Boolean),
        };
      });
    });
    expect(rows).toHaveLength(expected.length);
    expect(rows.length).toBeGreaterThan(2 * WORLDS);
    rows.forEach((row, index) => expect(row).toEqual(expected[index]));
    // What is compared has all of it: somebody met, short, unknown, verified and not.
    const levels = expected.flatMap(({ attained }) => attained);
    expect(new Set(levels)).toEqual(new Set([-1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]));
  });
});

async function load(client: pg.Client, worlds: readonly World[]): Promise<void> {
  await insert(
    client,
    'world',
    worlds.map(({ some, policy }, no) => ({
      no,
      as_of: someDay,
      multiple: commonMultipleOfLevels(some.maxLevel),
      consensus: policy.kind === 'consensus',
      weights: sources.map((source) => (policy.kind === 'consensus' ? policy.weights[source] : 0)),
      // No rating is older than the day that is scored.
      decay: policy.kind === 'consensus' ? policy.decay.slice(0, someDay / secondsPerDay + 1) : [],
      ranks: sources.map((source) =>
        policy.kind === 'consensus' ? 0 : policy.ranks.findIndex((rank) => rank.includes(source)),
      ),
      validity: sources.map((source) => {
        const days = policy.validityDays[source];
        return days === undefined ? null : days * secondsPerDay;
      }),
    })),
  );
  await insert(
    client,
    'requirement',
    worlds.flatMap(({ some }, world) =>
      some.requirements.map(({ ksaNo, requiredLevel, weight, critical, evidence }, slot) => ({
        ...{ world, slot, ksa: ksaNo, required: requiredLevel, weight, critical },
        evidence: sourcesOfEvidence[evidence],
      })),
    ),
  );
  await insert(
    client,
    'worker',
    worlds.flatMap(({ workers }, world) => workers.map((_, no) => ({ world, no }))),
  );
  await insert(
    client,
    'rating',
    worlds.flatMap(({ workers }, world) =>
      workers.flatMap((ratings, worker) =>
        ratings.map(({ seq, ksaNo, source, level, ratedAt, expiresAt }) => ({
          ...{ world, worker, seq, ksa: ksaNo, source: codeOfSource(source), level },
          rated_at: ratedAt,
          expires_at: expiresAt ?? never,
        })),
      ),
    ),
  );
}

async function insert(client: pg.Client, table: string, rows: readonly object[]): Promise<void> {
  await client.query(
    `insert into ${table} select (jsonb_populate_record(null::${table}, value)).* from jsonb_array_elements($1)`,
    [JSON.stringify(rows)],
  );
}
