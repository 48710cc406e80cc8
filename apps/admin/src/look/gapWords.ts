import { fewestQuestions } from '#domain';
import type { GapRating, GapRequirement, GapView, QualifiedReason, Scale } from '../api/types.ts';
import { capital, counted, day, inWords, lower, percentWhole, points, tenthsDown } from './numbers.ts';

type Sums = Pick<GapView, 'low' | 'high' | 'denominator'>;

export interface ReadinessParts {
  attained: number;
  notAssessed: number;
  short: number;
}

/**
 * The three parts in tenths of a point. The edges low and high are rounded down, the parts are what lies between
 * them: so they add up to 100.0, agree with the headline, and nothing short of the whole reads as 100.
 */
export function readinessParts({ low, high, denominator }: Sums): ReadinessParts {
  const lowEdge = tenthsDown(low, denominator);
  const highEdge = tenthsDown(high, denominator);
  return { attained: lowEdge, notAssessed: highEdge - lowEdge, short: 1000 - highEdge };
}

/** "59–83", or one number when nothing is open. */
export function readinessFigure({ low, high, denominator }: Sums): string {
  const from = percentWhole(low, denominator);
  const to = percentWhole(high, denominator);
  if (low === high) return String(from);
  // A range inside one per cent is still a range.
  if (from === to) return `${points(tenthsDown(low, denominator))}–${points(tenthsDown(high, denominator))}`;
  return `${from}–${to}`;
}

export function readinessPhrase(unknown: number): string {
  if (unknown === 0) return 'ready';
  const verb = unknown === 1 ? 'turns' : 'turn';
  return `ready, depending on what ${inWords(unknown)} unassessed ${unknown === 1 ? 'KSA' : 'KSAs'} ${verb} out to be`;
}

/** Which unknowns to ask about first, and how few of them settle half of what is open. */
export function askNext({
  requirements,
  denominator,
  nextBestQuestion,
}: Pick<GapView, 'requirements' | 'denominator' | 'nextBestQuestion'>): string[] {
  if (nextBestQuestion === null) return [];
  // A list's place is as good as a KSA's number: the answer names neither.
  const numbered = requirements.map((requirement, place) => ({ ...requirement, ksaNo: place + 1 }));
  const { questions } = fewestQuestions(numbered, 50);
  const titles = questions.map(({ ksaNo }) => requirements[ksaNo - 1]?.title ?? '');
  const most = points(tenthsDown(nextBestQuestion.share, denominator));
  const sentences = [`${nextBestQuestion.title}: the answer settles ${most} of 100 points.`];
  const open = requirements.filter(({ status }) => status === 'unknown').length;
  if (questions.length > 1) {
    const others =
      titles.length > 6 ? [...titles.slice(0, 5), counted(titles.length - 5, 'more', 'more')] : titles;
    sentences.push(
      `${capital(counted(questions.length, 'answer'))} of ${inWords(open)} settle at least half of what is open: ${others.join(', ')}.`,
    );
  }
  return sentences;
}

export function labelOf(scale: Scale, level: number): string {
  return scale.levels.find((entry) => entry.level === level)?.label ?? `level ${level}`;
}

export function fromTo(requirement: GapRequirement, scale: Scale): string {
  const required = labelOf(scale, requirement.requiredLevel);
  if (requirement.attained === null) {
    return `Not assessed. Required ${requirement.requiredLevel}, ${lower(required)}.`;
  }
  const attained = capital(labelOf(scale, requirement.attained));
  if (requirement.status === 'short') return `${attained} → ${lower(required)}`;
  return requirement.surplus > 0 ? `${attained}, ${requirement.surplus} above` : attained;
}

const SOURCES: Record<GapRating['source'], string> = {
  self: 'Self',
  manager: 'Manager',
  assessor: 'Assessor',
  test: 'Test',
  credential: 'Credential',
  training: 'Training',
};

