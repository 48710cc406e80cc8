import {
  type CompiledRoleProfile,
  compileRoleProfile,
  type PlannedWorker,
  type PlanningInput,
  type Programme,
  type ProgrammeSession,
} from '#domain';
import { randomFrom } from './random.ts';

export interface TrainedWorker {
  readonly profile: CompiledRoleProfile;
  readonly attained: ReadonlyMap<number, number>;
}

export interface OfferSize {
  readonly workers: number;
  readonly programmes: number;
  readonly sessions: number;
}

const KSAS = 300;
const REQUIREMENTS = 40;
const PROFILES = 30;
const DAYS = 180;
const FIRST_DAY = Date.UTC(2027, 0, 4);
const MILLISECONDS_PER_DAY = 86_400_000;
const MINUTES_PER_DAY = 480;

/**
 * An organisation's half year of training: role profiles that overlap, a few of them with most of the workers; levels
 * of which one in eight is unknown and three in ten are short; courses of one to five days for one to four KSAs near
 * each other, one in six behind another course and one in six behind a level; 8 to 24 seats a session, so that not
 * everybody finds one, and money for half of them.
 */
export function trainingOffer(seed: number, size: OfferSize): PlanningInput {
  const random = randomFrom(seed);
  const profiles = Array.from({ length: PROFILES }, () => profileOf(near(random, REQUIREMENTS, 120), random));
  const programmes = Array.from({ length: size.programmes }, (_, index) =>
    programmeOf(index, near(random, 1 + random(4), 25), random),
  );
  const sessions = Array.from({ length: size.sessions }, (_, index): ProgrammeSession => {
    const { id, minutes } = programmes[random(programmes.length)] as Programme;
    const days = minutes / MINUTES_PER_DAY;
    const first = random(DAYS - days);
    return {
      id: `session-${index}`,
      programmeId: id,
      firstDay: dayOf(first),
      lastDay: dayOf(first + days - 1),
      seats: 8 + random(17),
    };
  });
  const workers = Array.from({ length: size.workers }, (_, index): PlannedWorker => {
    // The square makes the first profiles the most common.
    const profile = Math.floor((random(1_000) * random(1_000) * PROFILES) / 1_000_000);
    const attained = (profiles[profile] as CompiledRoleProfile).requirements.map(({ requiredLevel }) =>
      levelAgainst(requiredLevel, random),
    );
    return { workerNo: index + 1, roles: [{ profile, attained }] };
  });
  const seats = sessions.reduce((sum, session) => sum + (session.seats ?? 0), 0);
  const cost = programmes.reduce((sum, { costCents }) => sum + (costCents ?? 0), 0) / programmes.length;
  return {
    ...{ profiles, workers, programmes, sessions, from: dayOf(0), until: dayOf(DAYS) },
    costCents: Math.round((seats * cost) / 2),
    minutesPerWorker: null,
  };
}

/** A catalogue of the same kind of courses; 300 KSAs, so that some sixty of 5,000 programmes raise each. */
export function catalogueOf(seed: number, programmes: number): Programme[] {
  const random = randomFrom(seed);
  return Array.from({ length: programmes }, (_, index) =>
    programmeOf(index, near(random, 1 + random(4), 25), random),
  );
}

/** Workers of whom each is short of every one of the 40 KSAs that the role asks for. */
export function shortWorkers(seed: number, workers: number): TrainedWorker[] {
  const random = randomFrom(seed, 1);
  const profiles = Array.from({ length: PROFILES }, () => profileOf(near(random, REQUIREMENTS, 120), random));
  return Array.from({ length: workers }, () => {
    const profile = profiles[random(PROFILES)] as CompiledRoleProfile;
    const attained = profile.requirements.map(({ ksaNo, requiredLevel }) => {
      return [ksaNo, random(requiredLevel)] as const;
    });
    return { profile, attained: new Map(attained) };
  });
}

type Random = (below: number) => number;

const dayOf = (day: number): string =>
  new Date(FIRST_DAY + day * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);

/** Different KSAs that lie near each other. */
function near(random: Random, count: number, spread: number): number[] {
  const base = random(KSAS);
  const found = new Set<number>();
  while (found.size < count) found.add(1 + ((base + random(spread)) % KSAS));
  return [...found];
}

function profileOf(ksaNos: readonly number[], random: Random): CompiledRoleProfile {
  const requirements = ksaNos.map((ksaNo) => ({
    ...{ ksaNo, ksaCode: `4.2.06.${ksaNo}`, requiredLevel: 1 + random(4), weight: 1 + random(9) },
    ...{ critical: false, evidence: 'any' as const },
  }));
  return compileRoleProfile(requirements, 4);
}

function programmeOf(index: number, ksaNos: readonly number[], random: Random): Programme {
  const before = index > 0 && random(6) === 0 ? [idOf(random(index))] : [];
  return {
    id: idOf(index),
    minutes: MINUTES_PER_DAY * (1 + random(5)),
    costCents: 5_000 * (2 + random(30)),
    outcomes: ksaNos.map((ksaNo) => ({ ksaNo, level: 1 + random(4) })),
    requiresProgrammes: before,
    requiresLevels: random(6) === 0 ? [{ ksaNo: ksaNos[0] as number, level: 1 }] : [],
  };
}

const idOf = (index: number): string => `programme-${String(index).padStart(4, '0')}`;

function levelAgainst(required: number, random: Random): number {
  const chance = random(100);
  if (chance < 12) return -1;
  return chance < 42 ? random(required) : required + random(5 - required);
}
