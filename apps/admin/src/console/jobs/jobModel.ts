import { percentWhole } from '../../look/numbers.ts';
import type { Job } from '../providers/records.ts';

/** `score-worker` as people read it: "Score worker". */
export function jobName(name: string): string {
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** How long a job ran; nothing while it has not begun or not ended. */
export function durationBetween(startedAt: string | null, finishedAt: string | null): string | null {
  if (startedAt === null || finishedAt === null) return null;
  const milliseconds = Math.max(0, Date.parse(finishedAt) - Date.parse(startedAt));
  if (milliseconds < 1000) return `${milliseconds} ms`;
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  return `${Math.floor(milliseconds / 60_000)} min ${Math.round((milliseconds % 60_000) / 1000)} s`;
}

/** What is said of its state: an active job that was told to stop does so at its next chunk. */
export type JobWord = Job['state'] | 'stopping';

export function wordOf({ state, cancelRequested }: Pick<Job, 'state' | 'cancelRequested'>): JobWord {
  return state === 'active' && cancelRequested ? 'stopping' : state;
}

export interface Progress {
  readonly done: string;
  readonly total: string;
  /** Rounded down: 100 is only ever shown for the whole. */
  readonly percent: number;
}

const count = new Intl.NumberFormat('en');

/** How far a job is that counts; where one that did not complete has stopped. */
export function progressOf({ state, done, total }: Pick<Job, 'state' | 'done' | 'total'>): Progress | null {
  if (total === null || total === 0 || state === 'completed') return null;
  return { done: count.format(done), total: count.format(total), percent: percentWhole(done, total) };
}

/** What can still be cancelled. */
export function isOpen({ state }: Pick<Job, 'state'>): boolean {
  return state === 'waiting' || state === 'active';
}
