import { isListOfRecords, isWhole } from '../given.ts';
import { slotOf } from '../ratings/ksa-slots.ts';
import { assertProgrammes } from '../training/assert-programmes.ts';
import { assertShapes } from '../training/programme-shape.ts';
import type { Programme } from '../training/programme.ts';
import { assertAreLevels, type EvidencedLevels } from './evidenced-levels.ts';
import { WhatIfError } from './what-if.errors.ts';

/** A programme that is taken for a try, by everybody (`null`) or by workers of these numbers. */
export interface TakenProgramme {
  readonly programme: Programme;
  readonly workerNos: ReadonlySet<number> | null;
}

/** How many took a programme. */
export interface Takers {
  readonly programmeId: string;
  readonly taken: number;
  /** Of those who were to take it: who lacks what it asks for on entry, with all that they take. */
  readonly notEntered: number;
}

type Count = { -readonly [Key in keyof Takers]: Takers[Key] };

/** The KSA numbers that programmes need to be known of: what they raise and what they ask for. Throws as taking does. */
export function ksasOfProgrammes(programmes: readonly Programme[]): number[] {
  assertShapes(programmes);
  const ksaNos = programmes.flatMap(({ outcomes, requiresLevels }) =>
    [...outcomes, ...requiresLevels].map(({ ksaNo }) => ksaNo),
  );
  return [...new Set(ksaNos)];
}

/**
 * Lets workers take programmes: each raises the attained level of its KSAs to at least its outcome, an unknown one
 * too, as a recommendation counts it, and whatever the policy thinks of training. It proves nothing: `observed` and
 * `certified` levels stay. Who cannot enter, for want of a level or of a programme that is required and not taken, does
 * not take it; programmes are entered in whatever order lets most of them be.
 */
export class ProgrammeTaking {
  readonly #taken: readonly TakenProgramme[];
  readonly #counts: Count[];

  /**
   * Throws as `assertProgrammes` does, and `what-if.invalid-taking`; a required programme may be one that nobody takes.
   */
  constructor(taken: readonly TakenProgramme[], maxLevel: number) {
    assertTaken(taken);
    const programmes = taken.map(({ programme }) => programme);
    assertProgrammes(
      programmes,
      maxLevel,
      programmes.flatMap(({ requiresProgrammes }) => requiresProgrammes),
    );
    this.#taken = taken;
    this.#counts = programmes.map(({ id }) => ({ programmeId: id, taken: 0, notEntered: 0 }));
  }

  /** In the order given. */
  get takers(): readonly Takers[] {
    return this.#counts.map((count) => ({ ...count }));
  }

  /**
   * Raises one worker's levels in place; KSAs that the levels have no slot for stand at 0. Throws
   * `what-if.levels-do-not-match` and `what-if.invalid-taking`.
   */
  take(workerNo: number, levels: EvidencedLevels, worker: number): void {
    assertAreLevels(levels, '/levels');
    if (!Number.isSafeInteger(workerNo))
      throw invalidTaking(`${workerNo} is no worker's number.`, '/workerNo');
    if (!isWhole(worker, 0, levels.workerCount - 1))
      throw invalidTaking(`There are no levels of a worker ${worker}.`, '/worker');
    const at = worker * levels.slotCount;
    const { any } = levels.byEvidence;
    const beyond = new Map<number, number>();
    const levelOf = (ksaNo: number): number => {
      const slot = slotOf(levels, ksaNo);
      return slot < 0 ? (beyond.get(ksaNo) ?? 0) : Math.max(0, any[at + slot] as number);
    };
    const done = new Set<string>();
    const waiting = new Set(
      [...this.#taken.keys()].filter((place) => {
        const { workerNos } = this.#taken[place] as TakenProgramme;
        return workerNos === null || workerNos.has(workerNo);
      }),
    );
    for (let before = Infinity; waiting.size < before;) {
      before = waiting.size;
      for (const place of waiting) {
        const { programme } = this.#taken[place] as TakenProgramme;
        const isOpen =
          programme.requiresProgrammes.every((id) => done.has(id)) &&
          programme.requiresLevels.every(({ ksaNo, level }) => levelOf(ksaNo) >= level);
        if (!isOpen) continue;
        waiting.delete(place);
        done.add(programme.id);
        for (const { ksaNo, level } of programme.outcomes) {
          const slot = slotOf(levels, ksaNo);
          if (slot < 0) beyond.set(ksaNo, Math.max(level, levelOf(ksaNo)));
          else any[at + slot] = Math.max(level, any[at + slot] as number);
        }
        (this.#counts[place] as Count).taken += 1;
      }
    }
    for (const place of waiting) (this.#counts[place] as Count).notEntered += 1;
  }
}

function assertTaken(taken: readonly TakenProgramme[]): void {
  if (!isListOfRecords(taken)) throw invalidTaking('What is taken comes as a list.', '/taken');
  assertShapes(
    taken.map(({ programme }) => programme),
    (place) => `/taken/${place}/programme`,
  );
  for (const [place, { programme, workerNos }] of taken.entries()) {
    if (workerNos === null) continue;
    if (!(workerNos instanceof Set) || ![...workerNos].every(Number.isSafeInteger))
      throw invalidTaking(
        `Who takes programme ${programme.id} is a set of workers' numbers, or everybody, null.`,
        `/taken/${place}/workerNos`,
      );
  }
}

function invalidTaking(message: string, pointer: string): WhatIfError {
  return new WhatIfError('what-if.invalid-taking', message, pointer);
}
