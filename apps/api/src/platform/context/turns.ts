import { setImmediate as nextTurn } from 'node:timers/promises';

/** Short beside what a request may take, long beside what a turn of the event loop costs. */
const LONGEST_TURN_MS = 8;

/**
 * For what computes long while somebody waits for it: gives the event loop to the others whenever a turn has been long
 * enough. (What nobody waits for stands back further: `letOthersGoFirst`.)
 */
export class Turns {
  #began = performance.now();

  /** Whether it is time to rest: asked after each little piece of work. */
  get isOver(): boolean {
    return performance.now() - this.#began >= LONGEST_TURN_MS;
  }

  async rest(): Promise<void> {
    await nextTurn();
    this.#began = performance.now();
  }

  /** Drives a generator that yields after each piece of its work to its end. */
  async drive<Result>(work: Generator<void, Result>): Promise<Result> {
    for (;;) {
      const { done, value } = work.next();
      if (done === true) return value;
      if (this.isOver) await this.rest();
    }
  }
}
