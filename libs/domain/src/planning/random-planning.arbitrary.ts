import { compileRoleProfile } from '../gaps/role-profile.ts';
import type { Programme } from '../training/programme.ts';
import type { PlannedWorker, PlanningInput, ProgrammeSession } from './training-plan.ts';

/** A generator with a fixed seed (mulberry32): the very same instances every time. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const dayOf = (day: number): string => `2027-03-${String(day).padStart(2, '0')}`;

/** A small organisation in which everything occurs that a plan must keep to, and is scarce; or one so many times. */
export function randomPlanning(random: (below: number) => number, times = 1): PlanningInput {
  const ksas = Array.from({ length: 5 + random(6) }, (_, index) => index + 1);
  const some = (most: number): number[] => {
    const chosen = ksas.filter(() => random(ksas.length) < most);
    return chosen.length === 0 ? [1 + random(ksas.length)] : chosen;
  };
  const profiles = Array.from({ length: 1 + random(3) }, () =>
    compileRoleProfile(
      some(6).map((ksaNo) => ({
        ksaNo,
        ksaCode: `4.2.06.${String(ksaNo).padStart(2, '0')}`,
        requiredLevel: 1 + random(4),
        weight: 1 + random(5),
        critical: false,
        evidence: 'any',
      })),
      4,
    ),
  );
  const programmes = Array.from({ length: 4 + random(5) }, (_, index): Programme => {
    const id = `p${index}`;
    const requires = index > 0 && random(3) === 0 ? [`p${random(index)}`] : [];
    return {
      id,
      minutes: 60 * (1 + random(16)),
      costCents: random(15) === 0 ? null : 100 * random(20),
      outcomes: some(2).map((ksaNo) => ({ ksaNo, level: 1 + random(4) })),
      requiresProgrammes: requires,
      requiresLevels: random(4) === 0 ? [{ ksaNo: 1 + random(ksas.length), level: 1 + random(3) }] : [],
    };
  });
  const sessions = Array.from({ length: 5 + random(8) }, (_, index): ProgrammeSession => {
    const first = 1 + random(20);
    return {
      id: `s${index}`,
      programmeId: `p${random(programmes.length)}`,
      firstDay: dayOf(first),
      lastDay: dayOf(first + random(4)),
      seats: random(12) === 0 ? null : random(4) * (1 + random(times)),
    };
  });
  const workers = Array.from({ length: times * (2 + random(8)) }, (_, index): PlannedWorker => {
    const levels = new Map(ksas.map((ksaNo) => [ksaNo, random(9) === 0 ? -1 : random(5)]));
    const held = profiles.map((_profile, profile) => profile).filter(() => random(profiles.length + 1) === 0);
    const roles = (held.length === 0 ? [random(profiles.length)] : held).map((profile) => ({
      profile,
      attained: Int8Array.from(profiles[profile]?.requirements ?? [], ({ ksaNo }) => levels.get(ksaNo) ?? -1),
    }));
    return {
      workerNo: 1000 - index,
      roles,
      ...(random(2) === 0 ? { beyond: levels } : {}),
      ...(random(6) === 0 ? { completed: [`p${random(programmes.length)}`] } : {}),
    };
  });
  return {
    profiles,
    workers,
    programmes,
    sessions,
    from: dayOf(2),
    until: dayOf(22),
    costCents: random(3) === 0 ? null : 100 * random(12 * workers.length),
    minutesPerWorker: random(3) === 0 ? 60 * random(30) : null,
  };
}
