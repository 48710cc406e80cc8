import { isList } from '../given.ts';
import { isRole, roles, type Role } from './roles.ts';

/**
 * Nobody hands on what is not theirs to give: an employer no say over the platform, and the other way round. The role
 * `worker` comes with a worker's record and is given by nobody.
 */
const given: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  'employer-administrator': ['employer-administrator', 'assessor'],
  'platform-administrator': ['platform-administrator', 'taxonomy-curator'],
};

/** The roles that someone with these may give to a person they invite, in the order of the list; what is no role gives none. */
export function rolesGivenBy(own: readonly Role[]): Role[] {
  if (!isList(own)) return [];
  return roles.filter((role) => own.some((each) => isRole(each) && given[each]?.includes(role)));
}
