import type { PlanningInput, ProgrammeSession } from './training-plan.ts';

/** The sessions that lie within the window, in the order that ties are broken by. */
export function sessionsWithin({ sessions, from, until }: PlanningInput): ProgrammeSession[] {
  return sessions
    .filter(({ firstDay, lastDay }) => firstDay >= from && lastDay <= until)
    .sort((a, b) => compare(a.firstDay, b.firstDay) || compare(a.lastDay, b.lastDay) || compare(a.id, b.id));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
