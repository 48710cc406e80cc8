import { isRecord } from '../given.ts';
import { GapsError } from './gaps.errors.ts';
import { qualification, type Qualification } from './qualification.ts';
import { compareByRank } from './ranking.ts';
import { requirementView, type RequirementView } from './requirement-view.ts';
import { assertCompiled, type CompiledRoleProfile } from './role-profile.ts';
import { scoreRequirements } from './score-requirements.ts';

/** How many requirements are met, short, unknown, of how many. */
export interface Coverage {
  readonly met: number;
  readonly short: number;
  readonly unknown: number;
  readonly total: number;
}

/** The unknown whose answer can narrow the range most. `share`: numerator that it narrows the range by. */
export interface NextBestQuestion {
  readonly ksaNo: number;
  readonly ksaCode: string;
  readonly share: number;
}

/** A gap score explained: the domain's part of the gap view. */
export interface GapView {
  readonly denominator: number;
  readonly low: number;
  readonly high: number;
  readonly coverage: Coverage;
  readonly qualified: Qualification;
  readonly nextBestQuestion: NextBestQuestion | null;
  /** Ranked: what is open first (critical first), then what is met, by code. */
  readonly requirements: readonly RequirementView[];
}

/** What of a score is needed to explain it, one entry a requirement in the profile's order; a stored row has it. */
export interface ExplainableScore {
  readonly attained: ArrayLike<number>;
  readonly used: ArrayLike<number>;
  readonly verified: ArrayLike<boolean | number>;
}

/**
 * Explains a score against the profile version that it was made with; the same sums, requirement by requirement.
 * Throws `gaps.results-do-not-match-profile` when the score is of another profile version.
 */
export function gapView(profile: CompiledRoleProfile, score: ExplainableScore): GapView {
  assertCompiled(profile);
  assertSameLength(profile, score);
  const verified = Uint8Array.from(score.verified, (flag) => (flag ? 1 : 0));
  const { low, high, denominator, met, short, unknown } = scoreRequirements(
    profile,
    score.attained,
    verified,
  );
  const requirements = profile.requirements
    .map((_, slot) =>
      requirementView(
        profile,
        slot,
        score.attained[slot] as number,
        verified[slot] === 1,
        score.used[slot] as number,
      ),
    )
    .sort(compareByRank);
  return {
    denominator,
    low,
    high,
    coverage: { met, short, unknown, total: profile.slotCount },
    qualified: qualification(requirements),
    nextBestQuestion: nextBestQuestion(requirements),
    requirements,
  };
}

/** The unknown with the largest share, critical first, ties by KSA code: the first unknown of the ranking. */
function nextBestQuestion(ranked: readonly RequirementView[]): NextBestQuestion | null {
  const unknown = ranked.find(({ status }) => status === 'unknown');
  return unknown === undefined
    ? null
    : { ksaNo: unknown.ksaNo, ksaCode: unknown.ksaCode, share: unknown.share };
}

function assertSameLength({ slotCount }: CompiledRoleProfile, score: ExplainableScore): void {
  if (!isRecord(score)) throw new GapsError('gaps.invalid-score', 'There is no score.', '');
  for (const part of ['attained', 'used', 'verified'] as const) {
    const length = isRecord(score[part]) ? score[part].length : 0;
    if (length === slotCount) continue;
    throw new GapsError(
      'gaps.results-do-not-match-profile',
      `A score of ${length} entries cannot be explained by a profile of ${slotCount} requirements.`,
      `/${part}`,
    );
  }
}
