import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import { freshDatabase } from '#support/database';
import { someProfileOn, type SomeProfile } from '../../libs/domain/src/gaps/gaps.arbitrary.ts';
import { bulkScorer } from '../../libs/domain/src/gaps/score-in-bulk.ts';
import { packRatings, unpackRatings } from '../../libs/domain/src/ratings/packed-ratings.ts';
import { ratingColumns } from '../../libs/domain/src/ratings/rating-columns.ts';
import type { RatingPolicy } from '../../libs/domain/src/ratings/rating-policy.ts';
import type { Rating } from '../../libs/domain/src/ratings/rating.ts';
import { someDay, somePolicy, someRatings } from '../../libs/domain/src/ratings/ratings.arbitrary.ts';
import { ratingsKnownAt } from '../../libs/domain/src/ratings/resolve-ratings.ts';
import { sources } from '../../libs/domain/src/ratings/sources.ts';
import { ORACLE_STATEMENT, ORACLE_TABLES, type OracleRow } from './scoring-oracle-statement.ts';

const RUNS = 8;
const WORLDS = 60;

/** An organisation: everybody against every role, by its policy, as of a second and as known at one. */
interface World {
  readonly maxLevel: number;
  readonly roles: readonly SomeProfile[];
  readonly workers: readonly Rating[][];
  readonly policy: RatingPolicy;
  readonly asOf: number;
  readonly knownAt: number;
}

const someWorld: fc.Arbitrary<World> = fc.integer({ min: 1, max: 10 }).chain((maxLevel) =>
  fc.record({
    maxLevel: fc.constant(maxLevel),
    roles: fc.array(someProfileOn(maxLevel), { minLength: 1, maxLength: 3 }),
    workers: fc.array(someRatings(14, maxLevel, { minLength: 20, maxLength: 90 }), {
      minLength: 1,
      maxLength: 6,
    }),
    policy: somePolicy,
    asOf: fc.oneof(
      fc.constant(someDay),
      fc.integer({ min: someDay - 2, max: someDay + 2 }),
      fc.nat(2 * someDay),
    ),
    knownAt: fc.oneof(
      { arbitrary: fc.constant(4 * someDay), weight: 3 },
      { arbitrary: fc.nat(2 * someDay), weight: 1 },
    ),
  }),
);

type Row = Readonly<Record<string, unknown>>;

/** Seconds since 2000 as PostgreSQL reads a time. */
const time = (instant: number): string => new Date(Date.UTC(2000, 0, 1) + instant * 1000).toISOString();

/** The worlds as rows of the statement's tables, everything numbered through. */
function rowsOf(worlds: readonly World[]) {
  const rows = {
    requirement: [] as Row[],
    policy: [] as Row[],
    policy_source: [] as Row[],
    rating: [] as Row[],
    pair: [] as Row[],
  };
  let [profile_no, worker_no] = [0, 0];
  worlds.forEach(({ maxLevel, roles, workers, policy, asOf, knownAt }, policy_no) => {
    rows.policy.push({
      policy_no,
      kind: policy.kind,
      decay: policy.kind === 'consensus' ? policy.decay : null,
    });
    for (const source of sources) {
      const validity_days = policy.validityDays[source];
      rows.policy_source.push({
        ...{ policy_no, source, validity_days },
        ...(policy.kind === 'consensus'
          ? { weight: policy.weights[source] }
          : { rank: policy.ranks.findIndex((rank) => rank.includes(source)) }),
      });
    }
    const firstWorker = worker_no;
    for (const ratings of workers) {
      for (const { seq, ksaNo, source, level, ratedAt, recordedAt, expiresAt } of ratings)
        rows.rating.push({
          ...{ worker_no, seq, ksa_no: ksaNo, source, level },
          ...{ rated_at: time(ratedAt), recorded_at: time(recordedAt) },
          expires_at: expiresAt === null ? null : time(expiresAt),
        });
      worker_no += 1;
    }
    for (const { requirements } of roles) {
      requirements.forEach(({ ksaNo, requiredLevel, weight, critical, evidence }, place) =>
        rows.requirement.push({
          ...{ profile_no, place, ksa_no: ksaNo, required_level: requiredLevel },
          ...{ weight, critical, evidence },
        }),
      );
      workers.forEach((_, index) =>
        rows.pair.push({
          ...{ pair_no: rows.pair.length, worker_no: firstWorker + index, profile_no },
          ...{ max_level: maxLevel, policy_no, as_of: time(asOf), known_at: time(knownAt) },
        }),
      );
      profile_no += 1;
    }
  });
  return rows;
}

