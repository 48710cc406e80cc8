import type { WorkersRatings } from '../gaps/score-in-bulk.ts';
import { unknownLevel } from '../gaps/score-requirements.ts';
import { evidences, sourcesOfEvidence, type Evidence } from '../ratings/evidence.ts';
import { assertInstant, type Instant } from '../ratings/instant.ts';
import { ksaSlots, type KsaSlots } from '../ratings/ksa-slots.ts';
import type { RatingPolicy } from '../ratings/rating-policy.ts';
import { RatingResolver } from '../ratings/rating-resolver.ts';
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

/** Of distinct KSA numbers, nothing known yet. */
export function unknownLevels(ksaNos: readonly number[], workerCount: number): EvidencedLevels {
  const slots = ksaSlots(ksaNos);
  const unknown = (): Int8Array => new Int8Array(workerCount * slots.slotCount).fill(unknownLevel);
  return { ...slots, workerCount, byEvidence: { any: unknown(), observed: unknown(), certified: unknown() } };
}

/** Resolves workers' ratings by a policy as of an instant, for distinct KSA numbers. */
export function evidencedLevels(
  policy: RatingPolicy,
  ksaNos: readonly number[],
  { columns, starts }: WorkersRatings,
  asOf: Instant,
): EvidencedLevels {
  assertInstant(asOf, 'as-of');
  const levels = unknownLevels(ksaNos, Math.max(0, starts.length - 1));
  const resolver = new RatingResolver(policy, levels);
  for (let worker = 0; worker < levels.workerCount; worker += 1) {
    resolver.read(columns, starts[worker] as number, starts[worker + 1] as number, asOf);
    for (const evidence of evidences) {
      const into = levels.byEvidence[evidence];
      for (let slot = 0; slot < levels.slotCount; slot += 1) {
        const chosen = resolver.chosen(slot, sourcesOfEvidence[evidence]);
        if (chosen >= 0) into[worker * levels.slotCount + slot] = columns.level[chosen] as number;
      }
    }
  }
  return levels;
}

/** The same levels to be changed: nothing of the one shows in the other. */
export function copyOfLevels(levels: EvidencedLevels): EvidencedLevels {
  const { any, observed, certified } = levels.byEvidence;
  return {
    ...levels,
    byEvidence: { any: any.slice(), observed: observed.slice(), certified: certified.slice() },
  };
}

/** Throws `what-if.levels-do-not-match` unless there is a level of the scale, or −1, for each worker, KSA and evidence. */
export function assertLevels(
  { slotCount, workerCount, byEvidence }: EvidencedLevels,
  maxLevel: number,
): void {
  for (const evidence of evidences) {
    const levels = byEvidence[evidence];
    if (levels.length !== slotCount * workerCount)
      throw new WhatIfError(
        'what-if.levels-do-not-match',
        `There are ${levels.length} ${evidence} levels for ${workerCount} workers and ${slotCount} KSAs.`,
        `/byEvidence/${evidence}`,
      );
    const place = levels.findIndex((level) => level < unknownLevel || level > maxLevel);
    if (place >= 0)
      throw new WhatIfError(
        'what-if.levels-do-not-match',
        `A level must be unknown (−1) or 0 to ${maxLevel}, not ${levels[place]}.`,
        `/byEvidence/${evidence}/${place}`,
      );
  }
}
