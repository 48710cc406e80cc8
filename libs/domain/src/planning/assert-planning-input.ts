import type { CompiledRoleProfile } from '../gaps/role-profile.ts';
import { unknownLevel } from '../gaps/score-requirements.ts';
import { isListOfRecords, isMap, isName, isRecord, isWhole } from '../given.ts';
import { isKsaNo } from '../ratings/ksa-slots.ts';
import { assertLevel, highestMaxLevel, isLevel } from '../scales/proficiency-scale.ts';
import { assertProgrammes, mostMinutes } from '../training/assert-programmes.ts';
import { dayNumber } from './day-number.ts';
import { PlanningError } from './planning.errors.ts';
import type { PlannedWorker, PlanningInput } from './training-plan.ts';

/** 100 million of the currency: within it every sum of costs is exact. */
export const mostBudgetCents = 10_000_000_000;

/**
 * Throws a typed error that names the item unless the profiles are on one scale, programmes are as `assertProgrammes`
 * wants them, sessions and the window are days of the calendar, workers are listed once with levels on the scale, and
 * limits are whole numbers from 0. Yields after each few workers.
 */
export function* assertPlanningInput(input: PlanningInput): Generator<undefined, void> {
  const { profiles, programmes, workers, costCents, minutesPerWorker } = input;
  const maxLevel = profiles[0]?.maxLevel ?? highestMaxLevel;
  profiles.forEach((profile, index) => {
    if (profile.maxLevel !== maxLevel) {
      throw new PlanningError(
        'planning.mixed-scales',
        `Role profile ${index + 1} is on a scale up to ${profile.maxLevel}, the first up to ${maxLevel}.`,
        `/profiles/${index}`,
      );
    }
  });
  const completed = new Set(workers.flatMap(({ completed: those }) => those ?? []));
  assertProgrammes(programmes, maxLevel, [...completed]);
  assertLimit(costCents, mostBudgetCents, 'planning.invalid-budget', 'The budget in cents', '/costCents');
  assertLimit(
    minutesPerWorker,
    mostMinutes,
    'planning.invalid-minutes',
    'The minutes a worker may spend',
    '/minutesPerWorker',
  );
  assertDays(input);
  yield;
  const numbers = new Set<number>();
  for (const [index, worker] of workers.entries()) {
    assertWorker(worker, index, numbers, profiles, maxLevel);
    if (index % workersAStep === workersAStep - 1) yield;
  }
}

const workersAStep = 128;

function assertLimit(
  limit: number | null,
  most: number,
  code: 'planning.invalid-budget' | 'planning.invalid-minutes',
  what: string,
  pointer: string,
): void {
  if (limit === null || isWhole(limit, 0, most)) return;
  throw new PlanningError(code, `${what} must be a whole number 0 to ${most}, not ${limit}.`, pointer);
}

function assertDays({ from, until, sessions, programmes }: PlanningInput): void {
  assertDay(from, 'The window begins', '/from');
  assertDay(until, 'The window ends', '/until');
  if (until < from) {
    throw new PlanningError(
      'planning.invalid-window',
      `The window ends on ${until}, before it begins on ${from}.`,
      '/until',
    );
  }
  const known = new Set(programmes.map(({ id }) => id));
  const ids = new Set<string>();
  sessions.forEach(({ id, programmeId, firstDay, lastDay, seats }, index) => {
    const at = `/sessions/${index}`;
    if (!isName(id)) {
      throw new PlanningError('planning.invalid-session', `Session ${index + 1} has no id.`, `${at}/id`);
    }
    if (ids.has(id)) {
      throw new PlanningError('planning.duplicate-session', `Session ${id} is listed twice.`, `${at}/id`);
    }
    ids.add(id);
    if (!known.has(programmeId)) {
      throw new PlanningError(
        'planning.unknown-programme',
        `Session ${id} is of programme ${programmeId}, which is not in the catalogue.`,
        `${at}/programmeId`,
      );
    }
    assertDay(firstDay, `Session ${id} begins`, `${at}/firstDay`);
    assertDay(lastDay, `Session ${id} ends`, `${at}/lastDay`);
    if (lastDay < firstDay) {
      throw new PlanningError(
        'planning.ends-before-it-begins',
        `Session ${id} ends on ${lastDay}, before it begins on ${firstDay}.`,
        `${at}/lastDay`,
      );
    }
    if (seats !== null && (!Number.isInteger(seats) || seats < 0)) {
      throw new PlanningError(
        'planning.invalid-seats',
        `The seats of session ${id} must be a whole number from 0, not ${seats}.`,
        `${at}/seats`,
      );
    }
  });
}

function assertDay(day: string, what: string, pointer: string): void {
  if (!Number.isNaN(dayNumber(day))) return;
  throw new PlanningError(
    'planning.invalid-day',
    `${what} on "${day}", which is no day YYYY-MM-DD.`,
    pointer,
  );
}

function assertWorker(
  { workerNo, roles, beyond }: PlannedWorker,
  index: number,
  numbers: Set<number>,
  profiles: readonly CompiledRoleProfile[],
  maxLevel: number,
): void {
  const at = `/workers/${index}`;
  if (!Number.isSafeInteger(workerNo))
    throw invalidWorker(`A worker's number must be whole, not ${workerNo}.`, `${at}/workerNo`);
  if (numbers.has(workerNo)) {
    throw new PlanningError(
      'planning.duplicate-worker',
      `Worker ${workerNo} is listed twice.`,
      `${at}/workerNo`,
    );
  }
  numbers.add(workerNo);
  if (beyond !== undefined && !isMap(beyond)) {
    throw invalidWorker(`What worker ${workerNo} attains beyond is a map by KSA number.`, `${at}/beyond`);
  }
  beyond?.forEach((level, ksaNo) => {
    if (!isKsaNo(ksaNo)) throw invalidWorker(`${ksaNo} is no KSA of worker ${workerNo}.`, `${at}/beyond`);
    if (level !== unknownLevel)
      assertLevel(level, maxLevel, `KSA number ${ksaNo} of worker ${workerNo}`, `${at}/beyond/${ksaNo}`);
  });
  if (!isListOfRecords(roles)) throw invalidWorker(`Worker ${workerNo} has no list of roles.`, `${at}/roles`);
  roles.forEach(({ profile, attained }, place) => {
    const requirements = Number.isInteger(profile) ? profiles[profile]?.requirements : undefined;
    if (requirements === undefined) {
      throw new PlanningError(
        'planning.unknown-profile',
        `Worker ${workerNo} is held against role profile ${profile}, which is not in the list.`,
        `${at}/roles/${place}/profile`,
      );
    }
    if (!isRecord(attained) || attained.length !== requirements.length) {
      throw new PlanningError(
        'planning.attained-does-not-match',
        `Worker ${workerNo} has ${isRecord(attained) ? attained.length : 'no'} levels for the ${requirements.length} requirements of role profile ${profile}.`,
        `${at}/roles/${place}/attained`,
      );
    }
    for (let slot = 0; slot < attained.length; slot += 1) {
      const level = attained[slot] as number;
      // Words are made for what is wrong alone: there are millions of levels.
      if (level === unknownLevel || isLevel(level, maxLevel)) continue;
      const code = requirements[slot]?.ksaCode ?? '';
      assertLevel(
        level,
        maxLevel,
        `KSA ${code} of worker ${workerNo}`,
        `${at}/roles/${place}/attained/${slot}`,
      );
    }
  });
}

function invalidWorker(message: string, pointer: string): PlanningError {
  return new PlanningError('planning.invalid-worker', message, pointer);
}
