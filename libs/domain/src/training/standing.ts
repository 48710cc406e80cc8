import { unknownLevel } from '../gaps/score-requirements.ts';
import { isKsaNo } from '../ratings/ksa-slots.ts';
import { assertLevel, isLevel } from '../scales/proficiency-scale.ts';
import type { RecommendationInput } from './recommendation.ts';
import { TrainingError } from './training.errors.ts';

/** Where a worker stands in every KSA of the catalogue, by its index there. */
export interface Standing {
  /** The attained level; an unknown stands at 0 here and is worth nothing. */
  readonly from: readonly number[];
  /** Levels beyond this are worth nothing; `from` when nothing is to be gained. */
  readonly required: readonly number[];
  /** Readiness that one level adds: numerator. */
  readonly worth: readonly number[];
}

/** Throws `scales.level-off-scale` when an attained level is none, `training.invalid-ksa` when it is of no KSA. */
export function standingOf({ catalogue, profile, attained, unknowns }: RecommendationInput): Standing {
  const { ksaNos, indexOfKsa } = catalogue;
  const from = new Array<number>(ksaNos.length).fill(0);
  for (const [ksaNo, level] of attained) {
    if (!isKsaNo(ksaNo)) throw ofNoKsa(ksaNo);
    if (level === unknownLevel) continue;
    if (!isLevel(level, profile.maxLevel))
      assertLevel(level, profile.maxLevel, `KSA number ${ksaNo}`, `/attained/${ksaNo}`);
    const ksa = indexOfKsa.get(ksaNo);
    if (ksa !== undefined) from[ksa] = level;
  }
  const required = from.slice();
  const worth = new Array<number>(ksaNos.length).fill(0);
  profile.requirements.forEach(({ ksaNo, requiredLevel }, slot) => {
    const ksa = indexOfKsa.get(ksaNo);
    if (ksa === undefined || requiredLevel <= (from[ksa] as number)) return;
    if (unknowns !== 'as-zero' && (attained.get(ksaNo) ?? unknownLevel) === unknownLevel) return;
    required[ksa] = requiredLevel;
    worth[ksa] = profile.worthOfLevel[slot] as number;
  });
  return { from, required, worth };
}

function ofNoKsa(ksaNo: number): TrainingError {
  return new TrainingError('training.invalid-ksa', `${ksaNo} is no KSA number.`, '/attained');
}
