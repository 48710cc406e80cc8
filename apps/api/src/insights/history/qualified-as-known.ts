import {
  bulkScorer,
  columnsOfRatings,
  compileRoleProfile,
  epochMillisecondsOf,
  gapView,
  type Instant,
  ratingsKnownAt,
  resolveRatings,
  scoreWorker,
  sourcesOfEvidence,
} from '#domain';
import { requirementOf } from '#gaps';
import type { AsKnownDto } from './dto/qualification.dto.ts';
import type { BehindRating, Moments, Rules } from './qualification.types.ts';

type Answer = AsKnownDto['answer'];

/** One worker on a day, by what was known at a time: the answer, its reasons, and the ratings behind it. */
export function qualifiedAsKnown(
  { version, profile, policy }: Rules,
  log: readonly BehindRating[],
  asOf: Instant,
  knownAt: Instant,
): AsKnownDto {
  const known = ratingsKnownAt(log, knownAt);
  const view = gapView(profile, scoreWorker(profile, policy, known, asOf));
  const asked = requirementOf(version);
  const behind = new Map(log.map((rating) => [rating.seq, rating]));
  const titleOf = (ksaNo: number) => ({ ksaCode: asked(ksaNo).ksaCode, title: asked(ksaNo).title });
  return {
    knownAt: iso(knownAt),
    answer: view.qualified.answer,
    reasons: view.qualified.reasons.map(({ ksaNo, ...reason }) => ({ ...titleOf(ksaNo), ...reason })),
    low: view.low,
    high: view.high,
    denominator: view.denominator,
    critical: view.requirements
      .filter(({ critical }) => critical)
      .map(({ ksaNo, requiredLevel, evidence, attained, status, verified, usedSeq }) => {
        const proof = resolveRatings(policy, known, asOf, sourcesOfEvidence[evidence]).get(ksaNo);
        return {
          ...titleOf(ksaNo),
          ...{ requiredLevel, evidence, attained, status, verified },
          rating: ratingDto(usedSeq === null ? undefined : behind.get(usedSeq)),
          proof: ratingDto(proof && behind.get(proof.seq)),
        };
      }),
  };
}

/**
 * The same answers for many workers, then and now, from the ratings of critical KSAs alone: no others decide them.
 */
export function answersInBulk(
  { profile, policy }: Rules,
  logs: readonly (readonly BehindRating[])[],
  { asOf, then, now }: Moments,
): { readonly then: Answer; readonly now: Answer }[] {
  const critical = profile.requirements.filter((requirement) => requirement.critical);
  if (critical.length === 0) return logs.map(() => ({ then: 'yes', now: 'yes' }));
  const score = bulkScorer(compileRoleProfile(critical, profile.maxLevel), policy);
  const answersAt = (knownAt: Instant): Answer[] => {
    const known = logs.map((log) => ratingsKnownAt(log, knownAt));
    const starts = [0];
    for (const ratings of known) starts.push((starts.at(-1) ?? 0) + ratings.length);
    const { criticalShort, criticalOpen } = score({ columns: columnsOfRatings(known.flat()), starts }, asOf);
    return logs.map((_, worker) =>
      (criticalShort[worker] ?? 0) > 0 ? 'no' : (criticalOpen[worker] ?? 0) > 0 ? 'not-yet-known' : 'yes',
    );
  };
  const known = { then: answersAt(then), now: answersAt(now) };
  return logs.map((_, worker) => ({
    then: known.then[worker] as Answer,
    now: known.now[worker] as Answer,
  }));
}

function ratingDto(rating: BehindRating | undefined): AsKnownDto['critical'][number]['rating'] {
  if (rating === undefined) return null;
  return {
    seq: rating.seq,
    source: rating.source,
    level: rating.level,
    ratedAt: iso(rating.ratedAt),
    recordedAt: iso(rating.recordedAt),
    expiresAt: rating.expiresAt === null ? null : iso(rating.expiresAt),
    ratedBy: rating.ratedByName,
  };
}

function iso(instant: Instant): string {
  return new Date(epochMillisecondsOf(instant)).toISOString();
}
