import { once } from 'node:events';
import { resolve } from 'node:path';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { uuidv7 } from 'uuidv7';
import { decayTable, defaultRatingPolicy, instantAtEndOf, never, type RatingPolicy } from '#domain';
import { FrameworkLoader } from '#frameworks';
import { CopyWriter } from '#platform/database/copy-writer';
import type { BenchDatabase } from '../measurement.ts';
import { randomFrom } from './random.ts';
import { packHistory, ROUNDS, workerHistory, type ArrivedRating } from './worker-history.ts';

const FRAMEWORK = resolve(import.meta.dirname, '../../data/manufacturing-usa-2025');
const MAX_LEVEL = 4;
const CHUNK_BYTES = 1 << 19;

export interface OrganisationShape {
  readonly seed: number;
  readonly workers: number;
  /** Of each role profile; at most the KSAs of the framework. */
  readonly requirements: number;
  /** How many role profiles the workers share, the first ones by far the most; default 8. */
  readonly roleProfiles?: number;
  /** The log of ratings, some 2.5 times the requirements; without it only what scoring reads. */
  readonly withLog: boolean;
  /** `YYYY-MM-DD`: no rating is later; default today. */
  readonly until?: string;
  readonly policy?: RatingPolicy;
}

export interface LoadedOrganisation {
  readonly tenantId: string;
  readonly releaseId: string;
  readonly until: string;
  readonly roleProfiles: readonly { id: string; profileVersionNo: number; ksaNos: readonly number[] }[];
  readonly workers: number;
  readonly teams: number;
  /** Ratings that arrived, whether the log was loaded or not. */
  readonly ratings: number;
}

/** For a policy that weighs every source and forgets with a half-life of a year. */
export const consensusOf = (version: number): RatingPolicy => ({
  kind: 'consensus',
  name: 'consensus',
  version,
  weights: { self: 1, manager: 2, assessor: 4, test: 6, credential: 6, training: 1 },
  halfLifeDays: 365,
  decay: decayTable(365),
  validityDays: {},
});

/**
 * Fills a migrated database with one organisation, by COPY as a superuser: role profiles with random levels and
 * weights, workers in teams of very different size, each in one role, their ratings in the order in which they arrived.
 * The same seed gives the same organisation, but for the ids.
 */
export async function loadOrganisation(
  database: BenchDatabase,
  shape: OrganisationShape,
): Promise<LoadedOrganisation> {
  const admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  try {
    await new FrameworkLoader(admin).load(FRAMEWORK);
    // Millions of rows that are consistent by construction: foreign keys are not looked up for each.
    await admin.query('set session_replication_role = replica');
    return await load(admin, shape);
  } finally {
    await admin.end();
  }
}

