import {
  calibration,
  compileRoleProfile,
  gapView,
  instantAtEndOf,
  isoTimeOf,
  type Rating,
  type RatingPolicy,
} from '#domain';
import type { ProfileRequirement } from '#roles';
import type { GapViewDto } from '../dto/gap-view.dto.ts';

/** All that a gap view is made of, as objects. */
export interface ViewedScore {
  readonly head: Pick<
    GapViewDto,
    | 'id'
    | 'worker'
    | 'roleProfile'
    | 'release'
    | 'scale'
    | 'algorithm'
    | 'asOf'
    | 'computedAt'
    | 'inputVersion'
    | 'stale'
  >;
  readonly policy: RatingPolicy;
  readonly requirements: readonly ProfileRequirement[];
  readonly score: {
    readonly attained: ArrayLike<number>;
    readonly verified: ArrayLike<number>;
    readonly used: ArrayLike<number>;
  };
  /** Live ones, some of which may have come after the score. */
  readonly ratings: readonly Rating[];
  readonly raterOf: (seq: number) => string | null;
}

/** The gap view as the domain explains it, object by object: what the text that is written piece by piece must say. */
export function viewOf({ head, policy, requirements, score, ratings, raterOf }: ViewedScore): GapViewDto {
  const view = gapView(compileRoleProfile(requirements, head.scale.maxLevel), score);
  const asked = new Map(requirements.map((requirement) => [requirement.ksaNo, requirement]));
  const titleOf = (ksaNo: number): string => asked.get(ksaNo)?.title ?? '';
  const counted = ratings.filter(({ seq, ksaNo }) => seq <= head.inputVersion && asked.has(ksaNo));
  const { mean, items } = calibration(policy, counted, instantAtEndOf(head.asOf));
  const { denominator, low, high, coverage, qualified, nextBestQuestion: question } = view;
  return {
    ...head,
    policy: { version: policy.version, name: policy.name, kind: policy.kind },
    ...{ denominator, low, high, coverage },
    qualified: {
      answer: qualified.answer,
      reasons: qualified.reasons.map(({ ksaNo, ...reason }) => ({ ...reason, title: titleOf(ksaNo) })),
    },
    nextBestQuestion: question && {
      ksaCode: question.ksaCode,
      title: titleOf(question.ksaNo),
      share: question.share,
    },
    calibration: {
      mean,
      items: items.map(({ ksaNo, difference }) => ({
        ksaCode: asked.get(ksaNo)?.ksaCode ?? '',
        difference,
      })),
    },
    requirements: view.requirements.map((requirement) => {
      const { ksaCode, requiredLevel, weight, critical, evidence, attained, status, verified } = requirement;
      const { gap, surplus, share, part, shortfall } = requirement;
      return {
        ...{ ksaCode, requiredLevel, weight, critical, evidence, attained, status, verified },
        ...{ gap, surplus, share, part, shortfall },
        title: titleOf(requirement.ksaNo),
        definition: asked.get(requirement.ksaNo)?.definition ?? null,
        rating: ratingOf(ratings.find(({ seq }) => seq === requirement.usedSeq)),
      };
    }),
  };

  function ratingOf(rating: Rating | undefined): GapViewDto['requirements'][number]['rating'] {
    if (rating === undefined) return null;
    const { seq, source, level, ratedAt, expiresAt } = rating;
    return {
      source,
      level,
      ratedAt: isoTimeOf(ratedAt),
      expiresAt: expiresAt === null ? null : isoTimeOf(expiresAt),
      ratedBy: raterOf(seq),
    };
  }
}
