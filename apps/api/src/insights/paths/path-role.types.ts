import type { PathRole } from '#domain';

/** A published role profile, or an occupation of the framework as a role profile would begin with it. */
export interface KnownRole extends PathRole {
  readonly kind: 'role-profile' | 'occupation';
  readonly name: string;
  /** Of an occupation. */
  readonly technologyArea: string | null;
  /** Of a role profile, as people count it. */
  readonly version: number | null;
}
