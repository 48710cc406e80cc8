/**
 * One event loop and one database serve those whom somebody waits for and those who compute in bulk. Who is waited for
 * says so here; who works in bulk asks, after each short turn, and stands back. The state is the process's, as its event
 * loop is.
 */

/** A request or a job of somebody's is seldom alone: what it has set going is on its way for about as long. */
const ON_THE_WAY_MS = 50;

/** For a turn of bulk work as long as three of them: while others keep coming it goes on at a quarter of its speed. */
const PAUSE_OF_TURNS = 3;

let lastSeen = Number.NEGATIVE_INFINITY;

/** At the begin and the end of what somebody waits for: a request, a job of one worker. */
export function somebodyWaits(): void {
  lastSeen = performance.now();
}

export function isSomebodyWaiting(): boolean {
  return performance.now() - lastSeen <= ON_THE_WAY_MS;
}

/**
 * Calls `goOn` when whoever has worked in bulk for `turnMs` may go on: in the event loop's next turn when nobody is
 * waited for.
 */
export function letOthersGoFirst(turnMs: number, goOn: () => void): void {
  if (isSomebodyWaiting()) setTimeout(goOn, PAUSE_OF_TURNS * turnMs);
  else setImmediate(goOn);
}
