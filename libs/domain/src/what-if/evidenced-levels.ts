import { assertWorkers, type WorkersRatings } from '../gaps/score-in-bulk.ts';
import { unknownLevel } from '../gaps/score-requirements.ts';
import { isRecord, isWhole } from '../given.ts';
import { evidences, sourcesOfEvidence, type Evidence } from '../ratings/evidence.ts';
import { assertInstant, type Instant } from '../ratings/instant.ts';
import { ksaSlots, type KsaSlots } from '../ratings/ksa-slots.ts';
import type { RatingPolicy } from '../ratings/rating-policy.ts';
import { RatingResolver } from '../ratings/rating-resolver.ts';
import { assertLevel, highestMaxLevel } from '../scales/proficiency-scale.ts';
import { WhatIfError } from './what-if.errors.ts';

/**
 * What some workers' ratings resolve to, by each evidence that a requirement may ask for: enough to score them against
 * any requirement of these KSAs, whatever its level, weight or evidence, without their ratings. By `any` evidence it is
 * the attained level. Entry `worker · slotCount + slot`; a level or −1 for unknown.
 */
export interface EvidencedLevels extends KsaSlots {
  readonly workerCount: number;
  readonly byEvidence: Readonly<Record<Evidence, Int8Array>>;
}

/** 1 GB by each evidence: far more than a chunk of workers has. */
const mostLevels = 1_000_000_000;

/** Of distinct KSA numbers, nothing known yet. Throws `ratings.invalid-ksa` and `what-if.invalid-workers`. */
export function unknownLevels(ksaNos: readonly number[], workerCount: number): EvidencedLevels {
  const slots = ksaSlots(ksaNos);
  if (!isWhole(workerCount, 0, Math.floor(mostLevels / Math.max(1, slots.slotCount))))
    throw new WhatIfError(
      'what-if.invalid-workers',
      `There are no levels of ${workerCount} workers: a whole number from 0 on, ${mostLevels} levels at most.`,
      '/workerCount',
    );
  const unknown = (): Int8Array => new Int8Array(workerCount * slots.slotCount).fill(unknownLevel);
  return { ...slots, workerCount, byEvidence: { any: unknown(), observed: unknown(), certified: unknown() } };
}

/**
 * Resolves workers' ratings by a policy as of an instant, for distinct KSA numbers. Throws a typed error that names the
 * place when ratings, workers or a level that is attained are none.
 */
export function evidencedLevels(
  policy: RatingPolicy,
  ksaNos: readonly number[],
  workers: WorkersRatings,
  asOf: Instant,
): EvidencedLevels {
  assertInstant(asOf, 'as-of', '/asOf');
  assertWorkers(workers);
  const { columns, starts } = workers;
  const levels = unknownLevels(ksaNos, Math.max(0, starts.length - 1));
  const resolver = new RatingResolver(policy, levels);
  for (let worker = 0; worker < levels.workerCount; worker += 1) {
    resolver.read(columns, starts[worker] as number, starts[worker + 1] as number, asOf);
    for (const evidence of evidences) {
      const into = levels.byEvidence[evidence];
      for (let slot = 0; slot < levels.slotCount; slot += 1) {
        const chosen = resolver.chosen(slot, sourcesOfEvidence[evidence]);
        if (chosen < 0) continue;
        const level = columns.level[chosen] as number;
        if (level > highestMaxLevel)
          assertLevel(level, highestMaxLevel, `rating ${chosen}`, `/columns/level/${chosen}`);
        into[worker * levels.slotCount + slot] = level;
      }
    }
  }
  return levels;
}

/** The same levels to be changed: nothing of the one shows in the other. Throws `what-if.levels-do-not-match`. */
export function copyOfLevels(levels: EvidencedLevels): EvidencedLevels {
  assertAreLevels(levels, '/levels');
  const { any, observed, certified } = levels.byEvidence;
  return {
    ...levels,
    byEvidence: { any: any.slice(), observed: observed.slice(), certified: certified.slice() },
  };
}

/** Throws `what-if.levels-do-not-match` unless there is a level of the scale, or −1, for each worker, KSA and evidence. */
export function assertLevels(given: EvidencedLevels, maxLevel: number, pointer: string): void {
  assertAreLevels(given, pointer);
  for (const evidence of evidences) {
    const levels = given.byEvidence[evidence];
    const place = levels.findIndex((level) => level < unknownLevel || level > maxLevel);
    if (place >= 0)
      throw new WhatIfError(
        'what-if.levels-do-not-match',
        `A level must be unknown (−1) or 0 to ${maxLevel}, not ${levels[place]}.`,
        `${pointer}/byEvidence/${evidence}/${place}`,
      );
  }
}

/** Throws `what-if.levels-do-not-match` unless there is an entry for each worker, KSA and evidence. */
export function assertAreLevels(levels: EvidencedLevels, pointer: string): void {
  if (!isRecord(levels) || !(levels.slotOfKsa instanceof Int16Array) || !isRecord(levels.byEvidence))
    throw new WhatIfError('what-if.levels-do-not-match', 'These are no levels by evidence.', pointer);
  const { slotCount, workerCount, byEvidence } = levels;
  for (const evidence of evidences) {
    const those = byEvidence[evidence];
    if (those instanceof Int8Array && those.length === slotCount * workerCount) continue;
    throw new WhatIfError(
      'what-if.levels-do-not-match',
      `There are not as many ${evidence} levels as ${workerCount} workers and ${slotCount} KSAs have.`,
      `${pointer}/byEvidence/${evidence}`,
    );
  }
}
