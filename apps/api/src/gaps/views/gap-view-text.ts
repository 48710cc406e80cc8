import { type LoggedRating, toScaleDto } from '#assessments';
import {
  type Calibration,
  defaultProficiencyScale,
  instantAtEndOf,
  scoreRequirements,
  unknownLevel,
} from '#domain';
import { gapScoreId } from '../dto/gap-score.dto.ts';
import type { GapViewFacts } from './gap-view.statement.ts';
import type { ProfileText } from './profile-text.ts';
import { UsedRatings, wholeNumbers } from './used-ratings.ts';
import type { ViewGround } from './view-grounds.ts';

/** What a gap view is written from. */
export interface GapViewParts {
  readonly workerId: string;
  readonly roleProfileId: string;
  /** What was read just now. */
  readonly facts: GapViewFacts;
  /** What never changes. */
  readonly ground: ViewGround;
  /** Of the ratings that the score rests on those that are no longer live. */
  readonly superseded: readonly LoggedRating[];
}

/** The JSON of a `GapViewDto`, written piece by piece: forty objects need not be made to be taken apart again. */
export function gapViewText({ workerId, roleProfileId, facts, ground, superseded }: GapViewParts): string {
  const { profile } = ground;
  const ratings = new UsedRatings(facts, superseded);
  const attained = wholeNumbers(facts.attained);
  const verified = flags(facts.verified);
  const totals = scoreRequirements(profile.compiled, attained, verified);
  const calibration = ground.calibrate(ratings.columns, 0, ratings.count, instantAtEndOf(facts.asOf));

  let requirements = '';
  let reasons = '';
  let question = 'null';
  for (const slot of profile.ranked(attained)) {
    const level = attained[slot] as number;
    const flag = verified[slot] as number;
    if (requirements !== '') requirements += ',';
    requirements += `${profile.requirement(slot, level, flag)}${ratings.text(slot)}}`;
    const reason = profile.reason(slot, level, flag);
    if (reason !== '') reasons += `${reasons === '' ? '' : ','}${reason}`;
    if (level === unknownLevel && question === 'null') question = profile.nextBestQuestion(slot);
  }

  const { denominator, low, high, met, short, unknown, criticalShort, criticalOpen } = totals;
  const answer = criticalShort > 0 ? 'no' : criticalOpen > 0 ? 'not-yet-known' : 'yes';
  return (
    `{"id":"${gapScoreId(workerId, roleProfileId)}","worker":{"id":"${workerId}","name":${facts.workerName}}` +
    `,"roleProfile":{"id":"${roleProfileId}","name":${facts.roleProfileName},"version":${profile.version}}` +
    `,"release":${ground.release},"scale":${scaleText(facts)},"algorithm":"${facts.algorithm}"` +
    `,"policy":${ground.policy},"asOf":"${facts.asOf}","computedAt":"${facts.computedAt}"` +
    `,"inputVersion":${facts.inputVersion},"stale":${facts.stale === 't'}` +
    `,"denominator":${denominator},"low":${low},"high":${high}` +
    `,"coverage":{"met":${met},"short":${short},"unknown":${unknown},"total":${attained.length}}` +
    `,"qualified":{"answer":"${answer}","reasons":[${reasons}]},"nextBestQuestion":${question}` +
    `,"calibration":${calibrationText(calibration, profile)},"requirements":[${requirements}]}`
  );
}

/**
 * Of the ratings that a score rests on those that are not live any more. They were superseded by newer ratings, which
 * make the score stale: of one that is not stale none is missing.
 */
export function supersededIn(facts: GapViewFacts): number[] {
  return facts.stale === 't' ? new UsedRatings(facts, []).missing() : [];
}

function scaleText({ maxLevel, levels }: GapViewFacts): string {
  if (maxLevel === '') return JSON.stringify(toScaleDto(defaultProficiencyScale));
  return `{"maxLevel":${maxLevel},"levels":${levels}}`;
}

function calibrationText({ mean, items }: Calibration, profile: ProfileText): string {
  let each = '';
  for (const { ksaNo, difference } of items)
    each += `${each === '' ? '' : ','}{"ksaCode":${profile.ksaCode(ksaNo)},"difference":${difference}}`;
  return `{"mean":${JSON.stringify(mean)},"items":[${each}]}`;
}

/** `{t,f}` as 1 and 0. */
function flags(array: string): Uint8Array {
  const values = new Uint8Array(Math.floor(array.length / 2));
  for (let index = 0; index < values.length; index += 1) values[index] = array[2 * index + 1] === 't' ? 1 : 0;
  return values;
}
