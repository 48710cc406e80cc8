import type { AssessmentQuestion } from '../../api/types.ts';

/** undefined: not answered. null: not sure, which is an answer. */
export type Answers = ReadonlyMap<string, number | null>;

/** What the server knows, overlaid by what this device has still to send. */
export function mergeAnswers(
  questions: readonly AssessmentQuestion[],
  pending: Answers,
): Map<string, number | null> {
  const answers = new Map<string, number | null>();
  for (const { ksaCode, answer } of questions) if (answer !== null) answers.set(ksaCode, answer.level);
  for (const [ksaCode, level] of pending) answers.set(ksaCode, level);
  return answers;
}

export function unanswered(questions: readonly AssessmentQuestion[], answers: Answers): AssessmentQuestion[] {
  return questions.filter(({ ksaCode }) => !answers.has(ksaCode));
}

export type Stage = { at: 'intro' } | { at: 'card'; index: number; toSummary: boolean } | { at: 'summary' };

/** The stage is in the address, so that the browser's own back button goes back a card. */
export function stageOf(search: URLSearchParams, count: number, started: boolean, firstOpen: number): Stage {
  const card = search.get('card');
  if (card === 'summary' || card === 'intro') return { at: card };
  const number = Number(card);
  if (card !== null && Number.isInteger(number) && number >= 1 && number <= count) {
    return { at: 'card', index: number - 1, toSummary: search.get('then') === 'summary' };
  }
  // What a self-rating can prove is said before the first question; who has answered some has read it.
  if (!started) return { at: 'intro' };
  return firstOpen === -1 ? { at: 'summary' } : { at: 'card', index: firstOpen, toSummary: false };
}

/** Where a tap goes on to: the next card, or back to the summary that asked for this one, or there at the end. */
export function afterAnswer(stage: { index: number; toSummary: boolean }, count: number): string {
  if (stage.toSummary || stage.index + 1 >= count) return '?card=summary';
  return `?card=${stage.index + 2}`;
}
