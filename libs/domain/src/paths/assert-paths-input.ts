import { assertCompiled } from '../gaps/role-profile.ts';
import { unknownLevel } from '../gaps/score-requirements.ts';
import { isMap, isName, isRecord, isWhole } from '../given.ts';
import { isKsaNo } from '../ratings/ksa-slots.ts';
import { assertLevel } from '../scales/proficiency-scale.ts';
import { PathsError } from './paths.errors.ts';
import type { ProgrammeGraph } from './programme-graph.ts';
import type { Role } from './role.ts';

const mostNodes = 10_000_000_000;

/** Throws a typed error that names the role unless each has a name of its own and a compiled profile. */
export function assertRoles(roles: readonly Role[], pointerTo: (place: number) => string): void {
  const seen = new Set<string>();
  for (const [place, role] of roles.entries()) {
    const at = pointerTo(place);
    if (!isRecord(role)) throw new PathsError('paths.invalid-role', 'There is no role.', at);
    const { id, profile } = role;
    if (!isName(id)) throw new PathsError('paths.invalid-role', 'A role has no name.', `${at}/id`);
    if (seen.has(id)) throw new PathsError('paths.duplicate-role', `Role ${id} comes twice.`, `${at}/id`);
    seen.add(id);
    assertCompiled(profile, `${at}/profile`);
  }
}

/** Throws `paths.of-another-scale`, naming the role, unless it is on the scale of the programmes. */
export function assertSameScale({ id, profile }: Role, graph: ProgrammeGraph, pointer: string): void {
  if (profile.maxLevel === graph.maxLevel) return;
  throw new PathsError(
    'paths.of-another-scale',
    `Role ${id} is on a scale to ${profile.maxLevel}, the catalogue of programmes on one to ${graph.maxLevel}.`,
    `${pointer}/profile`,
  );
}

/** Throws `paths.invalid-attained` and, naming the KSA, `scales.level-off-scale` unless it is levels by KSA number. */
export function assertAttained(attained: ReadonlyMap<number, number>, maxLevel: number): void {
  if (!isMap(attained))
    throw new PathsError(
      'paths.invalid-attained',
      'Attained levels come as a map by KSA number.',
      '/attained',
    );
  attained.forEach((level, ksaNo) => {
    if (!isKsaNo(ksaNo))
      throw new PathsError('paths.invalid-attained', `${ksaNo} is no KSA number.`, '/attained');
    if (level !== unknownLevel) assertLevel(level, maxLevel, `KSA number ${ksaNo}`, `/attained/${ksaNo}`);
  });
}

/** Throws `paths.invalid-search` unless it is a whole number of nodes, 0 and up. */
export function assertSearchNodes(searchNodes: number): void {
  if (isWhole(searchNodes, 0, mostNodes)) return;
  throw new PathsError(
    'paths.invalid-search',
    `A search may visit a whole number of nodes, 0 to ${mostNodes}, not ${searchNodes}.`,
    '/searchNodes',
  );
}
