import type { ReviewItem } from '../providers/records.ts';

/** The assessor's level by KSA code, as far as they have decided. */
export type Decisions = Readonly<Record<string, number>>;

export interface ReviewProgress {
  decided: number;
  total: number;
  criticalDecided: number;
  criticalTotal: number;
  /** A review may be sent once every critical KSA has the assessor's level. */
  complete: boolean;
}

export function progressOf(items: readonly ReviewItem[], decisions: Decisions): ReviewProgress {
  const isDecided = (item: ReviewItem): boolean => decisions[item.ksaCode] !== undefined;
  const critical = items.filter((item) => item.critical);
  const decided = items.filter(isDecided).length;
  const criticalDecided = critical.filter(isDecided).length;
  return {
    decided,
    total: items.length,
    criticalDecided,
    criticalTotal: critical.length,
    complete: decided > 0 && criticalDecided === critical.length,
  };
}

/** Only what this assessment asks: a decision kept from an older round of it is not sent along. */
export const confirmationsOf = (items: readonly ReviewItem[], decisions: Decisions) =>
  items.flatMap(({ ksaCode }) => {
    const level = decisions[ksaCode];
    return level === undefined ? [] : [{ ksaCode, level }];
  });

/** Self less assessor: positive is overconfidence. Unknown while one of the two is. */
export function differenceOf(item: ReviewItem, decided: number | undefined): number | null {
  const assessor = decided ?? item.assessor?.level;
  const self = item.self?.level ?? null;
  return assessor === undefined || self === null ? null : self - assessor;
}
