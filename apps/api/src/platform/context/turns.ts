import { setImmediate as nextTurn } from 'node:timers/promises';

/** Short beside what a request may take, long beside what a turn of the event loop costs. */
const LONGEST_TURN_MS = 8;

/**
 * For what computes long while somebody waits for it: gives the event loop to the others whenever a turn has been long
 * enough. (What nobody waits for stands back further: `letOthersGoFirst`.)
 */
export class Turns {
  #began = performance.now();

  async rest(): Promise<void> {
    if (performance.now() - this.#began < LONGEST_TURN_MS) return;
    await nextTurn();
    this.#began = performance.now();
  }

  /** Drives a generator that yields after each piece of its work to its end. */
  async drive<Result>(work: Generator<void, Result>): Promise<Result> {
    for (;;) {
      const { done, value } = work.next();
      if (done === true) return value;
      await this.rest();
    }
  }
}
