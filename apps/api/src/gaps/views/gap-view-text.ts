import { toScaleDto } from '#assessments';
import {
  type Calibration,
  defaultProficiencyScale,
  instantAtEndOf,
  type RatingPolicy,
  scoreRequirements,
  unknownLevel,
} from '#domain';
import type { Release } from '#frameworks';
import { gapScoreId } from '../dto/gap-score.dto.ts';
import type { GapViewDto } from '../dto/gap-view.dto.ts';
import type { GapViewFacts } from './gap-view.statement.ts';
import type { ProfileText } from './profile-text.ts';
import { type UsedRatings, wholeNumbers } from './used-ratings.ts';

/** What a gap view is written from: what was read just now, and what never changes. */
export interface GapViewParts {
  readonly workerId: string;
  readonly roleProfileId: string;
  readonly facts: GapViewFacts;
  readonly ratings: UsedRatings;
  readonly profile: ProfileText;
  readonly policy: RatingPolicy;
  readonly release: Release;
}

/** The objects among a view's members that are small; the others are written from prepared texts. */
type Head = Omit<GapViewDto, 'scale' | 'qualified' | 'nextBestQuestion' | 'requirements'>;

/** The JSON of a `GapViewDto`, written piece by piece: forty objects need not be made to be taken apart again. */
export function gapViewText(parts: GapViewParts): string {
  const { workerId, roleProfileId, facts, ratings, profile, policy, release } = parts;
  const attained = wholeNumbers(facts.attained);
  const verified = flags(facts.verified);
  const totals = scoreRequirements(profile.compiled, attained, verified);
  const calibration = profile.calibrator(policy)(
    ratings.columns,
    0,
    ratings.count,
    instantAtEndOf(facts.asOf),
  );

  let requirements = '';
  let reasons = '';
  let question = 'null';
  for (const slot of profile.ranked(attained)) {
    const level = attained[slot] as number;
    const flag = verified[slot] as number;
    const rating = ratings.text(slot);
    requirements += `${requirements === '' ? '' : ','}${profile.requirement(slot, level, flag)},"rating":${rating}}`;
    const reason = profile.reason(slot, level, flag);
    if (reason !== '') reasons += `${reasons === '' ? '' : ','}${reason}`;
    if (level === unknownLevel && question === 'null') question = profile.nextBestQuestion(slot);
  }

  const { denominator, low, high, met, short, unknown, criticalShort, criticalOpen } = totals;
  const answer = criticalShort > 0 ? 'no' : criticalOpen > 0 ? 'not-yet-known' : 'yes';
  const head = JSON.stringify({
    id: gapScoreId(workerId, roleProfileId),
    worker: { id: workerId, name: facts.workerName },
    roleProfile: { id: roleProfileId, name: facts.roleProfileName, version: profile.version },
    release: { id: release.id, label: release.label, framework: release.framework },
    algorithm: facts.algorithm,
    policy: { version: policy.version, name: policy.name, kind: policy.kind },
    asOf: facts.asOf,
    computedAt: facts.computedAt.toISOString(),
    inputVersion: facts.inputVersion,
    stale: facts.stale,
    denominator,
    low,
    high,
    coverage: { met, short, unknown, total: attained.length },
    calibration: calibrationDto(calibration, profile),
  } satisfies Head);
  return (
    `${head.slice(0, -1)},"scale":${scaleText(facts)}` +
    `,"qualified":{"answer":"${answer}","reasons":[${reasons}]},"nextBestQuestion":${question}` +
    `,"requirements":[${requirements}]}`
  );
}

function scaleText({ maxLevel, levels }: GapViewFacts): string {
  if (maxLevel === null) return JSON.stringify(toScaleDto(defaultProficiencyScale));
  return `{"maxLevel":${maxLevel},"levels":${levels ?? '[]'}}`;
}

function calibrationDto({ mean, items }: Calibration, profile: ProfileText): GapViewDto['calibration'] {
  return {
    mean,
    items: items.map(({ ksaNo, difference }) => ({ ksaCode: profile.ksaCode(ksaNo), difference })),
  };
}

/** `{t,f}` as 1 and 0. */
function flags(array: string): Uint8Array {
  const values = new Uint8Array(Math.floor(array.length / 2));
  for (let index = 0; index < values.length; index += 1) values[index] = array[2 * index + 1] === 't' ? 1 : 0;
  return values;
}