async function load(admin: pg.Client, shape: OrganisationShape): Promise<LoadedOrganisation> {
  const { seed, workers, withLog } = shape;
  const until = shape.until ?? new Date().toISOString().slice(0, 10);
  const tenantId = uuidv7();
  const releaseId = (await admin.query<{ id: string }>('select id from release limit 1')).rows[0]?.id ?? '';
  await admin.query(
    `insert into organisation (tenant_id, name, slug, kind, created_at) values ($1, $2, $3, 'manufacturer', now())`,
    [tenantId, `Benchmark ${seed}`, `benchmark-${tenantId}`],
  );
  await admin.query('insert into proficiency_scale (tenant_id, max_level) values ($1, $2)', [
    tenantId,
    MAX_LEVEL,
  ]);
  await admin.query(
    `insert into proficiency_level select $1, level, 'Level ' || level, 'As agreed for level ' || level
     from generate_series(0, $2::int) level`,
    [tenantId, MAX_LEVEL],
  );
  const { version, name, kind, ...parameters } = shape.policy ?? defaultRatingPolicy;
  await admin.query('insert into rating_policy values ($1, $2, $3, $4, $5, now())', [
    tenantId,
    version,
    name,
    kind,
    JSON.stringify(parameters),
  ]);
  const roleProfiles = await loadRoleProfiles(admin, tenantId, releaseId, shape);
  const teams = await loadTeams(admin, tenantId, workers);
  const people = placesOf(seed, workers, roleProfiles.length, teams);
  const history: ArrivedRating[] = [];
  const ratingsOf = (place: number): number =>
    workerHistory(
      seed,
      place + 1,
      roleProfiles[people.role[place] as number]?.ksaNos ?? [],
      MAX_LEVEL,
      instantAtEndOf(until),
      history,
    );

  let ratings = 0;
  const tenant = Buffer.from(tenantId.replaceAll('-', ''), 'hex');
  const versions = new Int32Array(workers);
  await copy(
    admin,
    'worker_ratings (tenant_id, worker_no, input_version, packed)',
    workers,
    (writer, place) => {
      const count = ratingsOf(place);
      versions[place] = count;
      ratings += count;
      if (count === 0) return;
      writer.row(4);
      writer.bytes(tenant);
      writer.int4(place + 1);
      writer.int4(count);
      writer.bytes(packHistory(history, count));
    },
  );
  await loadWorkers(admin, tenant, people, versions);
  await loadAssignments(admin, tenant, people, roleProfiles);
  if (withLog) {
    const columns = 'tenant_id, worker_no, seq, ksa_no, source, level, rated_at, recorded_at, expires_at';
    for (let round = 0; round < ROUNDS; round += 1) {
      await copy(admin, `rating (${columns})`, workers, (writer, place) => {
        const count = ratingsOf(place);
        for (let index = 0; index < count; index += 1) {
          const rating = history[index] as ArrivedRating;
          if (rating.round === round) writeRating(writer, tenant, place + 1, rating);
        }
      });
    }
  }
  await admin.query('insert into worker_counter (tenant_id, last_no) values ($1, $2)', [tenantId, workers]);
  await admin.query('vacuum analyze');
  return { tenantId, releaseId, until, roleProfiles, workers, teams, ratings };
}

function writeRating(writer: CopyWriter, tenant: Buffer, workerNo: number, rating: ArrivedRating): void {
  writer.row(9);
  writer.bytes(tenant);
  writer.int4(workerNo);
  writer.int4(rating.seq);
  writer.int2(rating.ksaNo);
  writer.int2(rating.source);
  writer.int2(rating.level);
  writer.timestamp(rating.ratedAt);
  writer.timestamp(rating.ratedAt);
  if (rating.expiresAt === never) writer.null();
  else writer.timestamp(rating.expiresAt);
}

async function loadRoleProfiles(
  admin: pg.Client,
  tenantId: string,
  releaseId: string,
  { seed, requirements, roleProfiles = 8 }: OrganisationShape,
): Promise<LoadedOrganisation['roleProfiles']> {
  const { rows } = await admin.query<{ ksa_no: number }>(
    'select ksa_no from item where release_id = $1 and ksa_no is not null order by code',
    [releaseId],
  );
  const random = randomFrom(seed, -1);
  const made: { id: string; profileVersionNo: number; ksaNos: number[] }[] = [];
  for (let profileVersionNo = 1; profileVersionNo <= roleProfiles; profileVersionNo += 1) {
    const id = uuidv7();
    const ksaNos = rows.map(({ ksa_no }) => ksa_no);
    while (ksaNos.length > requirements) ksaNos.splice(random(ksaNos.length), 1);
    await admin.query(
      `insert into role_profile (tenant_id, id, name, description, release_id, occupation_ids, published_version_no,
                                 created_at, updated_at)
       values ($1, $2, $3, '', $4, '{}', $5, now(), now())`,
      [tenantId, id, `Benchmark role ${profileVersionNo}`, releaseId, profileVersionNo],
    );
    await admin.query(
      `insert into role_profile_version (tenant_id, profile_version_no, role_profile_id, release_id, version, state,
                                         published_at)
       values ($1, $2, $3, $4, 1, 'published', now())`,
      [tenantId, profileVersionNo, id, releaseId],
    );
    for (const [position, ksaNo] of ksaNos.entries()) {
      const critical = random(5) === 0;
      await admin.query('insert into requirement values ($1, $2, $3, $4, $5, $6, $7, $8, false)', [
        tenantId,
        profileVersionNo,
        ksaNo,
        position,
        1 + random(MAX_LEVEL),
        1 + random(10),
        critical,
        critical ? 'observed' : random(10) === 0 ? 'certified' : 'any',
      ]);
    }
    made.push({ id, profileVersionNo, ksaNos });
  }
  await admin.query('insert into profile_version_counter (tenant_id, last_no) values ($1, $2)', [
    tenantId,
    roleProfiles,
  ]);
  return made;
}

