import { costWords } from '../../look/training/trainingWords.ts';
import { day, percentWhole } from '../../look/numbers.ts';
import type { TrainingPlan } from '../providers/records.ts';

/** As the form has it. */
export interface PlanForm extends Omit<PlanToSend, 'budgetCents'> {
  /** In whole units and hundredths. */
  budget: number | null;
}

interface PlanToSend {
  name: string;
  from: string;
  until: string;
  budgetCents: number | null;
  currency: string | null;
  hoursPerWorker: number | null;
  teamId: string | null;
  roleProfileIds: string[] | null;
}

const daysAhead = 180;
const millisecondsPerDay = 86_400_000;

/** The half year from today, for everybody. */
export function newPlan(today: Date): PlanForm {
  const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);
  return {
    name: '',
    from: isoDay(today.getTime()),
    until: isoDay(today.getTime() + daysAhead * millisecondsPerDay),
    ...{ budget: null, currency: null, hoursPerWorker: null, teamId: null, roleProfileIds: null },
  };
}

/** A currency alone is no budget, and no role is every role. */
export function toSend(form: Partial<PlanForm>): PlanToSend {
  const { name = '', from = '', until = '', hoursPerWorker = null, teamId = null } = form;
  const budgetCents = form.budget == null ? null : Math.round(form.budget * 100);
  const currency = form.currency?.trim().toUpperCase() ?? '';
  const roleProfileIds = form.roleProfileIds ?? [];
  return {
    ...{ name, from, until, hoursPerWorker, teamId, budgetCents },
    currency: budgetCents === null || currency === '' ? null : currency,
    roleProfileIds: roleProfileIds.length === 0 ? null : roleProfileIds,
  };
}

export function daysOf({ firstDay, lastDay }: { firstDay: string; lastDay: string }): string {
  return firstDay === lastDay ? day(firstDay) : `${day(firstDay)} – ${day(lastDay)}`;
}

/** A fraction of whole numbers in text, times `scale`, with one decimal, rounded down. */
export function tenthOf(numerator: string, denominator: string, scale = 1n): string {
  const tenths = (BigInt(numerator) * scale * 10n) / BigInt(denominator);
  return `${(tenths / 10n).toLocaleString('en')}.${tenths % 10n}`;
}

/** Points of readiness that a worker gains on average: of 100, with one decimal. */
export function pointsEach({
  gained,
  denominator,
  workerCount,
}: NonNullable<TrainingPlan['result']>): string {
  return workerCount === 0
    ? '0.0'
    : tenthOf(gained, (BigInt(denominator) * BigInt(workerCount)).toString(), 100n);
}

/** What a seat adds, in points of readiness of one score. */
export const pointsOf = (gained: string, denominator: string): string => tenthOf(gained, denominator, 100n);

/** Each currency by itself: they are not added up. */
export const costsInWords = ({ costs }: NonNullable<TrainingPlan['result']>): string =>
  costs.map(({ currency, cents }) => costWords(cents, currency)).join(', ');

/** How far its planning is, in whole per cent; null while it waits. */
export function percentDone({ job }: Pick<TrainingPlan, 'job'>): number | null {
  return job === null || job.total === null || job.total === 0 ? null : percentWhole(job.done, job.total);
}
