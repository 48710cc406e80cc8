import type { AssessmentSummary, GapScoreSummary } from '../../api/types.ts';

export type NextTask =
  | { kind: 'assess'; assessment: AssessmentSummary }
  | { kind: 'scoring'; assessment: AssessmentSummary }
  | { kind: 'gaps'; score: GapScoreSummary; reviewed: boolean }
  | { kind: 'nothing' };

/**
 * One thing to do next: an open self-assessment before all else (the one begun first), then a score that is being
 * worked out, then the gaps of the newest score.
 */
export function nextTask(
  assessments: readonly AssessmentSummary[],
  scores: readonly GapScoreSummary[],
): NextTask {
  const drafts = assessments.filter(({ state }) => state === 'draft');
  const begun = drafts.find(({ answered }) => answered > 0) ?? drafts[0];
  if (begun !== undefined) return { kind: 'assess', assessment: begun };
  const scored = new Map(scores.map((score) => [score.roleProfile.id, score]));
  const unscored = assessments.find(
    ({ state, roleProfileId }) => state !== 'closed' && scored.get(roleProfileId)?.stale !== false,
  );
  if (unscored !== undefined) return { kind: 'scoring', assessment: unscored };
  const newest = [...scores].sort((a, b) => b.computedAt.localeCompare(a.computedAt))[0];
  if (newest === undefined) return { kind: 'nothing' };
  const reviewed = assessments.some(
    ({ roleProfileId, state }) => roleProfileId === newest.roleProfile.id && state === 'reviewed',
  );
  return { kind: 'gaps', score: newest, reviewed };
}

const SECONDS_A_QUESTION = 9;

/** Six minutes for forty questions: reading a title and four anchors, and a tap. */
export function minutesFor(questions: number): number {
  return Math.max(1, Math.ceil((questions * SECONDS_A_QUESTION) / 60));
}
