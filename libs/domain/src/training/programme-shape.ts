import { isList, isName, isRecord } from '../given.ts';
import { isKsaNo } from '../ratings/ksa-slots.ts';
import type { Programme } from './programme.ts';
import { TrainingError, type TrainingErrorCode } from './training.errors.ts';

/**
 * Throws a typed error that names the programme unless each has an id, and lists of outcomes, levels and programmes that
 * name KSAs and programmes: what must hold before its numbers are looked at.
 *
 * @param pointerTo where a programme stands in what was given
 */
export function assertShapes(
  programmes: readonly Programme[],
  pointerTo = (place: number): string => `/programmes/${place}`,
): void {
  if (!isList(programmes)) throw invalidProgramme('Programmes come as a list.', '/programmes');
  for (const [place, programme] of programmes.entries()) {
    const at = pointerTo(place);
    if (!isRecord(programme)) throw invalidProgramme(`Programme ${place + 1} is none.`, at);
    const { id, outcomes, requiresProgrammes, requiresLevels } = programme;
    if (!isName(id)) throw invalidProgramme(`Programme ${place + 1} has no id.`, `${at}/id`);
    assertKsas(outcomes, `An outcome of programme ${id}`, `${at}/outcomes`);
    assertKsas(requiresLevels, `A level that programme ${id} asks for on entry`, `${at}/requiresLevels`);
    assertIds(requiresProgrammes, 'training.invalid-programme', `${at}/requiresProgrammes`);
  }
}

/** Throws by this code, naming the place, unless they are a list of ids of programmes. */
export function assertIds(ids: readonly string[], code: TrainingErrorCode, pointer: string): void {
  if (!isList(ids)) throw new TrainingError(code, 'Ids of programmes come as a list.', pointer);
  for (const [place, id] of ids.entries())
    if (!isName(id)) throw new TrainingError(code, `"${id}" is no id of a programme.`, `${pointer}/${place}`);
}

function assertKsas(levels: Programme['outcomes'], what: string, pointer: string): void {
  if (!isList(levels)) throw invalidProgramme(`${what} is in no list.`, pointer);
  for (const [place, each] of levels.entries()) {
    if (!isRecord(each)) throw invalidProgramme(`${what} is none.`, `${pointer}/${place}`);
    if (!isKsaNo(each.ksaNo)) {
      throw new TrainingError(
        'training.invalid-ksa',
        `${what} names no KSA: ${each.ksaNo} is no KSA number.`,
        `${pointer}/${place}/ksaNo`,
      );
    }
  }
}

function invalidProgramme(message: string, pointer: string): TrainingError {
  return new TrainingError('training.invalid-programme', message, pointer);
}