async function loadTeams(admin: pg.Client, tenantId: string, workers: number): Promise<number> {
  const teams = Math.max(3, Math.round(workers / 25));
  await admin.query(
    `insert into team (tenant_id, team_no, id, name, site, created_at)
     select $1, no, gen_random_uuid(), 'Team ' || no, 'Plant ' || (no % 7), now() from generate_series(1, $2::int) no`,
    [tenantId, teams],
  );
  await admin.query('insert into team_counter (tenant_id, last_no) values ($1, $2)', [tenantId, teams]);
  return teams;
}

interface People {
  /** Index of each worker's role profile. */
  readonly role: Int32Array;
  /** Team number; 0: none. */
  readonly team: Int32Array;
}

/** Few large teams and roles, many small ones: the square of an even draw leans to the low numbers. */
function placesOf(seed: number, workers: number, roles: number, teams: number): People {
  const random = randomFrom(seed, -2);
  const leaning = (below: number): number => Math.floor((random(1_000_000) / 1_000_000) ** 2 * below);
  const role = new Int32Array(workers);
  const team = new Int32Array(workers);
  for (let place = 0; place < workers; place += 1) {
    role[place] = leaning(roles);
    team[place] = random(50) === 0 ? 0 : 1 + leaning(teams);
  }
  return { role, team };
}

async function loadWorkers(
  admin: pg.Client,
  tenant: Buffer,
  people: People,
  versions: Int32Array,
): Promise<void> {
  const columns = 'tenant_id, worker_no, id, name, job_title, input_version, created_at, team_no';
  await copy(admin, `worker (${columns})`, versions.length, (writer, place) => {
    writer.row(8);
    writer.bytes(tenant);
    writer.int4(place + 1);
    writer.bytes(Buffer.from(uuidv7().replaceAll('-', ''), 'hex'));
    writer.text(`Worker ${place + 1}`);
    writer.text('Technician');
    writer.int4(versions[place] as number);
    writer.timestamp(0);
    if (people.team[place] === 0) writer.null();
    else writer.int4(people.team[place] as number);
  });
}

async function loadAssignments(
  admin: pg.Client,
  tenant: Buffer,
  people: People,
  roleProfiles: LoadedOrganisation['roleProfiles'],
): Promise<void> {
  const ids = roleProfiles.map(({ id }) => Buffer.from(id.replaceAll('-', ''), 'hex'));
  const columns = 'tenant_id, worker_no, role_profile_id, id, assigned_at';
  await copy(admin, `role_assignment (${columns})`, people.role.length, (writer, place) => {
    writer.row(5);
    writer.bytes(tenant);
    writer.int4(place + 1);
    writer.bytes(ids[people.role[place] as number] as Buffer);
    writer.bytes(Buffer.from(uuidv7().replaceAll('-', ''), 'hex'));
    writer.timestamp(0);
  });
}

async function copy(
  admin: pg.Client,
  into: string,
  rows: number,
  write: (writer: CopyWriter, place: number) => void,
): Promise<void> {
  const writer = new CopyWriter();
  const stream = admin.query(copyFrom(`copy ${into} from stdin (format binary)`));
  const ended = new Promise<void>((settle, fail) => stream.on('finish', settle).on('error', fail));
  const send = async (): Promise<void> => {
    // The stream keeps what it is given until the socket has taken it: a copy, since the writer goes on.
    if (!stream.write(Buffer.from(writer.take()))) await Promise.race([once(stream, 'drain'), ended]);
  };
  writer.header();
  for (let place = 0; place < rows; place += 1) {
    write(writer, place);
    if (writer.size >= CHUNK_BYTES) await send();
  }
  writer.trailer();
  await send();
  stream.end();
  await ended;
}