/** What the product makes of the same, from packed ratings and in bulk, in the shape of the statement's rows. */
function scoresOf({ roles, workers, policy, asOf, knownAt }: World): OracleRow[] {
  const known = workers.map((ratings) => ratingsKnownAt(ratings, knownAt));
  const columns = ratingColumns(known.flat().length);
  const starts = [0];
  for (const ratings of known) starts.push(unpackRatings(packRatings(ratings), columns, starts.at(-1)));
  return roles.flatMap(({ profile }) => {
    const { slotCount, denominator } = profile;
    const scores = bulkScorer(profile, policy)({ columns, starts }, asOf);
    return workers.map((_, worker) => {
      const part = (of: Int16Array | Int32Array | Uint8Array): number[] => [
        ...of.subarray(worker * slotCount, (worker + 1) * slotCount),
      ];
      return {
        low: String(scores.low[worker]),
        high: String(scores.high[worker]),
        den: String(denominator),
        met: scores.met[worker]!,
        short: scores.short[worker]!,
        unknown: slotCount - scores.met[worker]! - scores.short[worker]!,
        critical_short: scores.criticalShort[worker]!,
        critical_open: scores.criticalOpen[worker]!,
        attained: part(scores.attained),
        verified: part(scores.verified).map(Boolean),
        used: part(scores.used),
      };
    });
  });
}

describe('scores in bulk', () => {
  let database: pg.Client;

  beforeAll(async () => {
    const { adminUrl } = await freshDatabase({ empty: true });
    database = new pg.Client({ connectionString: adminUrl });
    await database.connect();
    await database.query(ORACLE_TABLES);
  });
  afterAll(() => database.end());

  async function oracle(worlds: readonly World[]): Promise<OracleRow[]> {
    const rows = Object.entries(rowsOf(worlds));
    await database.query(`truncate ${rows.map(([table]) => table).join(', ')}`);
    for (const [table, values] of rows) {
      const into = `insert into ${table} select * from json_populate_recordset(null::${table}, $1)`;
      await database.query(into, [JSON.stringify(values)]);
    }
    await database.query(`analyze ${rows.map(([table]) => table).join(', ')}`);
    return (await database.query<OracleRow>(ORACLE_STATEMENT)).rows;
  }

  it('are those that one set-based SQL statement gives, to the bit, whatever the policy, the ratings and the role', async () => {
    const seen = { pairs: 0, consensus: 0, met: 0, short: 0, unknown: 0, open: 0 };
    const worlds = fc.array(someWorld, { minLength: WORLDS, maxLength: WORLDS });
    const property = fc.asyncProperty(worlds, async (worlds) => {
      const expected = await oracle(worlds);
      const scores = worlds.map((world) => scoresOf(world));
      expect(scores.flat().map((score, pair_no) => ({ pair_no, ...score }))).toEqual(expected);
      scores.forEach((ofWorld, index) => {
        seen.pairs += ofWorld.length;
        if (worlds[index]?.policy.kind === 'consensus') seen.consensus += ofWorld.length;
        for (const { met, short, unknown, critical_open } of ofWorld) {
          seen.met += met;
          seen.short += short;
          seen.unknown += unknown;
          seen.open += critical_open;
        }
      });
    });
    await fc.assert(property, {
      numRuns: RUNS,
      interruptAfterTimeLimit: 60_000,
      markInterruptAsFailure: true,
    });
    // Thousands, and none of the cases so rare that it would not be noticed.
    expect(seen.pairs).toBeGreaterThan(2000);
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(500);
  }, 90_000);
});