/** "Assessor P. Haddad, 12 Oct 2026": who said so and when it was true. */
export function ratingWords(rating: GapRating | null): string {
  if (rating === null) return 'no rating yet';
  const by = rating.ratedBy !== null && rating.source !== 'self' ? ` ${rating.ratedBy}` : '';
  return `${SOURCES[rating.source]}${by}, ${day(rating.ratedAt)}`;
}

/** Which sources the requirement asks for, as a noun. */
export function evidenceWords(evidence: GapRequirement['evidence']): string {
  if (evidence === 'certified') return 'a test or a credential';
  if (evidence === 'observed') return 'an assessor, a manager, a test or a credential';
  return 'any source, your own rating included';
}

function reasonWords(reason: QualifiedReason['reason'], levelsShort: number | undefined): string {
  if (reason === 'short') {
    return levelsShort === undefined ? 'short' : `${counted(levelsShort, 'level')} short`;
  }
  return reason === 'unknown' ? 'not assessed' : 'not verified yet';
}

const NAMED = 3;

/**
 * Why somebody is not (or not yet) qualified. Up to three reasons are named one by one; more of a kind are one
 * sentence that names the first and counts the rest.
 */
export function qualifiedWords(qualified: GapView['qualified']): string[] {
  const { answer, reasons } = qualified;
  if (answer === 'yes') return ['Every critical KSA is met and verified.'];
  if (reasons.length <= NAMED) {
    return reasons.map(
      ({ title, reason, levelsShort }) => `${title} is critical and ${reasonWords(reason, levelsShort)}.`,
    );
  }
  return (['short', 'unknown', 'not-verified'] as const).flatMap((kind) => {
    const ofKind = reasons.filter(({ reason }) => reason === kind);
    if (ofKind.length === 0) return [];
    const named = ofKind.slice(0, NAMED).map(({ title }) => title);
    const rest = ofKind.length - named.length;
    const names = rest > 0 ? `${named.join(', ')} and ${inWords(rest)} more` : named.join(', ');
    const verb = ofKind.length === 1 ? 'is' : 'are';
    return [
      `${capital(counted(ofKind.length, 'critical KSA'))} ${verb} ${reasonWords(kind, undefined)}: ${names}.`,
    ];
  });
}

export function qualifiedAnswer(answer: GapView['qualified']['answer']): { mark: string; word: string } {
  if (answer === 'yes') return { mark: '✓', word: 'Yes' };
  return answer === 'no' ? { mark: '✕', word: 'No' } : { mark: '?', word: 'Not yet known' };
}

const SOON_DAYS = 90;

/** An expiry is worth a mark when it comes within a quarter of the day that the score speaks of. */
export function expiresSoon(rating: GapRating | null, asOf: string): boolean {
  if (rating?.expiresAt == null) return false;
  return Date.parse(rating.expiresAt) - Date.parse(asOf) <= SOON_DAYS * 86_400_000;
}

/** What the ring shows, for those who do not see it. */
export function ringWords(requirement: GapRequirement, scale: Scale): string {
  const required = `required ${requirement.requiredLevel} of ${scale.maxLevel}`;
  if (requirement.attained === null) return `Not assessed, ${required}`;
  const seal = requirement.status === 'met' && !requirement.verified ? ', not verified' : '';
  return `Level ${requirement.attained}, ${required}${seal}`;
}

export function calibrationWords(mean: GapView['calibration']['mean']): string {
  if (mean === null || mean.count === 0) return 'No KSA has both a self-rating and another rating yet.';
  const over = counted(mean.count, 'KSA');
  if (mean.numerator === 0) return `Self-ratings agree with the other ratings on average, over ${over}.`;
  const size = (Math.abs(mean.numerator) / mean.count).toFixed(1);
  return `Self-ratings are ${size} levels ${mean.numerator > 0 ? 'above' : 'below'} the other ratings on average, over ${over}.`;
}
