import type { CompiledRoleProfile } from '../gaps/role-profile.ts';

/** A role profile, or an occupation made one, under a name of its own. */
export interface Role {
  readonly id: string;
  readonly profile: CompiledRoleProfile;
}
