/** Where somebody belongs after signing in: those who are workers and nothing else on the light pages. */
export function landing(roles: readonly string[]): '/my' | '/console/' {
  return roles.length > 0 && roles.every((role) => role === 'worker') ? '/my' : '/console/';
}

/** Where to go on to: an address of this site that was asked for before signing in, never another site's. */
export function wanted(search: URLSearchParams): string | null {
  const next = search.get('next');
  return next !== null && /^\/(my|console)(\/|$|\?)/.test(next) ? next : null;
}
